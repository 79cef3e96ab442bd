import type { Node } from 'prosemirror-model';
import type { Stretch } from '../document/stretches';
import { AppError } from '../errors';
import { lettersOfLine } from './letters';
import type { ThreadOrder } from './orders';

/** The stretch of a text that a comment is to go on. Refused where the text has no such place. */
export function placeIn(document: Node, place: ThreadOrder['place']): Stretch {
  if (!('block' in place)) {
    const size = document.content.size;
    if (place.from < place.to && place.to <= size) return place;
    throw new AppError('invalid', 'Choose the words that the comment is about.');
  }
  let found: Stretch | null = null;
  document.descendants((node, position) => {
    if (node.attrs.id === place.block)
      found ??= { from: position + 1, to: position + node.nodeSize - 1 };
    return found === null;
  });
  if (found) return found;
  throw new AppError('conflict', 'This paragraph is not in the memo any more. Choose another.');
}

/** The id of the innermost block around a position; empty where none has one. */
export function blockAround(document: Node, position: number): string {
  const $at = document.resolve(position);
  for (let depth = $at.depth; depth > 0; depth -= 1) {
    const { id } = $at.node(depth).attrs as { id?: string };
    if (id) return id;
  }
  return '';
}

/** A line of a memo that can be commented on whole: its block, the section's heading, its first words. */
export type LineToComment = { block: string; section: string; words: string };

/** More letters than this of a line do not help to know it again. */
const shown = 70;

/** The lines of a memo's sections that say something, in reading order. */
export function linesToComment(document: Node): LineToComment[] {
  const lines: LineToComment[] = [];
  for (const section of document.children) {
    if (section.type.name !== 'section') continue;
    const heading = section.firstChild?.textContent ?? '';
    section.descendants((node, position) => {
      if (!node.isTextblock) return true;
      const words = lettersOfLine(node).text.replace(/\s+/g, ' ').trim();
      const block = (node.attrs.id as string | undefined) || blockAround(section, position);
      if (words !== '' && block !== '')
        lines.push({
          block,
          section: heading,
          words: words.length > shown ? `${words.slice(0, shown - 1).trimEnd()}…` : words,
        });
      return false;
    });
  }
  return lines;
}
