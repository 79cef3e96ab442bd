import { keymap } from 'prosemirror-keymap';
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { blockItems, type MenuItem, speakerItems } from './items';
import { MenuView, optionId } from './menu-view';
import { goToCell } from './table';

/** An open menu: the sign that opened it and where it stands, and which choice is the active one. */
export type OpenMenu = {
  id: string;
  sign: string;
  from: number;
  items: MenuItem[];
  active: number;
};

const key = new PluginKey<OpenMenu | null>('menu');

/**
 * The menus in the text: "/" at a block's start or after a blank offers blocks and commands, "@"
 * experts and their statements. What is typed on narrows them; Escape leaves it as it was typed.
 */
export function menus(onEvidence: () => void): Plugin[] {
  const itemsFor = (state: EditorState, sign: string, query: string) =>
    sign === '/' ? blockItems(state, query, onEvidence) : speakerItems(state, query);
  const id = `menu-${crypto.randomUUID()}`;
  const menu = new Plugin<OpenMenu | null>({
    key,
    state: {
      init: () => null,
      apply(transaction, open, before, state) {
        const meta = transaction.getMeta(key) as { active: number } | 'close' | undefined;
        if (meta === 'close') return null;
        if (meta) return open && { ...open, active: meta.active };
        if (!transaction.docChanged && !transaction.selectionSet) return open;
        const sign = signAt(state);
        if (!sign || !(open ? isSame(open, sign, transaction) : isTyped(transaction, before, sign)))
          return null;
        const items = itemsFor(state, sign.sign, sign.query);
        return items.length > 0 ? { id, sign: sign.sign, from: sign.from, items, active: 0 } : null;
      },
    },
    props: {
      attributes(state): Record<string, string> {
        const open = key.getState(state);
        if (!open) return {};
        const active = optionId(open, open.active);
        return {
          'aria-haspopup': 'listbox',
          'aria-controls': id,
          'aria-activedescendant': active,
        };
      },
      handleKeyDown: (view, event) => pressKey(view, event),
      handleDOMEvents: {
        blur(view) {
          if (key.getState(view.state)) view.dispatch(view.state.tr.setMeta(key, 'close'));
          return false;
        },
      },
    },
    view: (view) =>
      new MenuView(view, (state) => key.getState(state) ?? null, {
        choose: (index) => choose(view, index),
      }),
  });
  return [menu, keymap({ Tab: goToCell(1), 'Shift-Tab': goToCell(-1) })];
}

type Sign = { sign: string; query: string; from: number };

/** The sign before the caret, at its block's start or after a blank, and what was typed after it. */
function signAt(state: EditorState): Sign | null {
  const { $from, empty } = state.selection;
  if (!empty || !$from.parent.isTextblock || $from.node(1)?.type.name !== 'section') return null;
  if ($from.parent.type.name === 'heading') return null;
  const line = $from.parent.textBetween(0, $from.parentOffset, undefined, '\uFFFC');
  const found = /(?:^|[\s\uFFFC(])([/@])(|[^\s/@][^/@]{0,40})$/.exec(line);
  const [, sign, query] = found ?? [];
  if (sign === undefined || query === undefined) return null;
  return { sign, query, from: $from.pos - query.length - 1 };
}

function isSame(open: OpenMenu, sign: Sign, transaction: Transaction): boolean {
  return transaction.mapping.map(open.from, 1) === sign.from && open.sign === sign.sign;
}

/** Only a sign that was just typed here opens a menu: not one that was pasted, or came from others. */
function isTyped(transaction: Transaction, before: EditorState, sign: Sign): boolean {
  return (
    transaction.docChanged &&
    transaction.getMeta('rebased') === undefined &&
    transaction.getMeta('paste') === undefined &&
    transaction.getMeta('history$') === undefined &&
    sign.query === '' &&
    transaction.doc.content.size === before.doc.content.size + 1
  );
}

function pressKey(view: EditorView, event: KeyboardEvent): boolean {
  const open = key.getState(view.state);
  if (!open || event.ctrlKey || event.metaKey || event.altKey) return false;
  const count = open.items.length;
  const step = { ArrowDown: 1, ArrowUp: count - 1 }[event.key];
  if (step !== undefined)
    view.dispatch(view.state.tr.setMeta(key, { active: (open.active + step) % count }));
  else if (event.key === 'Enter' || event.key === 'Tab') choose(view, open.active);
  else if (event.key === 'Escape') view.dispatch(view.state.tr.setMeta(key, 'close'));
  else return false;
  return true;
}

function choose(view: EditorView, index: number): void {
  const open = key.getState(view.state);
  const item = open?.items[index];
  if (!open || !item) return;
  const { from } = view.state.selection;
  view.dispatch(view.state.tr.delete(open.from, from).setMeta(key, 'close'));
  view.focus();
  item.run(view);
}
