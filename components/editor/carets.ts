import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import type { Mappable } from 'prosemirror-transform';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import type { Presence } from '@/domain/batch';
import { readSelection } from './in-step';

/** Where one of the others is, and how often they went elsewhere: each time the name shows anew. */
type Caret = Presence & { moves: number };

type Carets = Map<string, Caret>;

/** Where each of those who moved is now, by tab; `null` for one who has gone. */
type Moves = ReadonlyMap<string, Presence | null>;

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

/**
 * Gathers where the others have moved to and shows it with the next frame of the screen: many who
 * type at once cost no more than one.
 */
export class CaretMoves {
  private moves = new Map<string, Presence | null>();

  constructor(private readonly view: EditorView) {}

  /** Takes in where one is in the text as it is now, or that he has gone. */
  add(clientId: string, presence: Presence | null): void {
    if (this.moves.size === 0) requestAnimationFrame(() => this.show());
    this.moves.set(clientId, presence);
  }

  /** To be told of each change of the text: who waits to be shown moves with it. */
  follow({ docChanged, mapping }: Transaction): void {
    if (!docChanged) return;
    for (const [clientId, presence] of this.moves)
      if (presence) this.moves.set(clientId, mapped(presence, mapping));
  }

  private show(): void {
    const { view, moves } = this;
    this.moves = new Map();
    if (view.isDestroyed) return;
    readSelection(view);
    view.dispatch(view.state.tr.setMeta(key, moves).setMeta('addToHistory', false));
  }
}

function mapped<T extends Presence>(presence: T, mapping: Mappable): T {
  const here = (place: number | null) => place && mapping.map(place);
  return { ...presence, anchor: here(presence.anchor), head: here(presence.head) };
}

/** A colour for a tab, the same for everybody: a number from 0 to 5. */
export function hueOf(clientId: string): number {
  let sum = 0;
  for (const letter of clientId) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
  return sum % hues;
}

function moveAll(transaction: Transaction, known: Carets): Carets {
  const moves = transaction.getMeta(key) as Moves | undefined;
  if (!moves && !transaction.docChanged) return known;
  const carets: Carets = new Map();
  for (const [clientId, presence] of known)
    carets.set(clientId, mapped(presence, transaction.mapping));
  for (const [clientId, presence] of moves ?? [])
    if (presence) carets.set(clientId, goneTo(carets.get(clientId), presence));
    else carets.delete(clientId);
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
