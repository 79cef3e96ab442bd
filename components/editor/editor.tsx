'use client';

import 'prosemirror-view/style/prosemirror.css';
import './editor.css';
import { collab } from 'prosemirror-collab';
import { baseKeymap } from 'prosemirror-commands';
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { type Command, EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { useEffect, useRef, useState } from 'react';
import { readDocument } from '@/domain/document/document';
import { Alarm } from '../ui/message';
import { apparatus } from './apparatus';
import { blockIds, keepFrame } from './block-ids';
import { insertMatrix, textKeys, typing } from './commands';
import { type Draft, openDraft, rememberLeaving } from './draft';
import { claimTab } from './outbox';
import { SaveStatus } from './save-status';
import { type Collision, Sync, type SyncStatus } from './sync';
import { Toolbar } from './toolbar';

type Props = {
  memo: { id: string; form: string };
  account: string;
  onFaults: (faults: string[]) => void;
  onCollision: (collision: Collision) => void;
  /** Hands out what stores everything now, and says whether that went well; null once closed. */
  onOpen: (flush: (() => Promise<boolean>) | null) => void;
  onClose: () => void;
};

type Open = { view: EditorView; sync: Sync; matrix: Command; release: () => void };

const pollEvery = 3000;

/** The memo, written in place. Every change is kept in the browser until the server has it. */
export function Editor({ memo, account, onFaults, onCollision, onOpen, onClose }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<Open | null>(null);
  const [status, setStatus] = useState<SyncStatus>({ kind: 'saved' });
  const [fault, setFault] = useState<string | null>(null);

  useEffect(() => {
    let ended = false;
    let made: Open | null = null;
    const start = async () => {
      const draft = await openDraft(memo.id, account, onCollision);
      if (ended || !place.current) return;
      made = openView(place.current, draft, {
        memo: memo.id,
        account,
        onFaults,
        onStatus: setStatus,
        onCollision,
      });
      const { sync } = made;
      setOpen(made);
      onOpen(() => sync.flush());
      made.view.focus();
    };
    start().catch((error: Error) => setFault(error.message));
    const poll = setInterval(
      () => document.visibilityState === 'visible' && made?.sync.poll(),
      pollEvery,
    );
    const part = () => made?.sync.sendParting();
    const online = () => void made?.sync.flush();
    window.addEventListener('pagehide', part);
    window.addEventListener('online', online);
    return () => {
      ended = true;
      clearInterval(poll);
      window.removeEventListener('pagehide', part);
      window.removeEventListener('online', online);
      onOpen(null);
      if (!made) return;
      // The page goes; what is unsent is sent all the same, and the name let go after that.
      const { sync, view, release } = made;
      rememberLeaving(sync.leave().finally(release));
      view.destroy();
    };
  }, [memo.id, account, onFaults, onCollision, onOpen]);

  const finish = async () => {
    if (!open || (await open.sync.flush())) onClose();
  };

  return (
    <div className="editor">
      <div className="editor-bar off-paper">
        <Toolbar view={open?.view ?? null} matrix={open?.matrix ?? null} />
        <SaveStatus
          status={status}
          onRetry={() => void open?.sync.flush()}
          onDone={() => void finish()}
        />
      </div>
      {fault ? <Alarm>{fault}</Alarm> : null}
      {open || fault ? null : <p role="status">Opening the editor…</p>}
      <div className="memo">
        <p className="form">{memo.form}</p>
        <div ref={place} />
      </div>
    </div>
  );
}

type Wiring = {
  memo: string;
  account: string;
  onFaults: (faults: string[]) => void;
  onStatus: (status: SyncStatus) => void;
  onCollision: (collision: Collision) => void;
};

function openView(place: HTMLElement, draft: Draft, wiring: Wiring): Open {
  const clientId = crypto.randomUUID();
  const release = claimTab(clientId);
  const confirmed = readDocument(draft.document);
  const { version, evidence } = draft;
  const state = EditorState.create({
    doc: confirmed,
    plugins: [
      typing(),
      keymap(textKeys),
      keymap(baseKeymap),
      history(),
      collab({ version, clientID: clientId }),
      keepFrame(),
      blockIds(),
      apparatus(evidence, wiring.onFaults),
    ],
  });
  const view = new EditorView(place, {
    state,
    attributes: {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': 'Memo text',
      spellcheck: 'true',
    },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      // What came from others is stored already.
      if (transaction.docChanged && transaction.getMeta('rebased') === undefined) sync.changed();
    },
    handleClickOn(_view, _position, node) {
      if (node.type.name !== 'citation') return false;
      const article = evidence.articles.find((each) => each.id === node.attrs.article);
      if (article)
        window.open(`/articles/${article.slug}#p${node.attrs.paragraph}`, '_blank', 'noopener');
      return Boolean(article);
    },
  });
  const sync = new Sync({ ...wiring, clientId, holder: view, confirmed, version });
  return { view, sync, matrix: insertMatrix(draft.issues, evidence), release };
}
