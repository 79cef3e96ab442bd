import { describe, expect, test } from 'vitest';
import { findPassages } from './passages';

/** The passages of a one-paragraph text, as they stand there. */
const passagesOf = (text: string) =>
  findPassages(text, { start: 0, end: text.length }).map(({ start, end }) =>
    text.slice(start, end),
  );

describe('quoted passages', () => {
  test.each([
    ['He said “yes” and “no”.', ['“yes”', '“no”']],
    ['He said "yes" and "no".', ['"yes"', '"no"']],
    ["He said ''yes'' and ``no''.", ["''yes''", "``no''"]],
    ['He said «yes» and „no“.', ['«yes»']],
    ["'Yes,' he said. 'It's time.'", ["'Yes,'", "'It's time.'"]],
    ['‘Yes,’ he said. ‘It’s time.’', ['‘Yes,’', '‘It’s time.’']],
    ['“She said ‘yes’ to me.”', ['“She said ‘yes’ to me.”']],
    ['“She said "yes" to me', ['“She said "']],
    ["''I said 'no.'''", ["''I said 'no.'''"]],
    ["It's Lee's and the players' turn.", []],
    ['He is 6\'2" tall and she is 5\'9".', []],
    ['“This goes on in the next paragraph, as long quotes do.', [0]],
    ['It goes on here,” Ann Lee said.', ['It goes on here,”']],
    ['No marks at all.', []],
  ] as [string, (string | 0)[]][])('%s', (text, expected) => {
    expect(passagesOf(text)).toEqual(expected.map((each) => (each === 0 ? text : each)));
  });
});

test('a passage tells whether it is open, and how its words end', () => {
  const [comma, stop, open] = [
    '“Yes,” he',
    '“Yes.” He',
    '“Yes. And so it goes on and on and on',
  ].map((text) => findPassages(text, { start: 0, end: text.length })[0]);
  expect(comma).toMatchObject({ open: false, stopped: true, comma: true });
  expect(stop).toMatchObject({ open: false, stopped: true, comma: false });
  expect(open).toMatchObject({ open: true, stopped: true });
});
