import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hitMarks, partsOf, passageOf, textOf } from './parts';

const marked = (text: string) => text.replaceAll('<', hitMarks.start).replaceAll('>', hitMarks.end);

test('a marked text is cut into what was found and what was not', () => {
  expect(partsOf(marked('It’s a <stalemate>, he <said>'))).toEqual([
    { text: 'It’s a ', hit: false },
    { text: 'stalemate', hit: true },
    { text: ', he ', hit: false },
    { text: 'said', hit: true },
  ]);
  expect(partsOf(marked('<a> b'))).toHaveLength(2);
  expect(partsOf('')).toEqual([]);
});

test('a passage keeps its first hit, is cut between words, and says where more was left out', () => {
  const words = `${'before '.repeat(80)}<hit> ${'after '.repeat(80)}`;
  const passage = passageOf(partsOf(marked(words)), 120);
  expect(textOf(passage)).toMatch(/^… before (before )+hit (after )*after …$/);
  expect(passage.find((part) => part.hit)?.text).toBe('hit');
  expect(textOf(passage).length).toBeLessThan(130);
});

test('no marking of any text loses a sign of it, and passages are stretches of it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.boolean())), (pieces) => {
      const plain = pieces.map(([text]) => text).join('');
      const whole = pieces.map(([text, hit]) => (hit ? marked(`<`) + text + marked('>') : text));
      const parts = partsOf(whole.join(''));
      expect(textOf(parts)).toBe(plain);
      const passage = textOf(passageOf(parts, 50)).replace(/^… | …$/g, '');
      expect(plain).toContain(passage);
    }),
  );
});
