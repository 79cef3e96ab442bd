/** A stretch of a text that is shown, and whether it is what was searched for. */
export type Part = { text: string; hit: boolean };

/** What stands before and after a hit in a marked text: signs that no text of ours has. */
export const hitMarks = { start: '\uE000', end: '\uE001' };

/** A marked text as parts, none of them empty. A mark that lacks its other one is left out. */
export function partsOf(marked: string): Part[] {
  const parts: Part[] = [];
  for (const [index, piece] of marked.split(hitMarks.start).entries()) {
    const end = index === 0 ? -1 : piece.indexOf(hitMarks.end);
    if (end > 0) parts.push({ text: piece.slice(0, end), hit: true });
    const rest = piece.slice(end + 1).replaceAll(hitMarks.end, '');
    if (rest) parts.push({ text: rest, hit: false });
  }
  return parts;
}

/** A text and the same with its hits marked; the marked one may have other signs in their places. */
export type Lit = { text: string; marked: string };

/** The text's own signs as parts. Where the marked one is not as long, nothing is marked. */
export function litParts({ text, marked }: Lit): Part[] {
  const parts = partsOf(marked);
  if (textOf(parts).length !== text.length) return text ? [{ text, hit: false }] : [];
  let at = 0;
  return parts.map((part) => {
    const start = at;
    at += part.text.length;
    return { ...part, text: text.slice(start, at) };
  });
}

/** The parts' words as one text. */
export function textOf(parts: Part[]): string {
  return parts.map((part) => part.text).join('');
}

/**
 * At most about `length` characters where the most hits stand close together, cut between words;
 * `…` says where more was left out.
 */
export function passageOf(parts: Part[], length = 280): Part[] {
  const whole = textOf(parts);
  if (whole.length <= length) return parts;
  const at = densest(parts, (length * 2) / 3);
  const from = at <= length / 3 ? 0 : wordStart(whole, at - Math.floor(length / 4));
  const to = from + length >= whole.length ? whole.length : wordEnd(whole, from + length);
  const shown = cutParts(parts, from, to);
  const before = from > 0 ? [{ text: '… ', hit: false }] : [];
  const after = to < whole.length ? [{ text: ' …', hit: false }] : [];
  return [...before, ...shown, ...after];
}

/** Where the first of the most hits begins that stand within so many characters. */
function densest(parts: Part[], within: number): number {
  let at = 0;
  const starts = parts.flatMap((part) => {
    at += part.text.length;
    return part.hit ? [at - part.text.length] : [];
  });
  let [best, most, end] = [0, 0, 0];
  for (const [index, start] of starts.entries()) {
    while (end < starts.length && (starts[end] ?? 0) < start + within) end += 1;
    if (end - index > most) [best, most] = [start, end - index];
  }
  return best;
}

function cutParts(parts: Part[], from: number, to: number): Part[] {
  let start = 0;
  return parts.flatMap((part) => {
    const text = part.text.slice(Math.max(from - start, 0), Math.max(to - start, 0));
    start += part.text.length;
    return text ? [{ ...part, text }] : [];
  });
}

// A "word" without an end in sight (a language without spaces) is cut where it has to be.
function wordStart(text: string, from: number): number {
  const space = text.slice(from, from + 40).search(/\s/);
  return whole(text, space < 0 ? from : from + space + 1);
}

function wordEnd(text: string, to: number): number {
  const space = text.slice(to - 40, to + 1).search(/\s\S*$/);
  return whole(text, space < 0 ? to : to - 40 + space);
}

/** Not between the two halves of one sign. */
function whole(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at;
}
