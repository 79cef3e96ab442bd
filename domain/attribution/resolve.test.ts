import { describe, expect, test } from 'vitest';
import { attribute } from './attribute';

/** Who speaks, statement by statement. */
const speakersOf = (text: string) => attribute(text).map(({ speaker }) => speaker?.name ?? null);

const intro = 'Ann Lee, an analyst at the Oslo Institute, said it was over.';

describe('whom a source means over the article', () => {
  test.each([
    ['by surname', `${intro} Lee said it would not last.`, 'Ann Lee'],
    ['by pronoun', `${intro} She added that it would not last.`, 'Ann Lee'],
    ['by title and surname', `${intro} Ms. Lee said it would not last.`, 'Ann Lee'],
    ['by role', `${intro} It rained. The analyst said it would not last.`, 'Ann Lee'],
    ['by affiliation', `${intro} It rained. The Oslo analyst said it would not last.`, 'Ann Lee'],
    [
      'by the pronoun of her sex, past a man',
      `${intro} Peter Park left. She said it would not last.`,
      'Ann Lee',
    ],
    ['by “who”', `${intro} It was Peter Park who said it would not last.`, 'Peter Park'],
    ['by a surname that is a place', 'Ann Paris left. Paris said it was over.', 'Ann Paris'],
    [
      'by full name after a long title',
      'Trade ministry spokeswoman Ann Lee said it was over.',
      'Ann Lee',
    ],
    [
      'by a name beside the description',
      'The ministry’s new spokeswoman, Ann Lee, said it was over.',
      'Ann Lee',
    ],
    [
      'by the noun of a body',
      'The Oslo Institute wrote a letter. The institute said it was over.',
      'Oslo Institute',
    ],
    [
      'by initials of a body',
      'The World Health Office left. WHO said it was over.',
      'World Health Office',
    ],
    [
      'by its name, people and all',
      'The Greek Orthodox Church said it was over.',
      'Greek Orthodox Church',
    ],
    [
      'as it is described',
      'Two officials in the capital said it was over.',
      'Two officials in the capital',
    ],
    ['not at all', 'He said it was over.', null],
  ])('%s', (_, text, name) => {
    expect(speakersOf(text).at(-1)).toBe(name);
  });
});

test('a headline’s surname finds the full name that follows', () => {
  expect(speakersOf(`Lee: Talks will end soon\n\n${intro}`)[0]).toBe('Ann Lee');
});

test('several speakers are all named', () => {
  const [found] = attribute(`Ann Lee and Peter Park said it was over.`);
  expect(found?.speakers).toEqual([
    { name: 'Ann Lee', kind: 'person' },
    { name: 'Peter Park', kind: 'person' },
  ]);
  expect(found?.speaker).toEqual({ name: 'Ann Lee and Peter Park', kind: 'group' });
  expect(found?.kind).toBe('group_paraphrase');
});

test.each([
  ['The joint statement said it was over.', 'document'],
  ['Officials said it was over.', 'group'],
  ['A spokesman for the ministry said it was over.', 'person'],
  ['Ann Lee said it was over.', 'person'],
  ['The Oslo Institute said it was over.', 'group'],
])('%s: the speaker is a %s', (text, kind) => {
  expect(attribute(text)[0]?.speaker?.kind).toBe(kind);
});

test('a spokesman for somebody is not that person', () => {
  expect(speakersOf(`${intro} A spokesman for Lee said it was not.`)[1]).toBe(
    'a spokesman for Lee',
  );
});

test('role and affiliation are what the article says of the speaker', () => {
  const [found] = attribute(intro);
  expect([found?.role, found?.affiliation]).toEqual(['analyst', 'Oslo Institute']);
  const [titled] = attribute('Foreign Minister Ann Lee said it was over.');
  expect(titled?.role).toBe('Foreign Minister');
  const [past] = attribute(
    '“It is over,” said Peter Park, a former spokesman now with the Oslo Institute.',
  );
  expect([past?.role, past?.affiliation]).toEqual(['former spokesman', 'Oslo Institute']);
});
