import type { Node } from 'prosemirror-model';
import type { Proposal } from './proposals';

/** A proposal in words, for a page that shows it: a line to each block, quotes between “ ”. */
export type ProposalLines = Omit<Proposal, 'mine' | 'fresh'> & { mine: string[]; fresh: string[] };

/** The proposals in words. */
export function linesOfProposals(proposals: readonly Proposal[]): ProposalLines[] {
  return proposals.map(({ mine, fresh, ...rest }) => ({
    ...rest,
    mine: mine ? linesOf(mine) : [],
    fresh: fresh.flatMap(linesOf),
  }));
}

function linesOf(part: Node): string[] {
  if (part.type.name === 'table') return [`A table of ${part.childCount - 1} rows`];
  if (part.type.name === 'source_summary' || part.type.name === 'endnotes') return [];
  if (part.isTextblock) return [lineOf(part)];
  return part.content.content.flatMap(linesOf);
}

function lineOf(block: Node): string {
  if (block.childCount === 0 && block.attrs.prompt) return `To be written: ${block.attrs.prompt}`;
  return block.content.content
    .map((child) => {
      if (child.type.name === 'quote') return `“${child.textContent}”`;
      if (child.type.name === 'hard_break') return ' ';
      return child.isText ? child.text : '';
    })
    .join('');
}
