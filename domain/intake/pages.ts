/** A line of a printed page: points from the left and from the top, and how high its letters are. */
export type Line = { text: string; x: number; y: number; width: number; height: number };

/** A printed page with its lines in the order of reading, and its height in points. */
export type PrintedPage = { height: number; lines: Line[] };

/**
 * Makes paragraphs of printed pages: running heads and page numbers are left out, lines joined
 * where one goes on in the next, words mended that were hyphenated at a line's end, and a
 * paragraph goes on over a page's end unless its sentence was over.
 */
export function paragraphsOfPages(pages: PrintedPage[]): string[] {
  const running = runningHeads(pages);
  const step = usualStep(pages);
  const groups: Line[][] = [];
  for (const page of pages) {
    const lines = page.lines.filter((line) => !isFurniture(line, page, running));
    for (const [index, line] of groupLines(lines, step).entries()) {
      const open = groups.at(-1);
      if (index === 0 && open && goesOn(open, line)) open.push(...line);
      else groups.push(line);
    }
  }
  const known = wordsOf(pages);
  return groups.map((lines) =>
    joinLines(
      lines.map((line) => line.text),
      known,
    ),
  );
}

const margin = 0.1;
const isInMargin = (line: Line, page: PrintedPage) =>
  line.y < page.height * margin || line.y > page.height * (1 - margin);
const shapeOf = (text: string) => text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();

/** Lines that stand in the margin of two pages or more, and of two fifths of them, whatever their numbers. */
function runningHeads(pages: PrintedPage[]): Set<string> {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const shape of new Set(
      page.lines.filter((line) => isInMargin(line, page)).map((line) => shapeOf(line.text)),
    ))
      counts.set(shape, (counts.get(shape) ?? 0) + 1);
  const often = Math.max(2, pages.length * 0.4);
  return new Set([...counts].filter(([, count]) => count >= often).map(([shape]) => shape));
}

function isFurniture(line: Line, page: PrintedPage, running: Set<string>): boolean {
  if (!isInMargin(line, page)) return false;
  const number =
    /^[-–—\s]*(?:page |p\. ?)?(?:\d{1,4}|[ivxl]{1,6})(?: ?(?:of|\/) ?\d{1,4})?[-–—\s]*$/i;
  return number.test(line.text) || running.has(shapeOf(line.text));
}

function groupLines(lines: Line[], step: number): Line[][] {
  const groups: Line[][] = [];
  let last: Line | null = null;
  for (const line of lines) {
    if (last && isSameParagraph(last, line, groups.at(-1) ?? [], step)) groups.at(-1)?.push(line);
    else groups.push([line]);
    last = line;
  }
  return groups;
}

/** The distance from line to line that is the most frequent of all, in whole half points. */
function usualStep(pages: PrintedPage[]): number {
  const counts = new Map<number, number>();
  for (const { lines } of pages)
    for (const [index, line] of lines.entries()) {
      const step = Math.round((line.y - (lines[index - 1]?.y ?? line.y)) * 2) / 2;
      if (step > 0 && step < line.height * 3) counts.set(step, (counts.get(step) ?? 0) + 1);
    }
  return [...counts].sort(([a, n], [b, m]) => m - n || a - b)[0]?.[0] ?? 0;
}

function isSameParagraph(last: Line, line: Line, group: Line[], step: number): boolean {
  const gap = line.y - last.y;
  if (Math.abs(last.height - line.height) > 0.8) return false;
  // A new column begins further up: the paragraph goes on unless its sentence was over.
  if (gap < -line.height) return !endsSentence(last.text);
  if (step > 0 && gap > step * 1.3) return false;
  if (step === 0 && gap > line.height * 1.9) return false;
  const indented = line.x - last.x > line.height * 0.7;
  const hanging = group.length === 1 && last.x > line.x;
  if (indented && !hanging && endsSentence(last.text)) return false;
  const column = Math.max(...group.map((each) => each.width), line.width);
  return !(endsSentence(last.text) && last.width < column * 0.6);
}

function goesOn(open: Line[], next: Line[]): boolean {
  const last = open.at(-1);
  const [first] = next;
  if (!last || !first || Math.abs(last.height - first.height) > 0.8) return false;
  return /^[\p{Ll}\p{N}(]/u.test(first.text)
    ? !endsSentence(last.text)
    : /[,\p{Ll}-]$/u.test(last.text) && last.width > first.width * 0.8;
}

const endsSentence = (text: string) => /[.!?:…]["'”’)\]]*\s*$/u.test(text);

function wordsOf(pages: PrintedPage[]): Set<string> {
  const text = pages.flatMap((page) => page.lines.map((line) => line.text)).join('\n');
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu));
}

/**
 * Joins lines with a space, and a word that was parted by a hyphen without it, unless the text
 * elsewhere writes it with the hyphen or it goes on with a capital or a digit.
 */
export function joinLines(lines: string[], known: Set<string>): string {
  let text = '';
  for (const raw of lines) {
    const line = raw.replace(/\s+/g, ' ').trim();
    const [, head = ''] = /([\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)[-\u00AD\u2010]$/u.exec(text) ?? [];
    const [rest = ''] = /^[\p{L}\p{N}]+/u.exec(line) ?? [];
    if (head === '' || rest === '') text += (text === '' ? '' : ' ') + line;
    else if (keepsHyphen(head, rest, known)) text += line;
    else text = text.slice(0, -1) + line;
  }
  return text.replaceAll('\u00AD', '');
}

function keepsHyphen(head: string, rest: string, known: Set<string>): boolean {
  if (!/^\p{Ll}/u.test(rest)) return true;
  if (known.has(`${head}${rest}`.toLowerCase())) return false;
  return known.has(`${head}-${rest}`.toLowerCase());
}
