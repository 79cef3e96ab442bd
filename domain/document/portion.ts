import type { Node } from 'prosemirror-model';
import type { Transform } from 'prosemirror-transform';
import type { PortionMark } from '../marking';

/** The mark of a block's words; null where it has none, and for what can't have one. */
export function portionOf(block: Node): PortionMark | null {
  return (block.attrs.portion as PortionMark | null | undefined) ?? null;
}

/** The marks of all portions that have words, in reading order: what the banner is made of. */
export function portionsIn(document: Node): PortionMark[] {
  const marks: PortionMark[] = [];
  document.descendants((node) => {
    const mark = portionOf(node);
    if (mark !== null && node.textContent.trim() !== '') marks.push(mark);
    return !node.isTextblock;
  });
  return marks;
}

/** A block that carries a portion's mark, and where it stands. */
export type Portion = { block: Node; position: number };

/**
 * The portions that a stretch of the document touches: a table and a quotation are one each, with
 * all that is in them; else each paragraph and each subheading is.
 */
export function portionsAt(document: Node, from: number, to: number): Portion[] {
  const portions: Portion[] = [];
  document.nodesBetween(from, to, (node, position) => {
    if (node.attrs.portion === undefined) return true;
    portions.push({ block: node, position });
    return false;
  });
  return portions;
}

/** Marks every portion that the stretch touches, by steps on `transform`; null takes marks away. */
export function markPortions<T extends Transform>(
  transform: T,
  from: number,
  to: number,
  mark: PortionMark | null,
): T {
  for (const { block, position } of portionsAt(transform.doc, from, to))
    if (portionOf(block) !== mark) transform.setNodeAttribute(position, 'portion', mark);
  return transform;
}
