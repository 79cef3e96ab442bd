import type { Paragraph } from './article';
import { AppError } from './errors';
import { quotedStretches } from './quote/stretches';

/**
 * A stretch of one paragraph: `[start, end)` in UTF-16 code units of the paragraph, and the exact
 * words there. `quoted` says that the source prints them between quotation marks; the marks
 * themselves are not part of the span.
 */
export type Span = {
  id: string;
  paragraphId: string;
  start: number;
  end: number;
  text: string;
  quoted: boolean;
};

/** Whether the span's words still stand where it says. */
export function resolves(span: Span, paragraph: Paragraph): boolean {
  return (
    span.paragraphId === paragraph.id &&
    span.end > span.start &&
    paragraph.text.slice(span.start, span.end) === span.text
  );
}

/**
 * Finds the words in the paragraph, once and exactly, and makes a span of them. Refused where
 * they are not there, or stand there more than once.
 */
export function spanOf(paragraph: Paragraph, words: string, quoted: boolean): Omit<Span, 'id'> {
  const start = paragraph.text.indexOf(words);
  if (start < 0 || words === '')
    throw new AppError('invalid', `Paragraph ${paragraph.number} does not contain “${words}”.`);
  if (paragraph.text.indexOf(words, start + 1) >= 0)
    throw new AppError(
      'invalid',
      `“${words}” stands more than once in paragraph ${paragraph.number}.`,
    );
  return { paragraphId: paragraph.id, start, end: start + words.length, text: words, quoted };
}

/** A stretch of a paragraph that somebody chose, `[start, end)` in UTF-16 code units. */
export type Chosen = { paragraphId: string; start: number; end: number };

/** Choices in their order, those that overlap joined into one: no word is chosen twice. */
export function withoutOverlap(chosen: Chosen[]): Chosen[] {
  let out: Chosen[] = [];
  for (const each of chosen) {
    const met = out.filter((other) => overlaps(other, each));
    const joined = {
      paragraphId: each.paragraphId,
      start: Math.min(each.start, ...met.map((other) => other.start)),
      end: Math.max(each.end, ...met.map((other) => other.end)),
    };
    const [first] = met;
    out = first
      ? out.flatMap((other) => (other === first ? [joined] : met.includes(other) ? [] : [other]))
      : [...out, joined];
  }
  return out;
}

function overlaps(one: Chosen, other: Chosen): boolean {
  return one.paragraphId === other.paragraphId && one.start < other.end && other.start < one.end;
}

const word = /[\p{L}\p{N}]/u;
/** What may stand at the edge of a choice and is no part of a statement. */
const loose = /[\s,;:–—-]/;

/**
 * The spans that a choice of words makes: blanks and joining signs at its edges are left off; where
 * all its words stand between quotation marks there is one quoted span for each pair of marks, the
 * marks left out; otherwise it is one span that keeps its marks. A span chosen again is the same
 * span. Empty where no word was chosen.
 */
export function spansAt(paragraph: Pick<Paragraph, 'id' | 'text'>, start: number, end: number) {
  const range = { start: Math.max(0, start), end: Math.min(end, paragraph.text.length) };
  if (!hasWord(paragraph.text, range.start, range.end)) return [];
  const within = quotedStretches(paragraph.text)
    .map(({ from, to }) => ({ start: Math.max(from, range.start), end: Math.min(to, range.end) }))
    .filter((each) => hasWord(paragraph.text, each.start, each.end));
  const make = (each: { start: number; end: number }, quoted: boolean): Omit<Span, 'id'> => ({
    paragraphId: paragraph.id,
    ...each,
    text: paragraph.text.slice(each.start, each.end),
    quoted,
  });
  if (!coversWords(paragraph.text, range, within))
    return [make(trimLoose(paragraph.text, range), false)];
  return within.map((each) => make(trimBlanks(paragraph.text, each), true));
}

type Stretch = { start: number; end: number };

function trimLoose(text: string, range: Stretch): Stretch {
  let { start, end } = range;
  while (start < end && loose.test(text[start] ?? '')) start++;
  while (end > start && loose.test(text[end - 1] ?? '')) end--;
  return { start, end };
}

function trimBlanks(text: string, { start, end }: Stretch): Stretch {
  const words = text.slice(start, end);
  return {
    start: start + (words.length - words.trimStart().length),
    end: end - (words.length - words.trimEnd().length),
  };
}

function hasWord(text: string, start: number, end: number): boolean {
  return start < end && word.test(text.slice(start, end));
}

/** Whether no word of the range stands outside the stretches, which are in order. */
function coversWords(text: string, range: Stretch, stretches: Stretch[]): boolean {
  let from = range.start;
  for (const each of stretches) {
    if (hasWord(text, from, each.start)) return false;
    from = each.end;
  }
  return stretches.length > 0 && !hasWord(text, from, range.end);
}

/** The words of spans as they are shown: quoted ones between marks, each; others joined by “ … ”. */
export function shownWords(spans: Pick<Span, 'text' | 'quoted'>[]): string {
  if (spans.every((span) => span.quoted)) return spans.map(({ text }) => `“${text}”`).join(' ');
  return spans.map(({ text, quoted }) => (quoted ? `“${text}”` : text)).join(' … ');
}

/** A span's words in order, parted into what stands between quotation marks (left out) and what does not. */
export function partsOf(span: Pick<Span, 'text' | 'quoted'>): { words: string; quoted: boolean }[] {
  const parts: { words: string; quoted: boolean }[] = [];
  // The marks themselves belong to neither.
  const mark = span.quoted ? 0 : 1;
  let from = 0;
  for (const { at, words } of quotedParts(span)) {
    parts.push({ words: span.text.slice(from, at - mark), quoted: false }, { words, quoted: true });
    from = at + words.length + mark;
  }
  parts.push({ words: span.text.slice(from), quoted: false });
  return parts.filter(({ words }) => words !== '');
}

/**
 * The words of a span that the source prints between quotation marks, without the marks, and where
 * they begin in the span: all of a quoted span, else what stands between marks in it.
 */
export function quotedParts(span: Pick<Span, 'text' | 'quoted'>): { at: number; words: string }[] {
  if (span.quoted) return [{ at: 0, words: span.text }];
  return quotedStretches(span.text)
    .map(({ from, to }) => ({ at: from, words: span.text.slice(from, to) }))
    .filter(({ words }) => word.test(words));
}
