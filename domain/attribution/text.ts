/** A stretch of the article, `[start, end)` in UTF-16 code units, with its exact words. */
export type Stretch = { start: number; end: number; text: string };

/** Cuts a stretch out of the text. */
export function stretchOf(text: string, start: number, end: number): Stretch {
  return { start, end, text: text.slice(start, end) };
}
