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
