import { Toolbar } from '@base-ui/react/toolbar';
import { MessageSquareDiff } from 'lucide-react';

type Props = { isOn: boolean; onToggle: (() => void) | null };

/** Turns suggesting on and off; says in words which of the two it is. */
export function SuggestTool({ isOn, onToggle }: Props) {
  return (
    <Toolbar.Button
      aria-label="Suggest"
      aria-pressed={isOn}
      title={`Suggest instead of editing (Ctrl-Shift-S): ${isOn ? 'on' : 'off'}`}
      disabled={!onToggle}
      className="suggest-tool"
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onToggle?.()}
    >
      <MessageSquareDiff size={18} aria-hidden="true" />
      <span aria-hidden="true">{isOn ? 'Suggesting' : 'Suggest'}</span>
    </Toolbar.Button>
  );
}
