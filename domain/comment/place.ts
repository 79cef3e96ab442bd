import type { Node } from 'prosemirror-model';
import { AppError } from '../errors';
import type { Range } from './letters';
import type { ThreadOrder } from './orders';

/** The stretch of a text that a comment is to go on. Refused where the text has no such place. */
export function placeIn(document: Node, place: ThreadOrder['place']): Range {
  if (!('block' in place)) {
    const size = document.content.size;
    if (place.from < place.to && place.to <= size) return place;
    throw new AppError('invalid', 'Choose the words that the comment is about.');
  }
  let found: Range | null = null;
  document.descendants((node, position) => {
    if (node.attrs.id === place.block)
      found ??= { from: position + 1, to: position + node.nodeSize - 1 };
    return found === null;
  });
  if (found) return found;
  throw new AppError('conflict', 'This paragraph is not in the memo any more. Choose another.');
}
