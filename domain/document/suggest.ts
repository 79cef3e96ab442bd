import type { Node } from 'prosemirror-model';
import {
  AddMarkStep,
  AttrStep,
  RemoveMarkStep,
  ReplaceAroundStep,
  ReplaceStep,
  type Step,
  Transform,
} from 'prosemirror-transform';
import { settle } from './settle';
import { advance, attempt, type Draft, mapOf } from './suggest-draft';
import { suggestFormat } from './suggest-format';
import { suggestReplaced, suggestWhole } from './suggest-replaced';
import type { Stamp } from './suggested';

/** Edits that somebody made: `steps` one after the other, and the document before each. */
export type Edits = { steps: readonly Step[]; docs: readonly Node[]; doc: Node };

/**
 * Makes suggestions of edits, as steps on `transform`, whose document is that before the edits.
 * Held to on the way: with every suggestion accepted the document is what the edits made of it,
 * with every one rejected what it was. What the writer himself has suggested is edited as it
 * stands. One that `isAlone` does
 * not go on with the suggestion beside it. The outcome finds places of the edited document in the suggested one; null where an edit
 * can't be suggested: then nothing may be done.
 */
export function suggest(
  transform: Transform,
  edits: Edits,
  stamp: Stamp,
  isAlone = false,
): ((place: number, side?: number) => number) | null {
  let draft: Draft = { transform, kept: [], stamp, isAlone };
  for (const [index, step] of edits.steps.entries()) {
    const before = edits.docs[index] as Node;
    const after = edits.docs[index + 1] ?? edits.doc;
    const next = suggestStep(draft, step, before, after);
    if (!next) return null;
    for (const each of next.transform.steps) transform.step(each);
    draft = { ...next, transform };
  }
  const map = mapOf(draft);
  return (place, side = 1) => map.map(place, side);
}

function suggestStep(draft: Draft, step: Step, before: Node, after: Node): Draft | null {
  const plain = editOwn(draft, step);
  if (plain) return plain;
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep)
    return suggestFormat(draft, step);
  const fine = step instanceof ReplaceStep ? attempt(() => suggestReplaced(draft, step)) : null;
  // Words within one line: nothing about it could go wrong, and it has to be quick.
  if (fine?.isLine) return fine.draft;
  if (fine && isTrue(draft, fine.draft, after)) return fine.draft;
  for (const coarse of suggestWhole(draft, step, before, after))
    if (isTrue(draft, coarse, after)) return coarse;
  // With struck blocks about, accepted means something else than the edit made of them.
  return fine && isTrue(draft, fine.draft, null) ? fine.draft : null;
}

/** Names of blocks, and what happens inside a block the writer suggested, are changed as they are. */
function editOwn(draft: Draft, step: Step): Draft | null {
  const { doc } = draft.transform;
  const mapped = step.map(mapOf(draft));
  if (!mapped) return null;
  const isName = step instanceof AttrStep && step.attr === 'id';
  if (!isName && !isWithinOwn(doc, step, mapped, draft.stamp.account)) return null;
  const transform = new Transform(doc);
  if (transform.maybeStep(mapped).failed) return null;
  const next = advance(draft, transform);
  // Blocks that come may part the writer's own block and stand beside its halves.
  return hasBlocks(step) && !isTrue(draft, next, null) ? null : next;
}

function hasBlocks(step: Step): boolean {
  const isReplacing = step instanceof ReplaceStep || step instanceof ReplaceAroundStep;
  return isReplacing && step.slice.content.firstChild?.isInline === false;
}

function isWithinOwn(doc: Node, step: Step, mapped: Step, account: string): boolean {
  const { from, to } = mapped as { from?: number; to?: number };
  if (from === undefined || to === undefined) return false;
  const isReplacing = step instanceof ReplaceStep || step instanceof ReplaceAroundStep;
  const open = isReplacing ? step.slice.openStart : 0;
  const $from = doc.resolve(from);
  for (let depth = $from.sharedDepth(to) - open; depth > 0; depth -= 1)
    if (($from.node(depth).attrs.inserted as Stamp | null)?.account === account) return true;
  return false;
}

function isTrue(was: Draft, is: Draft, wanted: Node | null): boolean {
  const settled = (doc: Node, verdict: 'accept' | 'reject') =>
    settle(new Transform(doc), () => verdict).doc;
  return (
    attempt(() => {
      is.transform.doc.check();
      return (
        settled(is.transform.doc, 'reject').eq(settled(was.transform.doc, 'reject')) &&
        (!wanted || settled(is.transform.doc, 'accept').eq(settled(wanted, 'accept')))
      );
    }) ?? false
  );
}
