import { type Scale, type Step, scales, shapes } from './scales';

/** A term of likelihood in a sentence: as it is written, the step it names, and its row there. */
export type Term = { written: string; step: Step; row: number; at: number };

type Entry = { shape: string; term: string };

/**
 * The terms of likelihood in a sentence, in reading order, read by a scale; the longest reading
 * counts, so that “very unlikely” is not “unlikely”, and “not likely” is no term of any scale.
 */
export function termsIn(sentence: string, scale: Scale): Term[] {
  const terms = scale.steps.flatMap((step) =>
    step.terms.map((term, row) => ({ term, step, row: scale.rows > 1 ? row : 0 })),
  );
  return matchesOf(sentence).flatMap(({ shape, term, at }) => {
    const found = terms.find((each) => each.term === term);
    return found ? [{ written: shape, step: found.step, row: found.row, at }] : [];
  });
}

/** Terms that the other scales have and this one lacks, as they are written. */
export function foreignTermsIn(sentence: string, scale: Scale): { written: string; other: Term }[] {
  const own = new Set(scale.steps.flatMap(({ terms }) => terms));
  const others = Object.values(scales).filter((each) => each.id !== scale.id);
  return matchesOf(sentence).flatMap(({ shape, term }) => {
    if (own.has(term)) return [];
    const other = others.flatMap((each) => termsIn(shape, each))[0];
    return other ? [{ written: shape, other }] : [];
  });
}

const entries: Entry[] = [
  ...Object.values(scales)
    .flatMap(({ steps }) => steps.flatMap(({ terms }) => terms))
    .map((term) => ({ shape: term, term })),
  ...Object.entries(shapes).map(([shape, term]) => ({ shape, term })),
].toSorted((one, other) => other.shape.length - one.shape.length);

const anyTerm = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${[...new Set(entries.map(({ shape }) => shape))].join('|')})(?![\\p{L}\\p{N}-])`,
  'giu',
);

function matchesOf(sentence: string): (Entry & { at: number })[] {
  return [...sentence.matchAll(anyTerm)].flatMap((match) => {
    // “Not likely” and “remote villages” name no step.
    if (/\b(?:not|n[’']t|no)\s+$/iu.test(sentence.slice(0, match.index))) return [];
    const shape = match[0].toLowerCase();
    if (shape === 'remote' && !/^\s*(?:[.,;:]|$|that\b)/u.test(sentence.slice(match.index + 6)))
      return [];
    const entry = entries.find((each) => each.shape === shape);
    return entry ? [{ ...entry, at: match.index }] : [];
  });
}
