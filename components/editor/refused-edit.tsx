import type { EditorView } from 'prosemirror-view';
import { refusalIn } from './refusal';
import { useWatched } from './watched';

/** Says under the editor's bar why the latest edit was not taken, until another one is. */
export function RefusedEdit({ view }: { view: EditorView | null }) {
  return (
    <p role="status" aria-label="Edits not made" className="refused-edit">
      {view ? <Refused view={view} /> : null}
    </p>
  );
}

function Refused({ view }: { view: EditorView }) {
  const refusal = useWatched(view, refusalIn);
  // The same sentence twice is another element, so that it is said twice.
  return refusal ? <span key={refusal.count}>{refusal.sentence}</span> : null;
}
