import type { AttributeSpec, Node } from 'prosemirror-model';
import { isPortionMark } from '../marking';
import { suggestedBlock } from './suggested';

/** The attributes of every block: its stable id, and what is suggested of it. */
export const block = { id: { default: '' }, ...suggestedBlock };

function checkPortion(value: unknown): void {
  if (value !== null && !isPortionMark(value))
    throw new RangeError(`no scheme has the portion mark ${JSON.stringify(value)}`);
}

const portion: AttributeSpec = { default: null, validate: checkPortion };

/** A block whose words may be marked as a portion of the memo. */
export const portionBlock = { ...block, portion };

/** The attributes of such a block, from the editor's own HTML. */
export function readBlock({ dataset }: HTMLElement) {
  const { id = '', portion = null } = dataset;
  return { id, portion: isPortionMark(portion) ? portion : null };
}

/** Such a block's attributes as HTML. */
export function writeBlock({ attrs }: Node): Record<string, string> {
  return { 'data-id': attrs.id, ...(attrs.portion && { 'data-portion': attrs.portion }) };
}
