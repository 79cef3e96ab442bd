import { type Command, NodeSelection, Plugin, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { schema } from '@/domain/document/schema';
import { leaveFootnote } from './commands';

const { footnote } = schema.nodes;

/** Keeps writing in and beside footnotes where the caret is: a browser takes their edges otherwise. */
export function footnotes(): Plugin {
  return new Plugin({
    props: {
      handleKeyDown: (view, event) => {
        if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
        const command = keys[event.key];
        return command?.(view.state, view.dispatch.bind(view), view) ?? false;
      },
      handleDOMEvents: {
        beforeinput(view, event) {
          const isDone = view.editable && !event.isComposing && writeAtEdge(view, event);
          if (isDone) event.preventDefault();
          return isDone;
        },
      },
      // A note is one line of words, whatever was copied.
      handlePaste(view, _event, { content }) {
        if (view.state.selection.$from.parent.type !== footnote) return false;
        const words = content.textBetween(0, content.size, ' ', ' ').replace(/\s+/g, ' ');
        view.dispatch(view.state.tr.insertText(words).scrollIntoView());
        return true;
      },
    },
  });
}

/** What is typed goes where the state has the caret, through all that watches typing. */
function writeAtEdge(view: EditorView, { inputType, data }: InputEvent): boolean {
  if (inputType !== 'insertText' || !data) return false;
  const { from, to, $from, empty } = view.state.selection;
  const isBeside = [$from.nodeBefore, $from.nodeAfter].some((node) => node?.type === footnote);
  const isEdge = $from.parentOffset === 0 || $from.parentOffset === $from.parent.content.size;
  if (!empty || !(isBeside || ($from.parent.type === footnote && isEdge))) return false;
  const plain = () => view.state.tr.insertText(data, from, to).scrollIntoView();
  const isTaken = view.someProp('handleTextInput', (take) => take(view, from, to, data, plain));
  if (!isTaken) view.dispatch(plain());
  return true;
}

/** Arrows step over a note's edges, and what would join it with what is around it does not. */
const keys: Record<string, Command> = {
  Enter: leaveFootnote,
  Escape: leaveFootnote,
  ArrowRight: stepOver(1),
  ArrowLeft: stepOver(-1),
  Backspace: deleteAt(-1),
  Delete: deleteAt(1),
};

function stepOver(by: 1 | -1): Command {
  return ({ selection, doc, tr }, dispatch) => {
    const { $head, empty } = selection;
    const { parent, parentOffset } = $head;
    const beside = by > 0 ? $head.nodeAfter : $head.nodeBefore;
    const isAtEnd = parentOffset === (by > 0 ? parent.content.size : 0);
    const leaves = parent.type === footnote && isAtEnd;
    if (!empty || !(leaves || beside?.type === footnote)) return false;
    dispatch?.(tr.setSelection(TextSelection.create(doc, $head.pos + by)).scrollIntoView());
    return true;
  };
}

/** At a note's inner edge nothing is deleted, but an empty note is; beside it, it is chosen first. */
function deleteAt(by: 1 | -1): Command {
  return ({ selection, doc, tr }, dispatch) => {
    const { $head, empty } = selection;
    const { parent, parentOffset, pos } = $head;
    if (!empty) return false;
    if (parent.type === footnote) {
      if (parentOffset !== (by > 0 ? parent.content.size : 0)) return false;
      if (parent.content.size === 0) dispatch?.(tr.delete($head.before(), $head.after()));
      return true;
    }
    const beside = by > 0 ? $head.nodeAfter : $head.nodeBefore;
    if (beside?.type !== footnote) return false;
    const at = by > 0 ? pos : pos - beside.nodeSize;
    dispatch?.(tr.setSelection(NodeSelection.create(doc, at)));
    return true;
  };
}
