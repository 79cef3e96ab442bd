import { append, type Stretch } from './stretches';
import type { Token } from './tokens';

// An island is worth its shore while it has a third of the words of the smaller change beside it.
const shore = 3;
// A line of which less than a fifth is left was written anew.
const leastLeft = 0.2;

/**
 * Makes a comparison legible: a few small words that happen to stand in both versions between two
 * changes are taken up into them, and a line that was written anew is shown as such. Quotes and
 * citations stay what they are. What went and what came stays the same text.
 */
export function tidy(stretches: Stretch[]): Stretch[] {
  let tidied = stretches;
  // What was joined may outweigh an island that withstood it before.
  for (let islands = Number.POSITIVE_INFINITY; ; ) {
    tidied = joinOverIslands(tidied);
    if (tidied.length >= islands) break;
    islands = tidied.length;
  }
  return isWrittenAnew(tidied) ? joinAll(tidied) : tidied;
}

function joinOverIslands(stretches: Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  stretches.forEach((stretch, index) => {
    const last = joined.at(-1);
    const next = stretches[index + 1];
    const drowns = stretch.kept && last && next && isDrowned(last, stretch, next);
    append(joined, drowns ? { ...stretch, kept: false } : stretch);
  });
  return joined;
}

function isDrowned(last: Stretch, island: Stretch, next: Stretch): boolean {
  if (island.before.some((token) => token.solid)) return false;
  return wordsIn(island.before) * shore <= Math.min(sizeOf(last), sizeOf(next));
}

function isWrittenAnew(stretches: Stretch[]): boolean {
  const kept = stretches.filter((stretch) => stretch.kept);
  if (stretches.length < 2 || kept.some(({ before }) => before.some((token) => token.solid)))
    return false;
  const left = wordsIn(kept.flatMap((stretch) => stretch.before));
  const all = Math.max(
    wordsIn(stretches.flatMap((stretch) => stretch.before)),
    wordsIn(stretches.flatMap((stretch) => stretch.after)),
  );
  const changed = stretches.filter((stretch) => !stretch.kept);
  // Where one side has nothing, something was added or taken out, and the rest stands.
  const both = changed.every(({ before, after }) => before.length > 0 && after.length > 0);
  return both && left < all * leastLeft;
}

function joinAll(stretches: Stretch[]): Stretch[] {
  const before = stretches.flatMap((stretch) => stretch.before);
  const after = stretches.flatMap((stretch) => stretch.after);
  return [{ kept: false, before, after }];
}

function sizeOf(change: Stretch): number {
  return Math.max(wordsIn(change.before), wordsIn(change.after));
}

function wordsIn(tokens: Token[]): number {
  return tokens.reduce((sum, token) => sum + token.words, 0);
}
