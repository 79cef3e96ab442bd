import type { Partners } from './partners';
import { cut } from './tokens';
import type { Twig } from './tree';

// So much of a new paragraph has to be what its neighbour lost, for it to be its second half.
const leastShare = 0.6;
const fewestWords = 2;

/**
 * Whether the first of both sides, which are partners, was joined or split: how many paragraphs of
 * each side belong together. `{ joined: 1, split: 1 }` where nothing of the kind happened.
 */
export function splitsFrom(
  before: Twig[],
  after: Twig[],
  partners: Partners,
): { joined: number; split: number } {
  const split = countParts(before[0], after, partners);
  const joined = split > 1 ? 1 : countParts(after[0], before, partners);
  return { joined, split };
}

/** How many of the paragraphs are parts of the whole one; the first is its partner. */
function countParts(whole: Twig | undefined, parts: Twig[], partners: Partners): number {
  const [first, ...others] = parts;
  const mayBe = (part: Twig | undefined) => part?.shape === 'paragraph' && !partners.has(part);
  if (whole?.shape !== 'paragraph' || !first || !mayBe(others[0])) return 1;
  const rest = new Bag(wordsOf(whole));
  for (const word of wordsOf(first)) rest.take(word);
  const apart = others.findIndex((part) => {
    const words = wordsOf(part);
    const found = words.filter((word) => rest.take(word)).length;
    const belongs = words.length >= fewestWords && found >= words.length * leastShare;
    return !mayBe(part) || !belongs;
  });
  return 1 + (apart < 0 ? others.length : apart);
}

function wordsOf(twig: Twig): string[] {
  return cut(twig.text).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Words, each as often as it stands there. */
class Bag {
  private readonly counts = new Map<string, number>();

  constructor(words: string[]) {
    for (const word of words) this.counts.set(word, (this.counts.get(word) ?? 0) + 1);
  }

  take(word: string): boolean {
    const count = this.counts.get(word) ?? 0;
    if (count > 0) this.counts.set(word, count - 1);
    return count > 0;
  }
}
