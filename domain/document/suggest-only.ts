import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { AppError } from '../errors';
import { settle } from './settle';

/**
 * Refuses a change by somebody who may only suggest where it does anything else: without their own
 * suggestions the text before it and after it must be the same to the node. So neither the text nor
 * anybody else's suggestion can be changed, taken in or taken back; one's own can be taken back.
 */
export function refuseAllButSuggestions(before: Node, after: Node, account: string): void {
  if (withoutTheirs(before, account).eq(withoutTheirs(after, account))) return;
  throw new AppError(
    'forbidden',
    'You may suggest changes of this memo. This would change the text itself, or what others suggested.',
  );
}

function withoutTheirs(document: Node, account: string): Node {
  return settle(new Transform(document), (stamp) => (stamp.account === account ? 'reject' : null))
    .doc;
}
