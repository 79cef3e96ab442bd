import { closeHistory } from 'prosemirror-history';
import { type Command, type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { settle, type Verdict } from '@/domain/document/settle';
import type { Stamp } from '@/domain/document/suggested';
import { type Suggestion, suggestionsIn } from '@/domain/document/suggestions';
import { refuse } from '../refusal';
import { asItIs } from './suggesting';

/** The keys of suggestions, with their names for people. */
export const suggestionKeys = {
  toggle: 'Mod-Shift-s',
  next: 'Alt-PageDown',
  previous: 'Alt-PageUp',
  accept: 'Alt-Shift-Enter',
  reject: 'Alt-Shift-Delete',
};

/** A transaction that settles suggestions as `judge` says; it can be undone, by itself. */
export function settled(state: EditorState, judge: (stamp: Stamp) => Verdict): Transaction {
  return closeHistory(settle(state.tr, judge).setMeta(asItIs, true));
}

/** The suggestion that the caret is in or touches; the innermost of several. */
export function suggestionAt(state: EditorState): Suggestion | null {
  const { from, to } = state.selection;
  let [found, size] = [null as Suggestion | null, Number.POSITIVE_INFINITY];
  for (const suggestion of suggestionsIn(state.doc))
    for (const part of suggestion.parts)
      if (part.from <= from && part.to >= to && part.to - part.from < size)
        [found, size] = [suggestion, part.to - part.from];
  return found;
}

/** A transaction that puts the caret into a suggestion and brings it into view. */
export function goTo(state: EditorState, suggestion: Suggestion): Transaction {
  const place = Math.min((suggestion.parts[0]?.from ?? 0) + 1, state.doc.content.size);
  const selection = TextSelection.near(state.doc.resolve(place));
  return state.tr.setSelection(selection).scrollIntoView();
}

/** Goes to the next suggestion after the caret, or before it; round at the end. */
export function step(direction: 1 | -1): Command {
  return (state, dispatch) => {
    const all = suggestionsIn(state.doc);
    if (all.length === 0) return false;
    const here = all.findIndex((each) => each.id === suggestionAt(state)?.id);
    const start = (each: Suggestion) => each.parts[0]?.from ?? 0;
    const { head } = state.selection;
    const after = all.findIndex((each) => start(each) > head);
    const beyond = after < 0 ? all.length : after;
    const next = here >= 0 ? here + direction : direction > 0 ? beyond : beyond - 1;
    const chosen = all[(next + all.length) % all.length];
    if (chosen) dispatch?.(goTo(state, chosen));
    return true;
  };
}

/**
 * Accepts or rejects the suggestion that the caret is in. Whoever may only suggest (`only` is their
 * account) takes back their own and nothing else.
 */
export function settleHere(verdict: 'accept' | 'reject', only: string | null): Command {
  return (state, dispatch) => {
    const here = suggestionAt(state);
    if (!here) return false;
    const isTheirs = only === null || (here.account === only && verdict === 'reject');
    if (!isTheirs) {
      dispatch?.(refuse(state, 'Those who write the memo take suggestions in or reject them.'));
      return true;
    }
    dispatch?.(settled(state, ({ id }) => (id === here.id ? verdict : null)).scrollIntoView());
    return true;
  };
}
