import { expect, test } from 'vitest';
import { mentionsIn, nameBegun, partsOf } from './mentions';

const people = [
  { id: '1', name: 'Ada Byron' },
  { id: '2', name: 'Ada Byron King' },
  { id: '3', name: 'Bo Li' },
  { id: '4', name: 'bo li' },
];

test.each([
  ['Ask @Ada Byron.', ['1']],
  ['Ask @Ada Byron King, please', ['2']],
  ['@ada byron and @ADA BYRON KING', ['1', '2']],
  ['@Bo Li?', ['3', '4']],
  ['write to ada@Bo Li', []],
  ['@Ada Byrons', []],
  ['Ada Byron without a sign', []],
  ['@', []],
])('“%s” mentions %j', (text, ids) => {
  expect(mentionsIn(text, people).map(({ id }) => id)).toEqual(ids);
});

test('the parts are the text', () => {
  const text = 'See @Ada Byron King and @Bo Li (or @nobody).';
  const parts = partsOf(
    text,
    people.map(({ name }) => name),
  );
  expect(parts.map((part) => part.text).join('')).toBe(text);
  expect(parts.filter((part) => part.isMention).map((part) => part.text)).toEqual([
    '@Ada Byron King',
    '@Bo Li',
  ]);
});

test.each([
  ['Ask @Ad', 'Ad'],
  ['Ask @Ada By', 'Ada By'],
  ['@', ''],
  ['mail@Ad', null],
  ['no sign', null],
])('“%s” begins %j', (text, begun) => {
  expect(nameBegun(text)).toBe(begun);
});
