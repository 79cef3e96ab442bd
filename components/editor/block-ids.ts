import { type EditorState, Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { frameFault } from '@/domain/document/frame';
import { type Refusal, refusalState, refuse } from './refusal';

/** Gives each new block an id, and the second of two with one id (a split, a paste) a new one. */
export function blockIds(): Plugin {
  return new Plugin({
    appendTransaction(transactions, _before, state) {
      if (!transactions.some((each) => each.docChanged)) return null;
      // What came from others has its ids already.
      if (transactions.some((each) => each.getMeta('rebased') !== undefined)) return null;
      const seen = new Set<string>();
      const transaction = state.tr;
      state.doc.descendants((node, position) => {
        if (node.attrs.id === undefined) return;
        if (node.attrs.id === '' || seen.has(node.attrs.id))
          transaction.setNodeAttribute(position, 'id', crypto.randomUUID());
        else seen.add(node.attrs.id);
      });
      return transaction.docChanged ? transaction.setMeta('addToHistory', false) : null;
    },
  });
}

/**
 * Turns down what would take away a section, a header field, the source summary or the endnotes,
 * and says so: an edit as well as a key that has nothing it could do at such a place.
 */
export function keepFrame(): Plugin<Refusal | null> {
  let view: EditorView | null = null;
  const say = (sentence: string) => view?.dispatch(refuse(view.state, sentence));
  return new Plugin({
    ...refusalState,
    view(made) {
      view = made;
      return {
        destroy() {
          view = null;
        },
      };
    },
    filterTransaction(transaction) {
      if (!transaction.docChanged || transaction.getMeta('rebased') !== undefined) return true;
      const fault = frameFault(transaction.before, transaction.doc);
      // A filter is asked in the middle of a change, and can make none itself.
      if (fault !== null) queueMicrotask(() => say(fault));
      return fault === null;
    },
    props: {
      handleKeyDown({ state }, event) {
        const fault = edgeFault(state, event.key);
        if (fault !== null) say(fault);
        return fault !== null;
      },
    },
  });
}

const apart = 'The parts of the template stay apart: a section ends where the next one begins.';
const oneLine = 'The title and the lines of the head are one line each.';

/** Why a key that no command took does nothing where one part of the frame ends; else null. */
function edgeFault({ selection, doc }: EditorState, key: string): string | null {
  const { $head, empty } = selection;
  let depth = $head.depth;
  while (depth > 0 && !$head.node(depth).type.spec.isolating) depth -= 1;
  const { name } = $head.node(depth).type;
  const isLine = name === 'title' || name === 'field';
  if (key === 'Enter') return isLine ? oneLine : null;
  if (!empty || !(isLine || name === 'section')) return null;
  const inside = $head.depth - depth;
  const isStart = $head.pos === $head.start(depth) + inside;
  const isEnd = $head.pos === $head.end(depth) - inside;
  // Before the title there is nothing to take away, nor behind the last word.
  const isOutermost = key === 'Backspace' ? name === 'title' : $head.after(1) === doc.content.size;
  const meets = (key === 'Backspace' && isStart) || (key === 'Delete' && isEnd);
  return meets && !isOutermost ? apart : null;
}
