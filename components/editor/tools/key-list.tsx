import { useEffect, useRef } from 'react';
import { commands } from '../commands';

const more = [
  ['New line in a paragraph', 'Shift+Enter'],
  ['Item further in, further out', 'Ctrl+] Ctrl+['],
  ['Find and replace', 'Ctrl+F'],
  ['Outline', 'Ctrl+Shift+O'],
  ['What a sentence is and rests on', 'Ctrl+Shift+B'],
  ['Portion mark', 'Ctrl+Shift+M'],
  ['Evidence, and back by Escape', 'Ctrl+Shift+E'],
  ['The article at a quote or citation', 'Ctrl+Enter'],
  ['Menus of blocks, of experts and statements', '/ @'],
  ['Suggest instead of editing', 'Ctrl+Shift+S'],
  ['Next, previous suggestion', 'Alt+PageDown Alt+PageUp'],
  ['Accept, reject a suggestion', 'Alt+Shift+Enter Alt+Shift+Delete'],
  ['Comment on the chosen words', 'Ctrl+Alt+M'],
  ['This list', 'Ctrl+/ or ?, outside the text'],
  ['Out of the text, to the buttons', 'Escape'],
] as const;

/** Every key that does something in the editor, with what it does; it takes the focus. */
export function KeyList() {
  const list = useRef<HTMLElement>(null);
  useEffect(() => list.current?.focus({ preventScroll: true }), []);
  const rows = [
    ...commands.map(({ name, keys }) => {
      const words = keysInWords(keys);
      return [name, name === 'Redo' ? `${words} Ctrl+Shift+Z` : words] as const;
    }),
    ...more,
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
    <section ref={list} tabIndex={0} aria-label="Keys" className="editor-panel">
      <dl className="key-list">
        {rows.map(([name, keys]) => (
          <div key={`${name} ${keys}`}>
            <dt>{name}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** ProseMirror's way to write a key, as a keyboard has it. */
function keysInWords(keys: string): string {
  return keys
    .replace('Mod', 'Ctrl')
    .split('-')
    .map((key) => (key.length === 1 ? key.toUpperCase() : key))
    .join('+');
}
