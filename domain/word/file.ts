import type { PastedNode } from '../paste/structure';

/** What was read of a Word file: its body, its notes by their ids, and what could not be read of it. */
export type WordFile = {
  nodes: PastedNode[];
  notes: Record<string, string>;
  losses: string[];
  /** All its lines, heads, feet and comments included: what is looked through for markings. */
  lines: string;
};

/** The signs between which a note's id stands in the body, where its mark was; no letters of anybody's. */
export const noteSigns = { open: '\uE000', close: '\uE001' } as const;
