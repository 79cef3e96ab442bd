import { boilerplateRule } from './boilerplate';
import { readByline, readDateLine, readOutletLine } from './head';

/**
 * A stretch of a text that may become a paragraph, and where it begins. `head` says that it was a
 * line of the head: title, byline, outlet, date or what a page puts around them.
 */
export type Piece = { start: number; text: string; head: boolean };

/**
 * Cuts a text into pieces at its blank lines, or at its line ends where it has no blank line. The
 * lines of a head that stand close together are pieces of their own, and so are the lines of a
 * block each of which is a paragraph.
 */
export function splitPieces(text: string): Piece[] {
  const isParted = /\r?\n[^\S\n]*\r?\n/.test(text);
  const blocks = cutAt(text, 0, isParted ? /(?:\r?\n[^\S\n]*){2,}/g : lineEnd);
  const pieces: Piece[] = [];
  let inHead = true;
  let others = 0;
  for (const block of blocks) {
    if (!block.text.includes('\n')) {
      const isHead = inHead && isHeadLine(block.text, pieces.at(-1)?.text);
      if (!isHead) others += 1;
      inHead &&= others < mostBefore;
      pieces.push({ ...block, head: isHead });
      continue;
    }
    const lines = cutAt(block.text, block.start, lineEnd);
    const count = inHead ? headLines(lines) : 0;
    pieces.push(...lines.slice(0, count).map((line) => ({ ...line, head: true })));
    pieces.push(...bodyPieces(text, lines.slice(count)));
    inHead = count === lines.length;
  }
  return pieces;
}

type Line = { start: number; text: string };

const lineEnd = /\r?\n/g;
/** A title and a sentence under it may stand before the byline. */
const mostBefore = 3;

function cutAt(text: string, offset: number, gap: RegExp): Line[] {
  const lines: Line[] = [];
  let from = 0;
  const take = (to: number) => {
    const raw = text.slice(from, to);
    const words = raw.trim();
    if (words) lines.push({ start: offset + from + raw.indexOf(words), text: words });
  };
  for (const match of text.matchAll(gap)) {
    take(match.index);
    from = match.index + match[0].length;
  }
  take(text.length);
  return lines;
}

/** A line that says who, for whom or when, or that a page puts around every article. */
function isHeadLine(line: string, before: string | undefined): boolean {
  return boilerplateRule(line) !== null || isSigning(line, before);
}

function isSigning(line: string, before: string | undefined): boolean {
  if (readDateLine(line) || readByline(line)) return true;
  return before !== undefined && readOutletLine(line, before) !== null;
}

/** How many lines of a block are its head; a title counts if a byline, outlet or date follows it. */
function headLines(lines: Line[]): number {
  const words = (at: number) => lines[at]?.text ?? '';
  let count = 0;
  let titled = false;
  while (count < lines.length) {
    const before = count > 0 ? words(count - 1) : undefined;
    if (isHeadLine(words(count), before)) count += 1;
    else if (titled || words(count).length > 200) break;
    else if (lines.length === count + 1 && count > 0 && !/[.!?]$/.test(words(count)))
      return count + 1;
    else if (isSigning(words(count + 1), words(count))) count += 1;
    else if (isSigning(words(count + 2), words(count + 1)) && words(count + 1).length <= 300)
      count += 2;
    else break;
    titled ||= !isHeadLine(words(count - 1), before);
  }
  return count;
}

/** The rest of a block: its lines, where each is a whole paragraph, or else one paragraph. */
function bodyPieces(text: string, lines: Line[]): Piece[] {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return [];
  if (lines.length > 1 && lines.every(isParagraph))
    return lines.map((line) => ({ ...line, head: false }));
  const end = last.start + last.text.length;
  return [{ start: first.start, text: text.slice(first.start, end), head: false }];
}

/** Long, and ending as a sentence does: a line that was wrapped ends anywhere. */
function isParagraph({ text }: Line): boolean {
  const ends = /[.?!…:]["'”’)\]]*$/.test(text);
  return (ends && text.length >= 30) || isHeadLine(text, undefined);
}
