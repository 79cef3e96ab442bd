import { expect, test } from 'vitest';
import { findPassages } from './passages';
import { tokenizeBlock } from './tokens';

/** The tokens of a one-paragraph text; a passage shows as its marks and words. */
function tokensOf(text: string): string[] {
  const block = { start: 0, end: text.length };
  return tokenizeBlock(text, block, findPassages(text, block)).map(({ start, end }) =>
    text.slice(start, end),
  );
}

test.each([
  ['Ann Lee said so.', 'Ann|Lee|said|so|.'],
  ['Ann’s plan isn’t new.', 'Ann|’s|plan|isn’t|new|.'],
  [
    'The U.S. plan, at 3:30 p.m., cost $1,200.50.',
    'The|U.S.|plan|,|at|3:30|p.m.|,|cost|$|1,200.50|.',
  ],
  ['Mr. Lee met Gov. Park.', 'Mr.|Lee|met|Gov.|Park|.'],
  ['A U.S.-led, well-known AT&T deal', 'A|U.S.-led|,|well-known|AT&T|deal'],
  ['He said “it is, well, over” today', 'He|said|“it is, well, over”|today'],
  ['See example.org now', 'See|example.org|now'],
  ['One—two…three', 'One|—|two|…|three'],
])('%s', (text, expected) => {
  expect(tokensOf(text).join('|')).toBe(expected);
});

test('initials that would read as a pronoun are kept apart from it', () => {
  const block = { start: 0, end: 12 };
  const [who, us] = tokenizeBlock('WHO and US  ', block, []).filter(({ capital }) => capital);
  expect([who?.lower, us?.lower]).toEqual(['w.h.o.', 'u.s.']);
});

test('tokens follow one another, cover every sign but blanks, and are never too long', () => {
  const text = `${'x'.repeat(250)} 😀 a\u0301b ${'y.'.repeat(80)}`;
  const tokens = tokenizeBlock(text, { start: 0, end: text.length }, []);
  let at = 0;
  for (const { start, end } of tokens) {
    expect(text.slice(at, start).trim()).toBe('');
    expect(end - start).toBeLessThanOrEqual(102);
    at = end;
  }
  expect(at).toBe(text.length);
});
