import { closeSingle } from './single';

const closers: Record<string, string> = {
  '“': '”',
  '„': '”“',
  '«': '»',
  '‹': '›',
  '‘': '’',
  '"': '"',
};
const anyCloser = /[”»›]/;

/**
 * The outermost stretches between quotation marks of a line, without the marks. A mark that stays
 * open reaches to the line's end, and one that only closes reaches back to its beginning: a
 * quotation may run over several paragraphs. Linear in the line's length.
 */
export function quotedStretches(line: string): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  const open: { mark: string; from: number }[] = [];
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at] as string;
    const top = open.at(-1);
    const single = top ? 0 : singleEnd(line, at);
    if (single > 0) {
      stretches.push({ from: at + 1, to: single - 1 });
      at = single - 1;
      continue;
    }
    if (top && closers[top.mark]?.includes(sign) && !isApostrophe(line, at)) {
      open.pop();
      if (open.length === 0) stretches.push({ from: top.from, to: at });
    } else if (sign in closers && !isApostrophe(line, at)) open.push({ mark: sign, from: at + 1 });
    else if (!top && anyCloser.test(sign) && stretches.length === 0)
      stretches.push({ from: 0, to: at });
  }
  const [left] = open;
  if (left) stretches.push({ from: left.from, to: line.length });
  return stretches;
}

/**
 * Where a passage between single marks ends that opens here, or 0: the apostrophe of a plural
 * within it closes nothing. Straight marks have to stand at a word's edges.
 */
function singleEnd(line: string, at: number): number {
  const sign = line[at];
  if (sign === '‘') return isApostrophe(line, at) ? 0 : closeSingle(line, at, line.length);
  if (sign !== "'" || /[\p{L}\p{N}]/u.test(line[at - 1] ?? '')) return 0;
  if (!/\p{L}/u.test(line[at + 1] ?? '')) return 0;
  const end = closeSingle(line, at, line.length);
  return end > 0 && /s'$/.test(line.slice(at, end)) ? 0 : end;
}

/** A single mark inside or right after a word that goes on is an apostrophe. */
function isApostrophe(line: string, at: number): boolean {
  if (line[at] !== '’' && line[at] !== '‘') return false;
  const before = /[\p{L}\p{N}]/u.test(line[at - 1] ?? '');
  const after = /[\p{L}\p{N}]/u.test(line[at + 1] ?? '');
  return before && after;
}
