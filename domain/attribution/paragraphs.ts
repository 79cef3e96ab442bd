/** One block of the text that is read on its own, `[start, end)` in UTF-16 code units. */
export type Block = { start: number; end: number };

/** No paragraph is this long; what is longer is cut, so that the cost stays linear. */
const longest = 50_000;

/**
 * Cuts a text into paragraphs at its line ends. A line that is visibly wrapped (long, without an
 * end mark, and followed by a line in lower case) goes on into the next one. Blank ones are left out.
 */
export function splitBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const ends = at === text.length || isLineEnd(text.charCodeAt(at));
    if (!ends && at - start < longest) continue;
    if (ends && at < text.length && isWrapped(text, start, at)) continue;
    addTrimmed(text, { start, end: at }, blocks);
    start = ends ? at + 1 : at;
  }
  return blocks;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13 || code === 0x2028 || code === 0x2029;
}

function isWrapped(text: string, start: number, at: number): boolean {
  if (at - start < 40 || !/[\p{L}\p{N},]/u.test(text[at - 1] ?? '')) return false;
  let next = at + 1;
  if (text.charCodeAt(at) === 13 && text.charCodeAt(next) === 10) next++;
  return /\p{Ll}/u.test(text[next] ?? '');
}

function addTrimmed(text: string, block: Block, blocks: Block[]): void {
  let { start, end } = block;
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  if (end > start) blocks.push({ start, end });
}
