import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quotedParts, spansAt, withoutOverlap } from './span';

/** The spans of a choice, which is marked with pipes in the text. */
function chosen(tagged: string) {
  const start = tagged.indexOf('|');
  const end = tagged.lastIndexOf('|') - 1;
  const text = tagged.replaceAll('|', '');
  return spansAt({ id: 'p', text }, start, end).map((span) => [span.text, span.quoted]);
}

describe('a choice of words', () => {
  test.each([
    ['|“It is a stalemate,”| he said.', [['It is a stalemate,', true]]],
    ['“|It is a stalemate|,” he said.', [['It is a stalemate', true]]],
    ['She said |the plan is dead,| and left.', [['the plan is dead', false]]],
    ['He called it |a “model” deal|.', [['a “model” deal', false]]],
    [
      '|“No,” “never,”| she said.',
      [
        ['No,', true],
        ['never,', true],
      ],
    ],
    ['|"Straight marks"| count too.', [['Straight marks', true]]],
    ["|'Our members' patience will end,'| he said.", [["Our members' patience will end,", true]]],
    ['|‘Our members’ patience will end,’| he said.', [['Our members’ patience will end,', true]]],
    ["They had |'no plan, no deadline'| yet.", [['no plan, no deadline', true]]],
    ["The |members' patience| and the boys' is short.", [["members' patience", false]]],
    ["In the |'90s| the members' fees fell.", [["'90s", false]]],
    ['A quote |that opens “and goes on| over the page.', [['that opens “and goes on', false]]],
    ['Nothing here: |, – | is no word.', []],
  ])('%s', (tagged, spans) => {
    expect(chosen(tagged)).toEqual(spans);
  });

  test('every span is of the text, wherever the choice begins and ends', () => {
    const text = fc
      .array(fc.constantFrom('“', '”', '"', "'", ' ', 'word', ',', '‘', '’', '.', '—'), {
        maxLength: 40,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(120), fc.nat(120), (words, from, to) => {
        for (const span of spansAt({ id: 'p', text: words }, from, to)) {
          expect(words.slice(span.start, span.end)).toBe(span.text);
          expect(span.start).toBeGreaterThanOrEqual(from);
          expect(span.end).toBeLessThanOrEqual(Math.max(to, 0));
          expect(spansAt({ id: 'p', text: words }, span.start, span.end)).toEqual([span]);
        }
      }),
    );
  });
});

test('choices that overlap are joined, and none is kept twice', () => {
  const choice = (paragraphId: string, start: number, end: number) => ({ paragraphId, start, end });
  expect(
    withoutOverlap([
      choice('p', 0, 10),
      choice('p', 20, 30),
      choice('q', 0, 5),
      choice('p', 8, 22),
      choice('q', 0, 5),
    ]),
  ).toEqual([choice('p', 0, 30), choice('q', 0, 5)]);
});

test('the quoted parts of a span, with curly or straight marks', () => {
  expect(quotedParts({ text: 'a “model” deal', quoted: false })).toEqual([
    { at: 3, words: 'model' },
  ]);
  expect(quotedParts({ text: 'a "model" deal', quoted: false })).toEqual([
    { at: 3, words: 'model' },
  ]);
  expect(quotedParts({ text: 'all of it', quoted: true })).toEqual([{ at: 0, words: 'all of it' }]);
});
