import {
  type FoundState,
  findExact,
  findMarked,
  findTypographic,
  type Range,
  type Source,
} from './match';
import { findNearest } from './nearest';

export { prepareSource, type Range, type Source } from './match';

/**
 * How a quote stands to its source. The last three block clearance and export.
 * - exact: character for character
 * - typographic: other quotation marks, dashes, spaces, or a closing comma or full stop
 * - marked: our ellipses or brackets show each change
 * - altered: words changed, and nothing shows it
 * - not-found: nothing in the source is like it
 * - wrong-speaker: the right words, but not this speaker's
 */
export type QuoteState = FoundState | 'altered' | 'not-found' | 'wrong-speaker';

/** What a check found: where the words stand, and the source's own words nearest to them. */
export type QuoteCheck = { state: QuoteState; at: Range | null; nearest: string | null };

/** Whether a text with a quote in this state may be cleared and exported. */
export function isSound(state: QuoteState): boolean {
  return state === 'exact' || state === 'typographic' || state === 'marked';
}

/** A quote as like its source as this was taken from it and changed; below, it came from elsewhere. */
const takenFrom = 0.5;
const worthShowing = 0.25;

/** Whether a stretch of the source, found in this state, is spoken by the one it is ascribed to. */
export type IsSpeakers = (range: Range, state: FoundState) => boolean;

const finders = [
  ['exact', findExact],
  ['typographic', findTypographic],
  ['marked', findMarked],
] as const;

/** Whether the quote stands in the source as the speaker's; quicker than to say how it fails. */
export function standsIn(quote: string, source: Source, isSpeakers: IsSpeakers): boolean {
  if (!/[\p{L}\p{N}]/u.test(quote)) return false;
  return finders.some(([state, find]) => find(quote, source).some((at) => isSpeakers(at, state)));
}

/**
 * Holds a quote against a source. `isSpeakers` says whether a stretch of the source is spoken by
 * the one it is ascribed to; without it the speaker is not checked. Any two strings are accepted.
 */
export function checkQuote(
  quote: string,
  source: Source,
  isSpeakers: IsSpeakers = () => true,
): QuoteCheck {
  if (!/[\p{L}\p{N}]/u.test(quote)) return { state: 'not-found', at: null, nearest: null };
  let elsewhere: Range | null = null;
  for (const [state, find] of finders) {
    const ranges = find(quote, source);
    const at = ranges.find((range) => isSpeakers(range, state));
    if (at) return { state, at, nearest: source.text.slice(at.start, at.end) };
    elsewhere ??= ranges[0] ?? null;
  }
  if (elsewhere) {
    const nearest = source.text.slice(elsewhere.start, elsewhere.end);
    return { state: 'wrong-speaker', at: elsewhere, nearest };
  }
  return describeMiss(quote, source);
}

function describeMiss(quote: string, source: Source): QuoteCheck {
  const found = findNearest(quote, source);
  if (!found || found.similarity < worthShowing)
    return { state: 'not-found', at: null, nearest: null };
  const nearest = source.text.slice(found.start, found.end);
  if (found.similarity < takenFrom) return { state: 'not-found', at: null, nearest };
  return { state: 'altered', at: { start: found.start, end: found.end }, nearest };
}
