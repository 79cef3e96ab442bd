import type { ExpertKind } from './expert';

/** Whoever may be an expert that the store has already: as an article names them, or as stored. */
export type Named = { name: string; kind: ExpertKind; aliases: string[] };

const titles = new Set(
  'mr mrs ms miss dr prof professor sir dame lord lady sen senator rep gov gen general col amb ambassador president minister secretary'.split(
    ' ',
  ),
);
const generations = /^(?:jr|sr|ii|iii|iv)$/;

/**
 * Why two names may mean the same expert, in words, or null where nothing says so. It is a question
 * to put to a person, never an answer: namesakes exist, and so do families.
 */
export function resemblance(one: Named, other: Named): string | null {
  if (one.kind !== other.kind) return null;
  const [mine, theirs] = [namesOf(one), namesOf(other)];
  if (mine[0] === theirs[0]) return 'the same name';
  if (mine.some((name) => theirs.includes(name))) return 'a name they share';
  if (one.kind !== 'person') return null;
  const pairs = mine.flatMap((a) => theirs.map((b) => [a.split(' '), b.split(' ')] as const));
  return pairs.map(([a, b]) => alike(a, b)).find((reason) => reason !== null) ?? null;
}

function namesOf(named: Named): string[] {
  return [named.name, ...named.aliases]
    .map((name) => foldName(name))
    .filter((name, index) => name !== '' && (index === 0 || !isDescription(name)));
}

/** "the Carnegie analyst" names nobody in another article. */
function isDescription(name: string): boolean {
  return /^(?:the|a|an|his|her|their) /.test(name);
}

function alike(one: string[], other: string[]): string | null {
  if (one.at(-1) !== other.at(-1)) return null;
  if (one.length === 1 || other.length === 1) return 'the same surname';
  const [a = '', b = ''] = [one[0], other[0]];
  if (a === b) return 'the same first name and surname';
  if (a[0] !== b[0]) return null;
  if (a.length === 1 || b.length === 1) return 'the same surname and initial';
  return a.startsWith(b) || b.startsWith(a) ? 'the same surname, and a short first name' : null;
}

/** A name for comparing: no accents, titles, stops or generations; lower case. */
export function foldName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .replace(/[^\p{L}\p{N}\s-]/gu, ' ')
    .split(/\s+/)
    .filter(Boolean);
  const kept = words.filter((word) => !titles.has(word) && !generations.test(word));
  return (kept.length > 0 ? kept : words).join(' ');
}

/** The word by which a name is looked for in the store: a person's surname, else the last word. */
export function lookupWord(name: string): string {
  return foldName(name).split(' ').at(-1) ?? '';
}
