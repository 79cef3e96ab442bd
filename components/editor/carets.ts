import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { Presence } from '@/domain/batch';

/** Where one of the others is, and how often they went elsewhere: each time the name shows anew. */
type Caret = Presence & { moves: number };

type Carets = Map<string, Caret>;

/** One has moved, or has gone (`presence` is null). */
type Moved = { clientId: string; presence: Presence | null };

const key = new PluginKey<Carets>('carets');

/** How many colours there are; `editor.css` names them. */
const hues = 6;

/**
 * Shows where the others are: a caret with a name, and their selection. Places move with the text
 * as it changes.
 */
export function carets(): Plugin<Carets> {
  return new Plugin<Carets>({
    key,
    state: {
      init: () => new Map(),
      apply: (transaction, known) => moveAll(transaction, known),
    },
    props: {
      decorations: (state) => DecorationSet.create(state.doc, decorate(state)),
    },
  });
}

/** A transaction that shows one of the others where they are now, or takes them away. */
export function moveCaret(state: EditorState, moved: Moved): Transaction {
  return state.tr.setMeta(key, moved).setMeta('addToHistory', false);
}

/** A colour for a tab, the same for everybody: a number from 0 to 5. */
export function hueOf(clientId: string): number {
  let sum = 0;
  for (const letter of clientId) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
  return sum % hues;
}

function moveAll(transaction: Transaction, known: Carets): Carets {
  const moved = transaction.getMeta(key) as Moved | undefined;
  if (!moved && !transaction.docChanged) return known;
  const carets: Carets = new Map();
  for (const [clientId, presence] of known) {
    const here = (place: number | null) => place && transaction.mapping.map(place);
    const [anchor, head] = [here(presence.anchor), here(presence.head)];
    carets.set(clientId, { ...presence, anchor, head });
  }
  if (moved?.presence)
    carets.set(moved.clientId, goneTo(carets.get(moved.clientId), moved.presence));
  else if (moved) carets.delete(moved.clientId);
  return carets;
}

function goneTo(from: Caret | undefined, to: Presence): Caret {
  const isThere = from?.anchor === to.anchor && from?.head === to.head;
  return { ...to, moves: (from?.moves ?? 0) + (isThere ? 0 : 1) };
}

function decorate(state: EditorState): Decoration[] {
  const size = state.doc.content.size;
  return [...(key.getState(state) ?? [])].flatMap(([clientId, caret]) => {
    const { name, anchor, head, moves } = caret;
    if (head === null || anchor === null || head > size || anchor > size) return [];
    const hue = String(hueOf(clientId));
    const options = { key: `${clientId} ${name} ${moves}`, side: 10, ignoreSelection: true };
    const flag = Decoration.widget(head, () => caretOf(name, hue), options);
    if (anchor === head) return [flag];
    const [from, to] = [Math.min(anchor, head), Math.max(anchor, head)];
    const stretch = { class: 'their-selection', 'data-hue': hue };
    return [flag, Decoration.inline(from, to, stretch)];
  });
}

function caretOf(name: string, hue: string): HTMLElement {
  const caret = document.createElement('span');
  caret.className = 'their-caret';
  caret.dataset.hue = hue;
  // For eyes alone, and no part of the text: a screen reader hears who is there from the list above.
  caret.setAttribute('aria-hidden', 'true');
  caret.dataset.name = name;
  return caret;
}
