import { expect, test } from 'vitest';
import { attributeLine } from './line';

test('the speaker is a name, and the type says how much is quoted', () => {
  const text = 'Ann Lee said it was over. “It is,” he said. Kim Park called it “sad.”';
  const { id, attributions } = attributeLine(JSON.stringify({ id: 'a', text }));
  expect(id).toBe('a');
  expect(attributions.map(({ speaker, type }) => [speaker, type])).toEqual([
    ['Ann Lee', 'indirect'],
    [null, 'direct'],
    ['Kim Park', 'mixed'],
  ]);
});

test('a line that is no article is refused', () => {
  expect(() => attributeLine('{"id": 1}')).toThrow('“text” is missing');
});
