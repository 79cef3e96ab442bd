import { X } from 'lucide-react';
import type { EditorView } from 'prosemirror-view';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { naturalPlacing, type Placing } from '@/domain/assemble/placing';
import type { EvidenceLine } from '@/domain/evidence-list';
import { EvidencePanel } from './evidence-panel';
import { placeInText } from './place';
import { SourceView } from './source-view';
import type { Drawer } from './use-drawer';
import { useEvidence } from './use-evidence';
import type { Others } from './use-others';

/** What is said of the search of other articles, by how it went. */
const apart: Record<Others['state'], string> = {
  idle: '',
  searching: '',
  found: '',
  failed: 'Other articles could not be searched.',
  closed: 'Other articles are brought in by those of its own team who write the memo.',
};

type Props = { memo: string; view: EditorView; drawer: Drawer };

const listId = 'evidence-list';

/** The memo's evidence beside its text: to search, to place, and to read in its article. */
export function EvidenceDrawer({ memo, view, drawer }: Props) {
  const { state, look, takeDrops, close } = drawer;
  const { source } = state;
  const evidence = useEvidence(memo, state.sources, listId);
  const [told, setTold] = useState('');
  const { lines, others } = evidence;
  const place = useCallback(
    async (placing: Placing, line: EvidenceLine) => {
      try {
        await placeInText(view, memo, placing, line);
        setTold('');
        if (!window.matchMedia('(min-width: 64rem)').matches) close();
      } catch (fault) {
        setTold((fault as Error).message);
      }
    },
    [view, memo, close],
  );
  useEffect(
    () =>
      takeDrops((assessment) => {
        const line = lines.find((each) => each.assessment.id === assessment);
        if (line) void place(naturalPlacing(line.assessment), line);
      }),
    [takeDrops, lines, place],
  );
  const known = [state.sources.evidence, others.sources.evidence];
  const article = known
    .flatMap((each) => each.articles)
    .find((each) => each.id === source?.article);
  const assessment = known
    .flatMap((each) => each.assessments)
    .find((each) => each.id === source?.assessment);
  const leave = () => {
    if (!source?.isFromList) return view.focus();
    look(null);
    requestAnimationFrame(() => document.getElementById(listId)?.focus());
  };
  const shut = () => {
    close();
    view.focus();
  };
  return (
    <Frame title={article ? 'Source' : 'Evidence'} onLeave={leave} onClose={shut}>
      {article && source ? (
        <SourceView
          article={article}
          paragraph={source.paragraph}
          assessment={assessment ?? null}
          isWhole={state.sources.evidence.articles.includes(article)}
          takesFocus={source.isFromList}
          onBack={() => look(null)}
        />
      ) : (
        <EvidencePanel
          id={listId}
          evidence={evidence}
          used={state.used}
          asked={state.asked}
          onPlace={(placing, line) => void place(placing, line)}
          onLook={look}
        />
      )}
      <p role="status" className="px-4 pb-2 text-sm font-semibold text-alarm empty:hidden">
        {told || apart[others.state]}
      </p>
    </Frame>
  );
}

type FrameProps = {
  title: string;
  onLeave: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** Beside the text where there is room, else over it; Escape leaves it. */
function Frame({ title, onLeave, onClose, children }: FrameProps) {
  return (
    <section
      aria-label="Evidence"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onLeave();
      }}
      className="fixed inset-x-0 bottom-0 z-20 flex h-[82dvh] flex-col rounded-t-xl border border-rule bg-sheet pt-3 shadow-xl lg:static lg:h-[calc(100dvh-18rem)] lg:min-h-96 lg:rounded-lg lg:shadow-sm"
    >
      <div className="flex items-center justify-between gap-2 px-4 pb-2">
        <h2 className="font-serif text-lg font-semibold">{title}</h2>
        <button
          type="button"
          aria-label="Close the evidence"
          onClick={onClose}
          className="grid size-9 cursor-pointer place-items-center rounded-md hover:bg-wash"
        >
          <X size={18} aria-hidden="true" />
        </button>
      </div>
      {children}
    </section>
  );
}
