import { type Stretch, stretchOf } from './text';

/** A text whose tags say what is to be found in it. */
export type Tagged = {
  text: string;
  content: Stretch[];
  cue: Stretch | null;
  source: Stretch | null;
};

const tag = /<(\/?)([qcs])>/g;

/**
 * Reads a text with tags: `<q>` around each part of what is said, `<c>` around the cue, `<s>` around
 * the source, for tests alone.
 */
export function readTagged(tagged: string): Tagged {
  const text = tagged.replace(tag, '');
  const found: Record<string, Stretch[]> = { q: [], c: [], s: [] };
  const open: Record<string, number> = {};
  let removed = 0;
  for (const { 0: whole, 1: closing, 2: name = '', index } of tagged.matchAll(tag)) {
    const at = index - removed;
    removed += whole.length;
    if (closing) found[name]?.push(stretchOf(text, open[name] ?? 0, at));
    else open[name] = at;
  }
  return { text, content: found.q ?? [], cue: found.c?.[0] ?? null, source: found.s?.[0] ?? null };
}
