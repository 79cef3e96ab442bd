import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { useEffect, useState } from 'react';
import { type Refusal, refusalIn } from './refusal';

/** Says under the editor's bar why the latest edit was not taken, until another one is. */
export function RefusedEdit({ view }: { view: EditorView | null }) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useEffect(() => {
    if (!view) return;
    const told = new Plugin({
      view: () => ({ update: ({ state }) => setRefusal(refusalIn(state)) }),
    });
    view.setProps({ plugins: [told] });
    return () => {
      if (!view.isDestroyed) view.setProps({ plugins: [] });
    };
  }, [view]);
  return (
    <p role="status" aria-label="Edits not made" className="refused-edit">
      {/* The same sentence twice is another element, so that it is said twice. */}
      {refusal ? <span key={refusal.count}>{refusal.sentence}</span> : null}
    </p>
  );
}
