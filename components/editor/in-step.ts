import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/**
 * Makes the editor read where the browser's selection is now.
 *
 * A browser moves the selection with a key at once and tells of it by an event of its own, later.
 * On a busy machine the next key, or another's edit, comes before that event: the key then acts on
 * the place before, and the edit sets the selection back there. prosemirror-view reads the
 * selection on `selectionchange`, whoever sends it; read twice it changes nothing.
 */
export function readSelection(view: EditorView): void {
  if (view.isDestroyed || view.composing || !view.hasFocus()) return;
  view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
}

/** Has each key, cut, copy and paste act on the selection as the browser shows it. */
export function inStep(): Plugin {
  const first = (view: EditorView) => {
    readSelection(view);
    return false;
  };
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown: first,
        beforeinput: first,
        copy: first,
        cut: first,
        paste: first,
      },
    },
  });
}
