import { expect, test } from 'vitest';
import { splitBlocks } from './paragraphs';

const blocksOf = (text: string) =>
  splitBlocks(text).map(({ start, end }) => text.slice(start, end));

test('line ends of every kind part paragraphs, and blank ones are left out', () => {
  expect(blocksOf(' One.\n\n Two.\r\nThree.\u2028Four. \n')).toEqual([
    'One.',
    'Two.',
    'Three.',
    'Four.',
  ]);
});

test('a line that was wrapped goes on in the next', () => {
  const wrapped = 'The talks in the capital went on until the morning,\nand then they ended.';
  expect(blocksOf(`${wrapped}\nA new one begins.`)).toEqual([wrapped, 'A new one begins.']);
});

test('where a whole text was set in one width, only blank lines part paragraphs', () => {
  const line = 'the delegates of both countries went on to talk of many other\n';
  const paragraph = `${line.repeat(6)}Things and of the weather in the mountains of the north.\nThen they left.`;
  expect(blocksOf(`${paragraph}\n\nThe end.`)).toEqual([paragraph, 'The end.']);
});

test('a paragraph is never too long to be read', () => {
  const blocks = splitBlocks('word '.repeat(40_000));
  expect(blocks.length).toBeGreaterThan(3);
  for (const { start, end } of blocks) expect(end - start).toBeLessThanOrEqual(50_000);
});
