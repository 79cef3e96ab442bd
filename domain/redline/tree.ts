import type { Block, Cell, Printed, Run, Section } from '../document/print';
import { runText } from '../document/text';

/**
 * A block, an item or a row, as something that can be found again in another version: by its id
 * (an item's and a row's is that of the first block in it) and by what it says. `section` is the one
 * that it stands in.
 */
export type Twig = {
  shape: Block['kind'] | 'item' | 'row';
  id: string;
  text: string;
  section: Section;
  source: Block | null;
  /** What is in it: blocks, items or rows. A row's are in its `cells`. */
  twigs: Twig[];
  cells: { header: boolean; twigs: Twig[] }[];
};

/** The blocks of each section of a memo as twigs, in reading order. */
export function growTwigs(memo: Printed): Twig[][] {
  return memo.sections.map((section) => growAll(section.blocks, section));
}

/** The twigs and everything in them, in reading order. */
export function flatten(twigs: Twig[]): Twig[] {
  return twigs.flatMap((twig) => [twig, ...flatten(insideOf(twig))]);
}

/** What is directly in a twig. */
export function insideOf(twig: Twig): Twig[] {
  return twig.shape === 'row' ? twig.cells.flatMap((cell) => cell.twigs) : twig.twigs;
}

function growAll(blocks: Block[], section: Section): Twig[] {
  return blocks.map((block) => growBlock(block, section));
}

function growBlock(block: Block, section: Section): Twig {
  const make = (twigs: Twig[], text = twigs.map((twig) => twig.text).join('\n')): Twig => {
    return { shape: block.kind, id: block.id, text, section, source: block, twigs, cells: [] };
  };
  switch (block.kind) {
    case 'heading':
      return make([], block.text);
    case 'place':
      return make([], block.prompt);
    case 'paragraph':
      return make([], block.runs.map(wordsOf).join(''));
    case 'quotation':
      return make(growAll(block.blocks, section));
    case 'list':
      // An item in which nothing stands has no line on page or paper.
      return make(
        block.items
          .filter((item) => item.length > 0)
          .map((item) => growHolder('item', growAll(item, section), section)),
      );
    case 'table':
      return make(block.rows.map((row) => growRow(row, section)));
    // Nobody writes these, and a memo has one of each: they are found by their kind.
    case 'facts':
    case 'endnotes':
      return make([], '');
  }
}

/** What a run says of which paragraph this is: numbers and letters change with what is before. */
function wordsOf(run: Run): string {
  if (run.kind === 'footnote') return ` ${run.text} `;
  return run.kind === 'citation' ? ' ' : runText(run);
}

function growRow(row: Cell[], section: Section): Twig {
  const cells = row.map(({ header, blocks }) => ({ header, twigs: growAll(blocks, section) }));
  const inside = cells.flatMap((cell) => cell.twigs);
  return { ...growHolder('row', inside, section), twigs: [], cells };
}

function growHolder(shape: 'item' | 'row', twigs: Twig[], section: Section): Twig {
  const text = twigs.map((twig) => twig.text).join('\n');
  return { shape, id: twigs[0]?.id ?? '', text, section, source: null, twigs, cells: [] };
}
