import type { Node } from 'prosemirror-model';
import { Step } from 'prosemirror-transform';
import { AppError } from '../errors';
import { schema } from './schema';

/** Reads steps as they are stored and sent. Refused whole where one of them is none. */
export function readSteps(steps: readonly unknown[]): Step[] {
  return orRefuse(() => steps.map((json) => Step.fromJSON(schema, json)));
}

/**
 * Applies a batch of steps, all or none, and checks that a whole document comes of it. Refused
 * where a step does not fit: then the batch was made on another text than this.
 */
export function applySteps(document: Node, steps: readonly unknown[]): Node {
  return orRefuse(() => {
    let current = document;
    for (const step of readSteps(steps)) {
      const result = step.apply(current);
      if (!result.doc) throw new RangeError(result.failed ?? 'a step failed');
      current = result.doc;
    }
    checkChanged(document, current);
    return current;
  });
}

/**
 * Does the work, and says in a sentence where ProseMirror finds that steps do not fit the text
 * they are put on.
 */
export function orRefuse<T>(work: () => T): T {
  try {
    return work();
  } catch (fault) {
    if (fault instanceof RangeError || fault instanceof TypeError || fault instanceof SyntaxError)
      throw new AppError('invalid', `These changes do not fit the memo's text: ${fault.message}.`);
    throw fault;
  }
}

/**
 * Checks what a change touched against the schema: documents share what is the same in both, so
 * that this costs as much as was changed and not as much as there is. Throws a RangeError.
 */
export function checkChanged(before: Node, after: Node): void {
  if (before === after) return;
  if (before.type !== after.type || after.isTextblock) {
    after.check();
    return;
  }
  if (!after.type.validContent(after.content))
    throw new RangeError(`this can’t stand in a ${after.type.name}`);
  const [were, are] = [new Set(before.content.content), new Set(after.content.content)];
  const changed = [...are].filter((child) => !were.has(child));
  const counterparts = [...were].filter((child) => !are.has(child));
  for (const [index, child] of changed.entries()) {
    const counterpart = counterparts[index];
    if (counterpart && changed.length === counterparts.length) checkChanged(counterpart, child);
    else child.check();
  }
}
