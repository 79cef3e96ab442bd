import { closeHistory } from 'prosemirror-history';
import type { Command } from 'prosemirror-state';
import { markPortions, portionOf, portionsAt } from '@/domain/document/portion';
import type { PortionMark } from '@/domain/marking';

/** Marks the portions that the selection touches; not to be had where all have that mark. */
export function markChosen(mark: PortionMark | null): Command {
  return (state, dispatch) => {
    const { from, to } = state.selection;
    const portions = portionsAt(state.doc, from, to);
    if (portions.every(({ block }) => portionOf(block) === mark)) return false;
    dispatch?.(closeHistory(markPortions(state.tr, from, to, mark)));
    return true;
  };
}
