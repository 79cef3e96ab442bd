import { expect, test } from 'vitest';
import { descriptionOf } from './descriptions';
import { findNames } from './names';
import { tokenizeBlock } from './tokens';

/** What is said of the first person named. */
function describeFirst(text: string) {
  const tokens = tokenizeBlock(text, { start: 0, end: text.length }, []);
  const name = findNames(tokens).find(({ kind }) => kind === 'person');
  return name && descriptionOf(text, tokens, name);
}

test.each([
  ['Ann Lee, an analyst at the Oslo Institute, left.', 'analyst', 'Oslo Institute'],
  ['Ann Lee, 54, a lawyer, left.', 'lawyer', null],
  ['Ann Lee, the institute’s director, left.', 'director', 'institute'],
  ['Ann Lee (a lawyer) left.', 'lawyer', null],
  ['Foreign Minister Ann Lee left.', 'Foreign Minister', null],
  ['Florida developer Ann Lee left.', 'Florida developer', null],
  [
    'Ann Lee, a former spokeswoman now with the Oslo Institute, left.',
    'former spokeswoman',
    'Oslo Institute',
  ],
  ['Ann Lee, who was ill, left.', null, null],
  ['Ann Lee left.', null, null],
])('%s', (text, role, affiliation) => {
  expect(describeFirst(text)).toEqual({ role, affiliation });
});
