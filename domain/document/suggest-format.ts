import type { Mark, Node } from 'prosemirror-model';
import { AddMarkStep, RemoveMarkStep, Transform } from 'prosemirror-transform';
import { schema } from './schema';
import { advance, type Draft, isOwn, mapOf } from './suggest-draft';
import type { Stamp } from './suggested';

/**
 * Formatting, done and marked as a suggestion. Words that the writer suggested, and struck ones,
 * are formatted as they are; formatting that undoes a suggested one takes that suggestion back.
 */
export function suggestFormat(draft: Draft, step: AddMarkStep | RemoveMarkStep): Draft {
  const map = mapOf(draft);
  const [start, end] = [map.map(step.from, 1), map.map(step.to, -1)];
  const transform = new Transform(draft.transform.doc);
  const adding = step instanceof AddMarkStep;
  draft.transform.doc.nodesBetween(start, end, (node, position, parent) => {
    // Steps on a stretch reach text and atoms, not the quotes around them.
    if (!node.isInline || !node.isAtom || !parent?.type.allowsMarkType(step.mark.type)) return;
    if (step.mark.isInSet(node.marks) ? adding : !adding) return;
    const from = Math.max(start, position);
    const to = Math.min(end, position + node.nodeSize);
    if (hasMark(node, 'deletion')) return;
    transform.step(
      adding ? new AddMarkStep(from, to, step.mark) : new RemoveMarkStep(from, to, step.mark),
    );
    if (isOwn(node, draft.stamp)) return;
    const undone = undoneBy(node, step.mark, adding);
    transform.step(
      undone
        ? new RemoveMarkStep(from, to, undone)
        : new AddMarkStep(from, to, modification(draft.stamp, step.mark, adding)),
    );
  });
  return advance(draft, transform);
}

function modification(stamp: Stamp, mark: Mark, adding: boolean): Mark {
  const json = mark.toJSON() as object;
  return schema.mark('modification', {
    ...stamp,
    added: adding ? json : null,
    removed: adding ? null : json,
  });
}

/** The suggested formatting that is the reverse of this one. */
function undoneBy(node: Node, mark: Mark, adding: boolean): Mark | undefined {
  const json = JSON.stringify(mark.toJSON());
  return node.marks.find(
    ({ type, attrs }) =>
      type.name === 'modification' && JSON.stringify(adding ? attrs.removed : attrs.added) === json,
  );
}

function hasMark(node: Node, name: string): boolean {
  return node.marks.some((mark) => mark.type.name === name);
}
