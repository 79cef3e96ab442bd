import { Toolbar as Base } from '@base-ui/react/toolbar';
import {
  Asterisk,
  Bold,
  BookOpenText,
  FileText,
  Heading3,
  Italic,
  List,
  ListOrdered,
  type LucideIcon,
  MessageSquarePlus,
  Redo2,
  Table2,
  Undo2,
} from 'lucide-react';
import type { Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { ReactNode } from 'react';
import { commands, insertMatrix } from './commands';

const icons = {
  Undo: Undo2,
  Redo: Redo2,
  Bold,
  Italic,
  Subheading: Heading3,
  'Bullet list': List,
  'Numbered list': ListOrdered,
  Footnote: Asterisk,
};

type Props = {
  view: EditorView | null;
  onEvidence: () => void;
  onPages: () => void;
  /** Begins a comment; null where one may not. */
  onComment: Command | null;
  children?: ReactNode;
};

/** The editor's commands as buttons; arrow keys move among them, and the text keeps its selection. */
export function Toolbar({ view, onEvidence, onPages, onComment, children }: Props) {
  const run = (command: Command) => {
    if (!view) return;
    command(view.state, view.dispatch.bind(view));
    view.focus();
  };
  return (
    <Base.Root aria-label="Text" className="editor-tools">
      {commands.map(({ name, keys, run: command }) => (
        <Tool
          key={name}
          name={name}
          title={`${name} (${keys.replace('Mod', 'Ctrl')})`}
          icon={icons[name]}
          onPress={view ? () => run(command) : null}
        />
      ))}
      <Tool
        name="Positions matrix"
        title="Positions matrix: who stands where on each issue"
        icon={Table2}
        onPress={view ? () => run(insertMatrix) : null}
      />
      <Tool
        name="Evidence"
        title="Evidence: what can be quoted here (Ctrl-Shift-E)"
        icon={BookOpenText}
        onPress={view ? onEvidence : null}
      />
      <Tool
        name="As printed"
        title="The page as it would be printed"
        icon={FileText}
        onPress={view ? onPages : null}
      />
      <Tool
        name="Comment"
        title="Comment on the chosen words (Ctrl-Alt-M)"
        icon={MessageSquarePlus}
        onPress={view && onComment ? () => onComment(view.state, view.dispatch.bind(view)) : null}
      />
      {children}
    </Base.Root>
  );
}

type ToolProps = { name: string; title: string; icon: LucideIcon; onPress: (() => void) | null };

function Tool({ name, title, icon: Icon, onPress }: ToolProps) {
  return (
    <Base.Button
      aria-label={name}
      title={title}
      disabled={!onPress}
      className="grid size-10 cursor-pointer place-items-center rounded-md hover:bg-wash disabled:opacity-50"
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onPress?.()}
    >
      <Icon size={18} aria-hidden="true" />
    </Base.Button>
  );
}
