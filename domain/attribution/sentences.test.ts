import { expect, test } from 'vitest';
import { findPassages } from './passages';
import { splitSentences } from './sentences';
import { tokenizeBlock } from './tokens';

/** The sentences of a one-paragraph text. */
function sentencesOf(text: string): string[] {
  const block = { start: 0, end: text.length };
  return splitSentences(text, tokenizeBlock(text, block, findPassages(text, block))).map(
    ({ start, end }) => text.slice(start, end),
  );
}

test.each([
  ['It rained. It snowed.', ['It rained.', 'It snowed.']],
  ['Mr. Lee met J. Park in the U.S. Senate.', ['Mr. Lee met J. Park in the U.S. Senate.']],
  ['He lives in the U.S. The talks go on.', ['He lives in the U.S.', 'The talks go on.']],
  ['“No.” “Yes.” Ann left.', ['“No.”', '“Yes.”', 'Ann left.']],
  ['“Why? Tell me.” Ann left the room.', ['“Why? Tell me.”', 'Ann left the room.']],
  ['“Why?” Ann asked. “Why not?” said Kim.', ['“Why?” Ann asked.', '“Why not?” said Kim.']],
  ['“Why?” Ann Lee asked her staff.', ['“Why?” Ann Lee asked her staff.']],
  ['It rained … and snowed. 12 people left.', ['It rained … and snowed.', '12 people left.']],
  ['It rained. (It also snowed.) All left.', ['It rained.', '(It also snowed.)', 'All left.']],
])('%s', (text, expected) => {
  expect(sentencesOf(text)).toEqual(expected);
});
