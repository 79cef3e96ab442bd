'use client';

import 'prosemirror-view/style/prosemirror.css';
import './bar.css';
import './editor.css';
import './suggest/suggest.css';
import { useCallback, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Presence } from '@/domain/batch';
import type { Suggestion } from '@/domain/document/suggestions';
import type { MarkingChoice } from '@/domain/marking';
import type { ThreadActions } from '../comment/thread-card';
import type { SyncStatus } from '../live/sync';
import { Present } from '../memo/present';
import { Button } from '../ui/button';
import { Alarm } from '../ui/message';
import type { Chosen } from './binding/binding-panel';
import { CommentsPanel } from './comments/comments-panel';
import { beginComment } from './comments/plugin';
import { useComments } from './comments/use-comments';
import { openDraft, type Tell } from './draft';
import { EvidenceDrawer } from './drawer/evidence-drawer';
import { useDrawer } from './drawer/use-drawer';
import { PagesPanel } from './pages/pages-panel';
import { RefusedEdit } from './refused-edit';
import { SaveStatus } from './save-status';
import { openSession, type Session } from './session';
import { clearOf } from './sight';
import { SuggestTool } from './suggest/suggest-tool';
import type { Writer } from './suggest/suggesting';
import { SuggestionsList } from './suggest/suggestions-list';
import { Toolbar } from './toolbar';
import { Tools } from './tools/tools';

type Props = {
  memo: { id: string; form: string; marking: MarkingChoice };
  account: string;
  writer: Writer;
  mayOnlySuggest: boolean;
  /** Where the list of suggestions goes, beside the text. */
  beside: HTMLElement | null;
  onFaults: (faults: string[]) => void;
  tell: Tell;
  /** Hands out what stores everything now, and says whether that went well; null once closed. */
  onOpen: (flush: (() => Promise<boolean>) | null) => void;
  onClose: () => void;
  /** Where the evidence drawer goes. */
  drawerPlace: HTMLElement | null;
  /** What can be done to comments. */
  commenting: ThreadActions;
};

/** The memo, written in place. Every change is kept in the browser until the server has it. */
export function Editor(props: Props) {
  const {
    memo,
    account,
    writer,
    mayOnlySuggest,
    beside,
    drawerPlace,
    onFaults,
    tell,
    onOpen,
    onClose,
  } = props;
  const place = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const [session, setSession] = useState<Session | null>(null);
  const [status, setStatus] = useState<SyncStatus>(opening);
  const [present, setPresent] = useState<Presence[]>([]);
  const [isSuggesting, setSuggesting] = useState(false);
  const [open, setOpen] = useState<Open>({ suggestions: [], here: null });
  const onSuggestions = useCallback((suggestions: readonly Suggestion[], here: string | null) => {
    setOpen({ suggestions, here });
  }, []);
  const [sentences, setSentences] = useState<Chosen>({ chosen: [], isLabelled: false });
  const { id: writerId, name: writerName } = writer;
  const [suggestedFaults, setSuggestedFaults] = useState<string[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const [stopped, setStopped] = useState<string | null>(null);
  const [hasPages, setPages] = useState(false);
  const [commented, setCommented] = useState(0);
  const drawer = useDrawer();
  const comments = useComments(memo.id, session, { told: commented, live: status.live });
  const { wiring: drawerWiring } = drawer;

  useEffect(() => {
    let ended = false;
    let made: Session | null = null;
    const start = async () => {
      const draft = await openDraft(memo.id, account, tell);
      if (ended || !place.current) return;
      const person = { id: writerId, name: writerName };
      const wiring = { memo: memo.id, account, writer: person, mayOnlySuggest };
      const told = {
        onFaults: (now: string[], suggested: string[]) => {
          onFaults(now);
          setSuggestedFaults(suggested);
        },
        tell,
        onStatus: setStatus,
        onPresent: setPresent,
        onCommented: () => setCommented((times) => times + 1),
        onStop: setStopped,
        drawer: drawerWiring,
        onSuggestions,
        onSuggesting: setSuggesting,
        onChosen: (chosen: Chosen['chosen'], isLabelled: boolean) =>
          setSentences({ chosen, isLabelled }),
      };
      made = openSession(place.current, draft, { ...wiring, ...told });
      const { sync, view } = made;
      if (bar.current) view.setProps(clearOf(bar.current));
      setSession(made);
      onOpen(() => sync.flush());
      view.focus();
    };
    start().catch((error: Error) => setFault(error.message));
    return () => {
      ended = true;
      onOpen(null);
      made?.leave();
    };
  }, [
    memo.id,
    account,
    writerId,
    writerName,
    mayOnlySuggest,
    onFaults,
    tell,
    onOpen,
    onSuggestions,
    drawerWiring,
  ]);

  // What was turned down is handed over; there is nothing left to wait for.
  const isOver = status.kind === 'refused' && !status.signedOut;
  const finish = async () => {
    if (!session || isOver || (await session.sync.flush())) onClose();
  };

  return (
    <div className="editor">
      <div ref={bar} className="editor-bar off-paper">
        <Toolbar
          view={session?.view ?? null}
          onEvidence={drawer.open}
          onPages={() => setPages((now) => !now)}
          onComment={comments.held?.mayComment ? beginComment : null}
        >
          <SuggestTool
            isOn={isSuggesting}
            isForced={mayOnlySuggest}
            onToggle={session ? () => session.mode.toggle() : null}
          />
        </Toolbar>
        <Tools
          view={session?.view ?? null}
          sentences={sentences}
          isSuggesting={isSuggesting}
          mayOnlySuggest={mayOnlySuggest}
          marking={memo.marking}
        />
        <div className="editor-standing">
          <Present present={present} />
          <SaveStatus
            status={status}
            onRetry={() => void session?.sync.flush()}
            onDone={() => void finish()}
          />
        </div>
        <RefusedEdit view={session?.view ?? null} />
      </div>
      {stopped ? (
        <div className="off-paper mb-6">
          <Alarm>
            <p>{stopped}</p>
            <Button className="mt-2" onClick={() => setStopped(null)}>
              I have read this
            </Button>
          </Alarm>
        </div>
      ) : null}
      {fault ? <Alarm>{fault}</Alarm> : null}
      {session || fault ? null : <p role="status">Opening the editor…</p>}
      <div className="memo">
        <p className="form">{memo.form}</p>
        <div ref={place} />
      </div>
      {session && drawerPlace && drawer.state.isOpen
        ? createPortal(
            <EvidenceDrawer memo={memo.id} view={session.view} drawer={drawer} />,
            drawerPlace,
          )
        : null}
      {session && drawerPlace && hasPages
        ? createPortal(
            <PagesPanel memo={memo.id} view={session.view} onClose={() => setPages(false)} />,
            drawerPlace,
          )
        : null}
      {beside && session && comments.held
        ? createPortal(
            <CommentsPanel
              memo={memo.id}
              session={session}
              held={comments.held}
              actions={props.commenting}
              onEntered={comments.refresh}
            />,
            beside,
          )
        : null}
      {beside && session && (isSuggesting || open.suggestions.length > 0)
        ? createPortal(
            <SuggestionsList
              view={session.view}
              only={mayOnlySuggest ? writer.id : null}
              faults={suggestedFaults}
              {...open}
            />,
            beside,
          )
        : null}
    </div>
  );
}

type Open = { suggestions: readonly Suggestion[]; here: string | null };

const opening: SyncStatus = {
  kind: 'saved',
  live: true,
  changes: 0,
  since: 0,
  message: '',
  signedOut: false,
};
