import type { Range, Source } from './match';
import { type Token, tokenize } from './tokens';

/** The stretch of a source most like a quote, and how like: 1 is the same words, 0 none of them. */
export type Nearest = Range & { similarity: number };

/** Paragraphs that share the most words with the quote; aligning against all of them is waste. */
const candidates = 3;
/** Cells of one alignment table; past it the paragraph is cut to a window around shared words. */
const largestTable = 4_000_000;

/**
 * The stretch of the source that comes closest to the quote, word by word, with single letters
 * weighed inside words; null where nothing in it is like the quote at all.
 */
export function findNearest(quote: string, source: Source): Nearest | null {
  const wanted = tokenize(quote).filter((token) => token.kind === 'word');
  if (wanted.length === 0) return null;
  const known = new Set(wanted.map((token) => token.value.toLowerCase()));
  const ranked = source.paragraphs
    .map((paragraph) => paragraph.filter((token) => token.kind === 'word'))
    .filter((words) => words.length > 0)
    .map((words) => ({ words, shared: countShared(words, known) }))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, candidates);
  let best: Nearest | null = null;
  for (const { words } of ranked) {
    const window = words.slice(0, Math.max(1, Math.floor(largestTable / wanted.length)));
    const found = align(wanted, window);
    if (found && found.similarity > (best?.similarity ?? 0)) best = found;
  }
  return best;
}

function countShared(words: Token[], known: Set<string>): number {
  return new Set(words.map((t) => t.value.toLowerCase()).filter((word) => known.has(word))).size;
}

/** Semi-global alignment: all of the quote against any stretch of the words, at least cost. */
function align(wanted: Token[], words: Token[]): Nearest | null {
  let cost = new Float64Array(words.length + 1);
  let from = Int32Array.from(cost.keys());
  for (const want of wanted) {
    const nextCost = new Float64Array(words.length + 1);
    const nextFrom = new Int32Array(words.length + 1);
    nextCost[0] = (cost[0] ?? 0) + 1;
    for (let j = 1; j <= words.length; j += 1) {
      const changed = (cost[j - 1] ?? 0) + difference(want.value, (words[j - 1] as Token).value);
      const added = (cost[j] ?? 0) + 1;
      const left = (nextCost[j - 1] ?? 0) + 0.6;
      const least = Math.min(changed, added, left);
      nextCost[j] = least;
      const origin = least === changed ? from[j - 1] : least === added ? from[j] : nextFrom[j - 1];
      nextFrom[j] = origin ?? 0;
    }
    [cost, from] = [nextCost, nextFrom];
  }
  const end = cost.indexOf(Math.min(...chunkedMin(cost)));
  const start = from[end] ?? 0;
  const [first, last] = [words[start], words[end - 1]];
  if (!first || !last || end <= start) return null;
  const similarity = Math.max(0, 1 - (cost[end] ?? 0) / wanted.length);
  return similarity > 0 ? { start: first.start, end: last.end, similarity } : null;
}

/** `Math.min(...array)` overflows the stack on long arrays. */
function chunkedMin(cost: Float64Array): number[] {
  return [cost.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY)];
}

/** 0 for the same word, 0.15 for another case, up to 1.2 for words that share nothing. */
function difference(a: string, b: string): number {
  if (a === b) return 0;
  if (a.toLowerCase() === b.toLowerCase()) return 0.15;
  const common = commonPrefix(a, b) + commonPrefix(reverse(a), reverse(b));
  const likeness = Math.min(common, a.length, b.length) / Math.max(a.length, b.length);
  return likeness >= 0.5 ? 1 - likeness : 1.2;
}

function commonPrefix(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n += 1;
  return n;
}

const reverse = (word: string) => [...word].reverse().join('');
