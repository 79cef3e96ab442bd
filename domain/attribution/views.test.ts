import { expect, test } from 'vitest';
import { viewWithin } from './views';

test.each([
  ['“The Pakistani position is that we wait,”', 'Pakistan'],
  ['the Indian view is that we wait', 'India'],
  ['“The Iranian stance is clear,”', 'Iran'],
  ['the Italian line was to wait', 'Italy'],
  ['the Moscow position is to wait', 'Moscow'],
  ['the position is that we wait', null],
  ['“The only position is to wait,”', null],
  ['the Pakistani bomb is old', null],
])('%s', (words, holder) => {
  expect(viewWithin(words)).toBe(holder);
});
