import type { Paragraph } from './article';
import { findExact, findTypographic, prepareSource, type Source } from './quote/match';
import type { Span } from './span';

/** An assessment's spans in their order, as far as re-anchoring asks. */
export type Anchored = { id: string; spans: Omit<Span, 'id'>[] };

/** Where the assessments of an article's last version stand in its next. */
export type Reanchored = {
  /** Those of which every span was found, with the spans as they stand in the new text. */
  carried: Anchored[];
  /** The others, with the words that are gone or were changed. */
  lost: { id: string; words: string[] }[];
};

type Ground = { paragraph: Paragraph; index: number; source: Source };

/**
 * Finds each assessment's words in the new paragraphs: exactly, or else with other typography.
 * Where they stand more than once, the place nearest to the old one in the order of the text is
 * taken. An assessment is carried with all its spans or not at all; only numbered paragraphs hold
 * one, since nothing else can be cited.
 */
export function reanchor(
  before: Paragraph[],
  after: Paragraph[],
  assessments: Anchored[],
): Reanchored {
  const grounds = after
    .map((paragraph, index) => ({ paragraph, index, source: prepareSource(paragraph.text) }))
    .filter(({ paragraph }) => paragraph.number !== null);
  const expected = expectedPlaces(before, after);
  const result: Reanchored = { carried: [], lost: [] };
  for (const { id, spans } of assessments) {
    const found = spans.map((span) => findSpan(span, grounds, expected.get(span.paragraphId)));
    const words = spans.filter((_, index) => found[index] === null).map((span) => span.text);
    if (words.length > 0 || spans.length === 0) result.lost.push({ id, words });
    else result.carried.push({ id, spans: found.filter((span) => span !== null) });
  }
  return result;
}

function findSpan(
  span: Omit<Span, 'id'>,
  grounds: Ground[],
  expected = 0,
): Omit<Span, 'id'> | null {
  for (const find of [findExact, findTypographic]) {
    const places = grounds.flatMap((ground) =>
      find(span.text, ground.source).map((range) => ({ ...ground, ...range })),
    );
    const distance = (place: (typeof places)[number]) =>
      Math.abs(place.index - expected) + Math.abs(place.start - span.start) / 1e7;
    places.sort((a, b) => distance(a) - distance(b));
    const [nearest] = places;
    if (!nearest) continue;
    const { paragraph, start } = nearest;
    // Other typography leaves out a closing comma or full stop; where one stands there, it is kept.
    const closes = /[,.]$/.test(span.text) && /^[,.]/.test(paragraph.text.slice(nearest.end));
    const end = closes && find === findTypographic ? nearest.end + 1 : nearest.end;
    const text = paragraph.text.slice(start, end);
    return { paragraphId: paragraph.id, start, end, text, quoted: span.quoted };
  }
  return null;
}

/**
 * Where each old paragraph is to be looked for: where its own text stands now, or else as far
 * behind the last one that stands unchanged as it was before.
 */
function expectedPlaces(before: Paragraph[], after: Paragraph[]): Map<string, number> {
  const places = new Map<string, number>();
  let shift = 0;
  for (const [index, paragraph] of before.entries()) {
    const there = after
      .map((each, at) => (each.text === paragraph.text ? at : -1))
      .filter((at) => at >= 0)
      .sort((a, b) => Math.abs(a - index - shift) - Math.abs(b - index - shift))[0];
    if (there !== undefined) shift = there - index;
    places.set(paragraph.id, index + shift);
  }
  return places;
}
