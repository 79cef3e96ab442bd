import { describe, expect, test } from 'vitest';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { quotedStrings } from './assessment';
import { checkQuote, prepareSource } from './quote/check';
import { isCalled, spokenBy } from './speaker';

const { article, assessments, experts, text } = readDemonstration((name) => name);
const source = prepareSource(text);
const stateOf = (quote: string, speaker: string) =>
  checkQuote(quote, source, spokenBy(speaker, article, assessments)).state;

describe('a speaker is known by', () => {
  const dalton = experts.find((expert) => expert.name === 'Toby Dalton');
  test.each([
    [true, 'Toby Dalton'],
    [true, 'dalton'],
    [true, '  TOBY   DALTON '],
    [true, 'the Carnegie analyst'],
    [true, 'Carnegie analyst'],
    [false, 'Toby'],
    [false, 'Sharad Joshi'],
    [false, ''],
  ])('%s: %s', (known, name) => {
    expect(dalton && isCalled(dalton, name)).toBe(known);
  });
});

describe('words belong to a speaker', () => {
  test('where a statement of theirs holds them, for every quoted string of the article', () => {
    for (const assessment of assessments)
      for (const quote of quotedStrings(assessment))
        for (const { name } of experts) {
          const own = assessment.holders.some((holder) => holder.name === name);
          expect(stateOf(quote, name), `${name}: ${quote}`).toBe(own ? 'exact' : 'wrong-speaker');
        }
  });

  test.each([
    ['marked', 'It’s pretty bad now … across the board', 'Joshi'],
    ['wrong-speaker', 'It’s pretty bad now … across the board', 'Dalton'],
    ['typographic', "It's a stalemate", 'Sharad Joshi'],
    ['wrong-speaker', "It's a stalemate", 'Toby Dalton'],
    ['wrong-speaker', 'It’s a stalemate', 'Ann Lee'],
    ['exact', 'Joshi and Dalton were similarly skeptical', 'Dalton'],
    ['exact', 'This week’s round of U.S.-Pakistani strategic talks', 'Dalton'],
    ['altered', 'It’s a total stalemate', 'Dalton'],
  ])('%s: “%s” as said by %s', (state, quote, speaker) => {
    expect(stateOf(quote, speaker)).toBe(state);
  });

  test('that two statements hold, both of its holders', () => {
    const words = 'Talks will and should continue';
    const [first] = assessments.filter((each) => each.spans.some((span) => span.text === words));
    const joshi = experts.filter((expert) => expert.name === 'Sharad Joshi');
    const both = first ? [...assessments, { ...first, id: 'again', holders: joshi }] : [];
    for (const speaker of ['Joshi', 'Dalton'])
      expect(checkQuote(words, source, spokenBy(speaker, article, both)).state).toBe('exact');
  });
});
