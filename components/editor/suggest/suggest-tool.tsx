import { Toolbar } from '@base-ui/react/toolbar';
import { MessageSquareDiff } from 'lucide-react';

type Props = { isOn: boolean; isForced: boolean; onToggle: (() => void) | null };

/** Turns suggesting on and off; says in words which of the two it is. */
export function SuggestTool({ isOn, isForced, onToggle }: Props) {
  if (isForced)
    return (
      <span className="suggest-tool" data-forced="" title="Those who write the memo take them in">
        <MessageSquareDiff size={18} aria-hidden="true" />
        Your changes are suggestions
      </span>
    );
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
