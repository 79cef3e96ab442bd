import { expect, test } from 'vitest';
import { type Batch, chooseComparison, type Kept, tellHistory } from './history';
import { callVersion, isOwnName, versionNameSchema } from './revision';

const minute = 60_000;

/** Batches of one step each: who, and how many minutes after the memo was made. */
function batches(...written: [author: string, at: number][]): Batch[] {
  return written.map(([author, at], index) => {
    return { from: index, to: index + 1, author, at: at * minute };
  });
}

function kept(version: number, label = 'Draft'): Kept {
  return { version, label, by: 'Edith', at: 0 };
}

/** Each version as "since–version who", the latest first. */
function tell(log: Batch[], names: Kept[] = []): string[] {
  return tellHistory(0, log, names).map(({ since, version, by }) =>
    `${since}–${version} ${by.join('+')}`.trim(),
  );
}

test.each([
  ['nothing but the first', batches(), [], ['0–0']],
  ['one who writes', batches(['Edith', 1], ['Edith', 30]), [], ['0–2 Edith', '0–0']],
  ['a long pause', batches(['Edith', 1], ['Edith', 32]), [], ['1–2 Edith', '0–1 Edith', '0–0']],
  ['another', batches(['Edith', 1], ['Ada', 9]), [], ['1–2 Ada', '0–1 Edith', '0–0']],
  ['two at once', batches(['Edith', 1], ['Ada', 2], ['Edith', 3]), [], ['0–3 Edith+Ada', '0–0']],
  [
    'a text that was kept',
    batches(['Edith', 1], ['Edith', 2], ['Edith', 3]),
    [kept(2)],
    ['2–3 Edith', '0–2 Edith', '0–0'],
  ],
  [
    'a text that was kept within a batch',
    [{ from: 0, to: 5, author: 'Edith', at: minute }],
    [kept(2)],
    ['2–5 Edith', '0–2 Edith', '0–0'],
  ],
])('the history of %s', (_name, log, names, told) => {
  expect(tell(log, names)).toEqual(told);
});

test('what is compared first is the last named version, or the last kept one, with the latest', () => {
  const log = batches(['Edith', 1], ['Edith', 2], ['Edith', 3]);
  const named = (each: Kept) => !isOwnName(each.label);
  const exported = kept(2, 'As exported to PDF');
  const choose = (...names: Kept[]) => chooseComparison(tellHistory(0, log, names), named);
  expect(choose(kept(1), exported)).toEqual({ from: 1, to: 3 });
  expect(choose(exported)).toEqual({ from: 2, to: 3 });
  expect(choose()).toEqual({ from: 0, to: 3 });
  expect(chooseComparison(tellHistory(0, [], []), named)).toBeNull();
});

test('a version is called by the name that a person gave it', () => {
  expect(callVersion(4, ['As exported to PDF', 'To the Deputy'])).toBe('“To the Deputy”');
  expect(callVersion(4, ['As exported to PDF'])).toBe('version 4');
});

test.each([
  ['', 'Give the version a name.'],
  ['x'.repeat(81), 'Give it a name of 80 letters or fewer.'],
  ['as Assembled', /Choose another name/],
])('the name “%s” is refused in a sentence', (label, message) => {
  const memo = '019363b0-0000-7000-8000-000000000000';
  const { error } = versionNameSchema.safeParse({ memo, version: '3', label });
  expect(error?.issues[0]?.message).toMatch(message);
});
