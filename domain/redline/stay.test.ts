import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heaviestRising } from './stay';

test.each([
  [
    [0, 1, 2],
    [1, 1, 1],
    [0, 1, 2],
  ],
  [
    [2, 0, 1],
    [1, 1, 1],
    [1, 2],
  ],
  [[2, 0, 1], [9, 1, 1], [0]],
  [[], [], []],
])('of ranks %j with weights %j, %j stay', (ranks, weights, chosen) => {
  expect(heaviestRising(ranks, weights)).toEqual(chosen);
});

test('what is chosen rises, and no other choice of rising ranks weighs more', () => {
  const ranked = fc.uniqueArray(fc.nat(9), { maxLength: 8 });
  fc.assert(
    fc.property(
      ranked,
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 8 }),
      (ranks, weights) => {
        const chosen = heaviestRising(ranks, weights);
        const weigh = (positions: number[]) =>
          positions.reduce((sum, position) => sum + (weights[position] ?? 0), 0);
        const rises = (positions: number[]) =>
          positions.every(
            (at, i) => i === 0 || (ranks[at] ?? 0) > (ranks[positions[i - 1] ?? 0] ?? 0),
          );
        expect(rises(chosen)).toBe(true);
        for (let choice = 0; choice < 2 ** ranks.length; choice += 1) {
          const other = ranks.map((_, at) => at).filter((at) => choice & (1 << at));
          if (rises(other)) expect(weigh(other)).toBeLessThanOrEqual(weigh(chosen));
        }
      },
    ),
  );
});
