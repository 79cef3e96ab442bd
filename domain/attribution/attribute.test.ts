import { describe, expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { attribute } from './attribute';

const { text } = readDemonstration((name) => name);
const found = attribute(text);

/** The statement of the demonstration article that holds these words. */
function statementOf(words: string) {
  const at = text.indexOf(words);
  return found.find(({ content }) =>
    content.some(({ start, end }) => start <= at && at + words.length <= end),
  );
}

const speakerOf = (words: string) => statementOf(words)?.speaker?.name;

describe('in the demonstration article', () => {
  test.each([
    ['It’s pretty bad now', 'Sharad Joshi'],
    ['Not just on nonproliferation matters', 'Sharad Joshi'],
    ['very anodyne', 'Toby Dalton'],
    ['I’ve seen a little bit of reporting', 'Toby Dalton'],
    ['we would ask the Pakistanis', 'Toby Dalton'],
    ['It’s a stalemate', 'Sharad Joshi'],
    ['The Pakistani position is', 'Sharad Joshi'],
    ['unshackled', 'Toby Dalton'],
    ['There’s very little we can do', 'Toby Dalton'],
    ['strategic partnership', 'Toby Dalton'],
    ['The underlying advantage', 'Sharad Joshi'],
    ['Just because there’s no progress', 'Sharad Joshi'],
  ])('“%s” is %s’s', (words, name) => {
    expect(speakerOf(words)).toBe(name);
  });

  test.each([
    ['Pakistani officials have reportedly suggested', 'Pakistani officials'],
    ['The Pakistani position is', 'Pakistan'],
    ['unshackled', 'Pakistan'],
    ['It’s a stalemate', null],
  ])('“%s” reports the view of %s', (words, holder) => {
    expect(statementOf(words)?.viewOf).toBe(holder);
  });

  test('both analysts hold what is said of both', () => {
    const both = statementOf('hopes for progress in addressing concerns');
    expect(both?.kind).toBe('group_paraphrase');
    expect(both?.speakers.map(({ name }) => name)).toEqual(['Sharad Joshi', 'Toby Dalton']);
  });

  test('the joint statement speaks as a document', () => {
    expect(statementOf('The delegations reaffirmed')?.speaker?.kind).toBe('document');
    expect(statementOf('productive exchange')?.speaker?.kind).toBe('document');
  });

  test('role and affiliation are those of the article’s date', () => {
    expect(statementOf('very anodyne')).toMatchObject({
      role: 'former senior Energy Department nuclear security official',
      affiliation: 'Carnegie Endowment for International Peace',
    });
  });

  test('a sentence that lost its verb is still its speaker’s', () => {
    expect(speakerOf('Talks will and should continue')).toBe('Toby Dalton');
  });

  test('the reporter’s own estimate is nobody’s', () => {
    expect(statementOf('not likely to gain any traction')).toBeUndefined();
  });

  test('the lead that is printed again counts once', () => {
    const leads = found.filter(({ content }) => content[0]?.text.startsWith('This week’s round'));
    expect(leads).toHaveLength(1);
  });

  test('every stretch is of the text, and says by which rule it was found', () => {
    expect(found.length).toBeGreaterThan(15);
    for (const { content, rule } of found) {
      expect(rule).not.toBe('');
      for (const { start, end, text: words } of content) expect(text.slice(start, end)).toBe(words);
    }
  });

  test('the same text gives the same proposals', () => {
    expect(attribute(text)).toEqual(found);
  });
});

describe('statements that were once missed or given to somebody else', () => {
  const said = (...paragraphs: string[]) =>
    attribute(paragraphs.join('\n\n')).map((each) => ({
      who: each.speakers.map((speaker) => speaker.name),
      what: each.content.map((stretch) => stretch.text),
      role: each.role,
    }));

  test('whoever is told of by “who” speaks, and not what they are told of', () => {
    const [found] = said('The port is late, people who advise on it said on Monday.');
    expect(found).toMatchObject({
      who: ['people who advise on it'],
      what: ['The port is late'],
    });
  });

  test('a ministry is not the newspaper that was named before it', () => {
    const [, second] = said(
      '“It will be built,” Henrik Lund told the Courier.',
      'The ministry said the figures were sound.',
    );
    expect(second?.who).toEqual(['The ministry']);
  });

  test('whoever declines to comment has said nothing', () => {
    expect(said('The ministry declined to comment on the figures.')).toEqual([]);
  });

  test('a short quote that stays open goes on where the next paragraph takes it up', () => {
    const [found] = said(
      '“The berth will be late,” Maren Oduya said. “Everybody knows it.',
      '“And the next will never be built.”',
    );
    expect(found?.what).toHaveLength(3);
  });

  test('what somebody once was is a role, whatever the word for it', () => {
    const [found] = said(
      'Henrik Lund, a former harbour master, was hopeful. “It will be built,” he said.',
    );
    expect(found).toMatchObject({ who: ['Henrik Lund'], role: 'former harbour master' });
  });

  test('“Per” with a capital is a name', () => {
    const [found] = said('Anna Holt and Per Dahl said the figures were wrong.');
    expect(found?.who).toEqual(['Anna Holt', 'Per Dahl']);
  });
});
