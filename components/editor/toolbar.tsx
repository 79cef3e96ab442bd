import { Toolbar as Base } from '@base-ui/react/toolbar';
import { Bold, Heading3, Italic, List, ListOrdered, Redo2, Undo2 } from 'lucide-react';
import type { EditorView } from 'prosemirror-view';
import { commands } from './commands';

const icons = {
  Undo: Undo2,
  Redo: Redo2,
  Bold,
  Italic,
  Subheading: Heading3,
  'Bullet list': List,
  'Numbered list': ListOrdered,
};

/** The editor's commands as buttons; arrow keys move among them, and the text keeps its selection. */
export function Toolbar({ view }: { view: EditorView | null }) {
  return (
    <Base.Root aria-label="Text" className="flex flex-wrap">
      {commands.map(({ name, keys, run }) => {
        const Icon = icons[name];
        return (
          <Base.Button
            key={name}
            aria-label={name}
            title={`${name} (${keys.replace('Mod', 'Ctrl')})`}
            disabled={!view}
            className="grid size-10 cursor-pointer place-items-center rounded-md hover:bg-wash disabled:opacity-50"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              if (!view) return;
              run(view.state, view.dispatch.bind(view));
              view.focus();
            }}
          >
            <Icon size={18} aria-hidden="true" />
          </Base.Button>
        );
      })}
    </Base.Root>
  );
}
