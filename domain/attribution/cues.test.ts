import { describe, expect, test } from 'vitest';
import { findCues } from './cues';
import { findPassages } from './passages';
import { tokenizeBlock } from './tokens';

/** The cues of a one-sentence text, in its words. */
function cuesOf(text: string): string[] {
  const block = { start: 0, end: text.length };
  const tokens = tokenizeBlock(text, block, findPassages(text, block));
  return findCues(tokens).map(({ from, to }) =>
    text.slice(tokens[from]?.start, tokens[to - 1]?.end),
  );
}

describe('what counts as a cue', () => {
  test.each([
    ['Lee said it was over.', ['said']],
    ['Lee has repeatedly denied it.', ['has repeatedly denied']],
    ['Lee did not say when.', ['did not say']],
    ['According to Lee, it is over.', ['According to']],
    ['Lee pointed out that it was over.', ['pointed out']],
    ['Lee went on to say that it was over.', ['went on', 'to say']],
    ['Lee was skeptical of the plan.', ['was skeptical of']],
    ['As Lee put it, “No.”', ['put it']],
    ['“No,” scoffed Lee.', ['scoffed']],
    ['They say it is over.', ['say']],
    ['Ten percent of those asked say it is over.', ['asked', 'say']],
    ['Lee left, adding that it was over.', ['adding']],
  ])('%s', (text, cues) => {
    expect(cuesOf(text)).toEqual(cues);
  });
});

describe('nouns that look like one', () => {
  test.each([
    'The report was long.',
    'His claims and her demands differ.',
    'The attacks in the north go on.',
    'Tenant advocates met in Oslo.',
    'a comment on the plan',
  ])('%s', (text) => {
    expect(cuesOf(text)).toEqual([]);
  });
});
