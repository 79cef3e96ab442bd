const openers = new Set('“„«');
const letter = /[\p{L}\p{N}]/u;
const singleReach = 600;
const mostApostrophes = 12;

/**
 * Where a passage between single marks ends that begins at `start`, its closing mark included, or 0. An apostrophe within a word is none; one after a letter
 * and before a blank may be a plural's, so a mark after a stop or comma is believed first.
 */
export function closeSingle(text: string, start: number, end: number): number {
  const curly = text[start] !== "'";
  const limit = Math.min(end, start + singleReach);
  let possible = 0;
  let marks = 0;
  for (let at = start + 1; at < limit; at++) {
    const sign = text[at] ?? '';
    if (sign === '‘' || openers.has(sign) || sign === '"') break;
    const closes = curly ? sign === '’' || sign === '›' : sign === "'";
    if (!closes) continue;
    if (++marks > mostApostrophes) break;
    if (letter.test(text[at + 1] ?? '')) continue;
    if (/[.,?!]/.test(text[at - 1] ?? '')) return at + 1;
    possible ||= at + 1;
  }
  if (!possible) return 0;
  // Straight marks are mostly apostrophes: only a short fragment is believed.
  return curly || possible - start < 60 ? possible : 0;
}
