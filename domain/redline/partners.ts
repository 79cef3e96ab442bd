import { cut } from './tokens';
import { flatten, type Twig } from './tree';

/** Which twig of the other version a twig is. What has no partner came in, or went. */
export type Partners = Map<Twig, Twig>;

// Fewer words than this are the same in many places by chance.
const fewestWords = 3;
// Of the words of both, how many have to be in common: from half on it reads as the same text.
const leastLikeness = 0.5;
// A word that stands in more texts than this says nothing about which one it is.
const commonest = 8;

/**
 * Finds each block, item and row again in the other version, wherever it stands: by its id, then
 * by the same words, then by half of its words or more. Each has one partner at most, and the
 * answer leads both ways.
 */
export function findPartners(before: Twig[][], after: Twig[][]): Partners {
  const partners: Partners = new Map();
  const earlier = flatten(before.flat());
  const later = flatten(after.flat());
  const alone = (twigs: Twig[]) => twigs.filter((twig) => !partners.has(twig));
  pairBy(idOf, earlier, later, partners);
  pairBy(wordsOf, alone(earlier), alone(later), partners);
  pairByLikeness(alone(earlier), alone(later), partners);
  return partners;
}

function pair(one: Twig, other: Twig, partners: Partners): void {
  partners.set(one, other);
  partners.set(other, one);
}

/** Pairs what has the same key on both sides, in order, where both have as many of them. */
function pairBy(
  keyOf: (twig: Twig) => string | null,
  before: Twig[],
  after: Twig[],
  partners: Partners,
): void {
  const later = indexBy(keyOf, after);
  for (const [key, twigs] of indexBy(keyOf, before)) {
    const found = later.get(key) ?? [];
    // One more or one less, and nobody can say which of them it is.
    if (found.length !== twigs.length) continue;
    twigs.forEach((twig, index) => {
      const partner = found[index];
      if (partner) pair(twig, partner, partners);
    });
  }
}

function indexBy(keyOf: (twig: Twig) => string | null, twigs: Twig[]): Map<string, Twig[]> {
  const index = new Map<string, Twig[]>();
  for (const twig of twigs) {
    const key = keyOf(twig);
    if (key !== null) index.set(key, [...(index.get(key) ?? []), twig]);
  }
  return index;
}

function idOf({ shape, id }: Twig): string | null {
  if (shape === 'facts' || shape === 'endnotes') return shape;
  return id === '' ? null : `${shape} ${id}`;
}

function wordsOf({ shape, text }: Twig): string {
  return `${shape} ${text}`;
}

/** Rare words name the candidates, likeness decides: no text is compared with all the others. */
function pairByLikeness(before: Twig[], after: Twig[], partners: Partners): void {
  const bags = new Map([...before, ...after].map((twig) => [twig, bagOf(twig.text)]));
  const holders = new Map<string, Twig[]>();
  for (const twig of before)
    for (const word of bags.get(twig) ?? []) {
      const key = `${twig.shape} ${word}`;
      holders.set(key, [...(holders.get(key) ?? []), twig]);
    }
  for (const twig of after) {
    const bag = bags.get(twig) ?? new Set();
    if (bag.size < fewestWords) continue;
    let best: { twig: Twig; likeness: number } | null = null;
    for (const candidate of nominate(twig, bag, holders)) {
      if (partners.has(candidate)) continue;
      const likeness = compareBags(bag, bags.get(candidate) ?? new Set());
      if (likeness >= leastLikeness && likeness > (best?.likeness ?? 0))
        best = { twig: candidate, likeness };
    }
    if (best) pair(best.twig, twig, partners);
  }
}

function nominate(twig: Twig, bag: Set<string>, holders: Map<string, Twig[]>): Set<Twig> {
  const candidates = new Set<Twig>();
  for (const word of bag) {
    const found = holders.get(`${twig.shape} ${word}`) ?? [];
    if (found.length <= commonest) for (const each of found) candidates.add(each);
  }
  return candidates;
}

function compareBags(one: Set<string>, other: Set<string>): number {
  let common = 0;
  for (const word of one) if (other.has(word)) common += 1;
  return (2 * common) / (one.size + other.size);
}

/** The different words of a text, in lower case. */
export function bagOf(text: string): Set<string> {
  return new Set(
    cut(text)
      .filter((word) => /[\p{L}\p{N}]/u.test(word))
      .map((word) => word.toLowerCase()),
  );
}
