import { sendableSteps } from 'prosemirror-collab';
import type { EditorState, Transaction } from 'prosemirror-state';
import type { Step, StepMap } from 'prosemirror-transform';

/** Whatever holds the editor's state: a view on the page, or a bare state without one. */
export type Holder = {
  state: EditorState;
  dispatch(transaction: Transaction): void;
  /** Takes in where the browser's selection is now: before a change that is not the writer's own. */
  readSelection?(): void;
  /** While an input method composes a word, nothing else may change the text. */
  composing?: boolean;
};

/** A holder without a page, for text that is sent late. */
export function bareHolder(state: EditorState): Holder {
  return {
    state,
    dispatch(transaction) {
      this.state = this.state.apply(transaction);
    },
  };
}

/** The steps that are on the page and not stored yet, in order. */
export function unsentSteps({ state }: Holder): readonly Step[] {
  return sendableSteps(state)?.steps ?? [];
}

/** How places move from the stored text to the one on the page. */
export function unsentMaps(holder: Holder): StepMap[] {
  return unsentSteps(holder).map((step) => step.getMap());
}
