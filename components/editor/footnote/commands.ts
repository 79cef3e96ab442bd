import { type Command, TextSelection } from 'prosemirror-state';
import { schema } from '@/domain/document/schema';

const { footnote, quote } = schema.nodes;

/** Puts a note behind what is selected, and the caret into it; from within a note it leaves it. */
export const insertFootnote: Command = (state, dispatch, view) => {
  const { $to } = state.selection;
  if ($to.parent.type === footnote) return leaveFootnote(state, dispatch, view);
  // A quote's words are the source's: the remark stands behind it.
  const at = $to.parent.type === quote ? $to.after() : $to.pos;
  const { parent } = state.doc.resolve(at);
  if (!parent.inlineContent || !parent.type.contentMatch.matchType(footnote)) return false;
  const transaction = state.tr.insert(at, footnote.create());
  transaction.setSelection(TextSelection.create(transaction.doc, at + 1));
  dispatch?.(transaction.scrollIntoView());
  return true;
};

/** Goes on behind the note that the caret is in. */
export const leaveFootnote: Command = (state, dispatch) => {
  const { $head } = state.selection;
  if ($head.parent.type !== footnote) return false;
  const selection = TextSelection.create(state.doc, $head.after());
  dispatch?.(state.tr.setSelection(selection).scrollIntoView());
  return true;
};
