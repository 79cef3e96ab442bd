import {
  AddNodeMarkStep,
  RemoveMarkStep,
  RemoveNodeMarkStep,
  type Transform,
} from 'prosemirror-transform';
import { schema } from './schema';
import type { Binding } from './sentences';
import type { Stretch } from './stretches';

/** Why a sentence can't be bound so, in a sentence; null where it can. */
export function refusalOf(binding: Binding | null): string | null {
  if (!binding || binding.basis.length > 0) return null;
  switch (binding.kind) {
    case 'reported':
      return 'Choose the paragraph that this is reported from.';
    case 'assessment':
      return 'Choose whose assessment this is.';
    case 'judgment':
      return 'A judgment names what it rests on: choose at least one statement or paragraph.';
    default:
      return null;
  }
}

/**
 * Says what the stretches are and on what they rest, by steps on `transform`; null takes their
 * binding away. Words, places and what they look like stay as they are.
 */
export function bind<T extends Transform>(
  transform: T,
  stretches: readonly Stretch[],
  binding: Binding | null,
): T {
  const { sentence } = schema.marks;
  const mark = binding && sentence.create(binding);
  for (const { from, to } of stretches)
    transform.doc.nodesBetween(from, to, (node, position) => {
      if (!node.isInline) return true;
      const known = node.marks.find((each) => each.type === sentence);
      if (mark ? known?.eq(mark) : !known) return false;
      const [start, end] = [Math.max(from, position), Math.min(to, position + node.nodeSize)];
      // Steps on a stretch reach words and atoms, not the quotes around them.
      if (!node.isAtom && !node.isText) {
        if (mark) transform.step(new AddNodeMarkStep(position, mark));
        else if (known) transform.step(new RemoveNodeMarkStep(position, known));
      } else if (mark) transform.addMark(start, end, mark);
      else if (known) transform.step(new RemoveMarkStep(start, end, known));
      return false;
    });
  return transform;
}
