import type { Node } from 'prosemirror-model';
import type { Block } from './print';

/** A footnote as it is set: its letter, and the writer's words. */
export type Footnote = { letter: string; text: string };

/** The footnotes of set blocks, in reading order. */
export function footnotesOf(blocks: readonly Block[]): Footnote[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'paragraph':
        return block.runs.filter((run) => run.kind === 'footnote');
      case 'quotation':
        return footnotesOf(block.blocks);
      case 'list':
        return block.items.flatMap(footnotesOf);
      case 'table':
        return block.rows.flat().flatMap((cell) => footnotesOf(cell.blocks));
      default:
        return [];
    }
  });
}

/** The letter of the footnote that comes after so many others: a to z, then aa, ab and on. */
export function letterAfter(others: number): string {
  const last = String.fromCharCode(97 + (others % 26));
  return others < 26 ? last : letterAfter(Math.floor(others / 26) - 1) + last;
}

/** Whether a node of a document is a footnote that says something: an empty one is not set. */
export function isSetFootnote(node: Node): boolean {
  return node.type.name === 'footnote' && node.textContent.trim() !== '';
}

/**
 * Where footnotes stand in a document, each with its letter once all suggestions are accepted; one
 * that is struck or empty has none.
 */
export function footnotesIn(document: Node): { position: number; letter: string | null }[] {
  const found: { position: number; letter: string | null }[] = [];
  let count = 0;
  const look = (parent: Node, start: number, isStruck: boolean): void =>
    parent.forEach((node, offset) => {
      const position = start + offset;
      const marks = node.marks.some((mark) => mark.type.name === 'deletion');
      const isGone = isStruck || marks || Boolean(node.attrs.deleted);
      const isSet = !isGone && isSetFootnote(node);
      if (node.type.name !== 'footnote') look(node, position + 1, isGone);
      else found.push({ position, letter: isSet ? letterAfter(count) : null });
      if (isSet) count += 1;
    });
  look(document, 0, false);
  return found;
}
