import { expect, test } from 'vitest';
import { strengthOf } from './strength';

test.each([
  ['There is no question that this will never work', 'firm'],
  ['I would imagine they might agree', 'tentative'],
  ['The talks should continue', 'plain'],
  ['This could certainly fail', 'plain'],
])('“%s” is %s', (words, wanted) => {
  expect(strengthOf(words)).toBe(wanted);
});
