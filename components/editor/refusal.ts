import { type EditorState, PluginKey, type Transaction } from 'prosemirror-state';

/** Why an edit was not taken; `count` tells two refusals with one sentence apart. */
export type Refusal = { sentence: string; count: number };

const key = new PluginKey<Refusal | null>('refusal');

/** The part of the editor's state that holds the refusal of the latest edit, for the one plugin that has it. */
export const refusalState = {
  key,
  state: {
    init: () => null,
    /** It stands until an edit of one's own is taken; others' changes say nothing about it. */
    apply(transaction: Transaction, known: Refusal | null): Refusal | null {
      const sentence = transaction.getMeta(key) as string | undefined;
      if (sentence !== undefined) return { sentence, count: (known?.count ?? 0) + 1 };
      const isOwn = transaction.docChanged && transaction.getMeta('rebased') === undefined;
      return isOwn ? null : known;
    },
  },
};

/** In place of an edit: a transaction that says why it is not made, and changes nothing. */
export function refuse(state: EditorState, sentence: string): Transaction {
  return state.tr.setMeta(key, sentence).setMeta('addToHistory', false);
}

/** Why the latest edit was not taken; null once another was. */
export function refusalIn(state: EditorState): Refusal | null {
  return key.getState(state) ?? null;
}
