import type { Node } from 'prosemirror-model';
import { Step } from 'prosemirror-transform';
import { AppError } from '../errors';
import { schema } from './schema';

/**
 * Applies a batch of steps, all or none, and checks that a whole document comes of it. Refused
 * where a step does not fit: then the batch was made on another text than this.
 */
export function applySteps(document: Node, steps: unknown[]): Node {
  let current = document;
  try {
    for (const json of steps) {
      const result = Step.fromJSON(schema, json).apply(current);
      if (!result.doc) throw new RangeError(result.failed ?? 'a step failed');
      current = result.doc;
    }
    current.check();
    return current;
  } catch (fault) {
    if (fault instanceof RangeError || fault instanceof TypeError || fault instanceof SyntaxError)
      throw new AppError('invalid', `These changes do not fit the memo's text: ${fault.message}.`);
    throw fault;
  }
}
