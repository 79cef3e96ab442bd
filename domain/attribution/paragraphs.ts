/** One block of the text that is read on its own, `[start, end)` in UTF-16 code units. */
export type Block = { start: number; end: number };

/** No paragraph is this long; what is longer is cut, so that the cost stays linear. */
const longest = 50_000;

/**
 * Cuts a text into paragraphs at its line ends. A line that is visibly wrapped (long, without an
 * end mark, and followed by a line in lower case) goes on into the next one, and where a whole text
 * is, only blank lines count. Blank ones are left out.
 */
export function splitBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  const reflowed = isReflowed(text);
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const ends = at === text.length || isLineEnd(text.charCodeAt(at));
    if (!ends && at - start < longest) continue;
    if (ends && at < text.length && isWrapped(text, { start, end: at }, reflowed)) continue;
    addTrimmed(text, { start, end: at }, blocks);
    start = ends ? at + 1 : at;
  }
  return blocks;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13 || code === 0x2028 || code === 0x2029;
}

/** No line that is shorter than this was wrapped. */
const shortest = 40;

function isWrapped(text: string, line: Block, reflowed: boolean): boolean {
  // A paragraph's later lines are measured from the last line end.
  const from = Math.max(line.start, lastLineEnd(text, line));
  if (line.end - from < shortest) return false;
  const next = nextLine(text, line.end);
  if (reflowed) return /\S/.test(text[next] ?? '');
  return /[\p{L}\p{N},]/u.test(text[line.end - 1] ?? '') && /\p{Ll}/u.test(text[next] ?? '');
}

function lastLineEnd(text: string, { start, end }: Block): number {
  for (let at = end - 1; at > start && end - at <= shortest; at--)
    if (isLineEnd(text.charCodeAt(at))) return at + 1;
  return start;
}

function nextLine(text: string, end: number): number {
  return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
}

/**
 * Whether a text was set in lines of one width: of its single line ends many stand within a
 * sentence, before a word in lower case. Then blank lines alone part its paragraphs.
 */
function isReflowed(text: string): boolean {
  let single = 0;
  let within = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (!isLineEnd(text.charCodeAt(at))) continue;
    const next = nextLine(text, at);
    if (at - start >= shortest && /\S/.test(text[next] ?? '')) {
      single++;
      if (/\p{Ll}/u.test(text[next] ?? '')) within++;
    }
    start = at + 1;
  }
  return within >= 5 && within * 2 > single;
}

function addTrimmed(text: string, block: Block, blocks: Block[]): void {
  let { start, end } = block;
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  if (end > start) blocks.push({ start, end });
}
