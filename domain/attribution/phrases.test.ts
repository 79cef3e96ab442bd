import { describe, expect, test } from 'vitest';
import { type Phrase, phraseAfter, phraseBefore } from './phrases';
import { tokenizeBlock } from './tokens';

const tokensOf = (text: string) => tokenizeBlock(text, { start: 0, end: text.length }, []);

function wordsOf(text: string, phrase: Phrase | null): string | null {
  const tokens = tokensOf(text);
  return phrase && text.slice(tokens[phrase.from]?.start, tokens[phrase.to - 1]?.end);
}

describe('the noun phrase that ends before a verb', () => {
  test.each([
    ['the old man', 'the old man'],
    ['a spokesman for the ministry', 'a spokesman for the ministry'],
    ['Ann Lee and Kim Park', 'Ann Lee and Kim Park'],
    ['they met and he', 'he'],
    ['the ministry’s spokeswoman', 'the ministry’s spokeswoman'],
    ['officials for years', 'officials'],
    ['nearly half of the voters', 'nearly half of the voters'],
    ['because the mayor', 'the mayor'],
  ])('%s', (text, words) => {
    expect(wordsOf(text, phraseBefore(tokensOf(text), tokensOf(text).length, 0))).toBe(words);
  });
});

describe('the noun phrase that begins at a word', () => {
  test.each([
    ['Ann Lee on Monday', 'Ann Lee'],
    ['Ann Lee Monday', 'Ann Lee'],
    ['the director of the institute, who', 'the director of the institute'],
    ['he left', 'he'],
    ['Ann Lee supports the plan', 'Ann Lee'],
    ['Will Doyle, a teacher', 'Will Doyle'],
  ])('%s', (text, words) => {
    expect(wordsOf(text, phraseAfter(tokensOf(text), 0))).toBe(words);
  });

  test('there is none at a verb or sign', () => {
    expect(phraseAfter(tokensOf(', said'), 0)).toBeNull();
    expect(phraseAfter(tokensOf('went home'), 0)).toBeNull();
  });
});
