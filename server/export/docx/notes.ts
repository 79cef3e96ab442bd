import type { Block, Endnote, Printed, Run } from '@/domain/document/print';

/**
 * How a memo's sources are set. `real` ones are Word's endnotes, which number themselves and follow
 * when text is moved; else they are a numbered list in the place where the memo has them.
 */
export type Sources = {
  real: boolean;
  notes: Endnote[];
  /** How often each number is cited in the text. */
  citations: Map<number, number>;
};

/**
 * Reads how the sources of a memo can be set. Word prints endnotes at the very end and counts them
 * by first appearance: where the memo has them elsewhere or otherwise, they can't be Word's. Nor
 * where it has a marking, for LibreOffice sets endnotes on a page of their own without a banner.
 */
export function readSources(printed: Printed): Sources {
  const blocks = printed.sections.flatMap((section) => section.blocks);
  const lists = blocks.flatMap((block) => (block.kind === 'endnotes' ? [block.notes] : []));
  const notes = lists.flat();
  const cited = blocks.flatMap(runsOf).flatMap((run) => (run.kind === 'citation' ? run.note : []));
  const citations = new Map<number, number>();
  for (const note of cited) citations.set(note, (citations.get(note) ?? 0) + 1);
  const isLast = printed.sections.at(-1)?.blocks.at(-1)?.kind === 'endnotes';
  const first = [...citations.keys()];
  const counts =
    first.length === notes.length &&
    first.every((note, index) => note === index + 1 && notes[index]?.number === note);
  const real = printed.marking === null && lists.length === 1 && isLast && counts;
  return { real, notes, citations };
}

function runsOf(block: Block): Run[] {
  switch (block.kind) {
    case 'paragraph':
      return block.runs;
    case 'quotation':
      return block.blocks.flatMap(runsOf);
    case 'list':
      return block.items.flat().flatMap(runsOf);
    case 'table':
      return block.rows.flat().flatMap((cell) => cell.blocks.flatMap(runsOf));
    default:
      return [];
  }
}
