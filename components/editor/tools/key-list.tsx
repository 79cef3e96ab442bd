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
  ['This list', 'Ctrl+/ or ?, outside the text'],
  ['Out of the text, to the buttons', 'Escape'],
] as const;

/** Every key that does something in the editor, with what it does. */
export function KeyList() {
  const rows = [
    ...commands.map(({ name, keys }) => [name, keysInWords(keys)] as const),
    ['Redo', 'Ctrl+Shift+Z'] as const,
    ...more,
  ];
  return (
    <dl
      aria-label="Keys"
      className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-rule border-t pt-2 text-sm"
    >
      {rows.map(([name, keys]) => (
        <div key={`${name} ${keys}`} className="contents">
          <dt>{name}</dt>
          <dd>
            <kbd className="font-semibold">{keys}</kbd>
          </dd>
        </div>
      ))}
    </dl>
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
