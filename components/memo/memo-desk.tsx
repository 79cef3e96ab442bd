'use client';

import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import type { MarkingChoice } from '@/domain/marking';
import type { Paper } from '@/domain/sheet';
import type { Face } from '@/domain/type';
import type { ThreadActions } from '../comment/thread-card';
import { Button, buttonLook } from '../ui/button';
import { Alarm } from '../ui/message';
import { ExportButtons } from './export-buttons';
import { type Aside, KeptAside, useAside } from './kept-aside';
import { LiveReading } from './live-reading';

const Editor = dynamic(() => import('../editor/editor').then((module) => module.Editor), {
  ssr: false,
  loading: () => <p role="status">Opening the editor…</p>,
});

type Props = {
  memo: {
    id: string;
    form: string;
    version: number;
    paper: Paper;
    face: Face;
    marking: MarkingChoice;
  };
  /** How far the reader may change it; null where they only read. */
  reach: 'suggest' | 'edit' | null;
  quotes: { total: number; faults: string[] };
  places: number;
  account: string;
  writer: { id: string; name: string };
  /** How many suggestions are open. */
  suggestions: number;
  /** What the server keeps for this writer. */
  recovered: Aside[];
  /** How it stands to its template’s limits. */
  fit: ReactNode;
  /** The number of a newer version of its template; null where it is on the latest. */
  newer: number | null;
  /** How many sentences newer versions of its sources touch. */
  corrected: number;
  /** Whether it is in clearance, and the way there. */
  clearance: ReactNode;
  /** Whom it is open to, and the way there. */
  access: ReactNode;
  /** How many comments are open, and the way there. */
  comments: ReactNode;
  /** What can be done to comments. */
  commenting: ThreadActions;
  /** What it was made of, what was made of it, and what is out of date. */
  family: ReactNode;
  /** What its sentences are, and how many are bound. */
  sentences: ReactNode;
  children: ReactNode;
};

/** The memo on its sheet, with what can be done to it beside; the editor loads when one starts. */
export function MemoDesk(props: Props) {
  const { memo, reach, quotes, places, account, writer, recovered, children } = props;
  const [editing, setEditing] = useState(false);
  const [beside, setBeside] = useState<HTMLElement | null>(null);
  const [faults, setFaults] = useState<string[] | null>(null);
  const [drawerPlace, setDrawerPlace] = useState<HTMLElement | null>(null);
  const aside = useAside(memo.id, account, recovered);
  const flush = useRef<(() => Promise<boolean>) | null>(null);
  const router = useRouter();
  const opened = useCallback((now: (() => Promise<boolean>) | null) => {
    flush.current = now;
  }, []);
  const close = useCallback(() => {
    setEditing(false);
    setFaults(null);
    router.refresh();
  }, [router]);
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,46rem)_minmax(14rem,1fr)]">
      <div
        data-face={memo.face}
        className="sheet rounded-sm border border-rule bg-sheet px-5 py-8 shadow-sm sm:px-12 sm:py-14"
      >
        <KeptAside items={aside.items} onClear={() => void aside.clear()} />
        {editing ? (
          <Editor
            memo={memo}
            account={account}
            writer={writer}
            mayOnlySuggest={reach === 'suggest'}
            beside={beside}
            onFaults={setFaults}
            tell={aside.add}
            onOpen={opened}
            onClose={close}
            drawerPlace={drawerPlace}
            commenting={props.commenting}
          />
        ) : (
          children
        )}
      </div>
      <aside
        aria-label="This memo"
        // While one writes it is as high as the window: what belongs to a place in the text is at hand.
        className={`off-paper grid gap-5 lg:sticky lg:top-6 ${editing ? 'lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto' : 'max-lg:order-first'}`}
      >
        <div ref={setDrawerPlace} className={editing ? '' : 'hidden'} />
        <div ref={setBeside} className="grid gap-5 empty:hidden" />
        {reach && !editing ? (
          <Button look="primary" onClick={() => setEditing(true)}>
            {reach === 'edit' ? 'Edit' : 'Suggest changes'}
          </Button>
        ) : null}
        <ExportButtons
          memo={memo.id}
          paper={memo.paper}
          store={async () => flush.current?.() ?? true}
        />
        <Link href={`/memos/${memo.id}/history`} prefetch={false} className={buttonLook('quiet')}>
          History
        </Link>
        {editing ? null : props.comments}
        {editing ? null : props.clearance}
        {editing ? null : props.access}
        <QuoteReport total={quotes.total} faults={faults ?? quotes.faults} />
        {editing ? null : <OpenSuggestions count={props.suggestions} />}
        {editing ? null : <LiveReading memo={memo.id} version={memo.version} />}
        {places > 0 && !editing ? (
          <p className="text-sm text-quiet">
            {places === 1 ? 'One place is' : `${places} places are`} still to be written.
          </p>
        ) : null}
        {editing ? null : <Newer memo={memo.id} version={props.newer} />}
        {editing ? null : <Corrected memo={memo.id} count={props.corrected} />}
        {editing ? null : props.sentences}
        {editing ? null : props.fit}
        {editing ? null : props.family}
      </aside>
    </div>
  );
}

/** A plain link: the list is for whoever goes on to the sentences, and is not loaded before. */
function Corrected({ memo, count }: { memo: string; count: number }) {
  if (count === 0) return null;
  return (
    <Alarm>
      <p className="font-semibold">
        A source has changed: {count === 1 ? 'one sentence rests' : `${count} sentences rest`} on
        what it said before.
      </p>
      <p className="mt-1 text-sm">
        <Link href={`/memos/${memo}/sentences`} prefetch={false}>
          See what changed
        </Link>
      </p>
    </Alarm>
  );
}

/** That the template has a newer version; the memo stays on its own until somebody moves it. */
function Newer({ memo, version }: { memo: string; version: number | null }) {
  if (version === null) return null;
  return (
    <p className="text-sm">
      Its template has a version {version}.{' '}
      <Link href={`/memos/${memo}/template`} prefetch={false}>
        See what would change
      </Link>
    </p>
  );
}

function OpenSuggestions({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p className="text-sm text-quiet">
      {count === 1 ? 'One suggestion is' : `${count} suggestions are`} open; the text is shown
      without {count === 1 ? 'it' : 'them'}.
    </p>
  );
}

function QuoteReport({ total, faults }: { total: number; faults: string[] }) {
  if (faults.length === 0)
    return (
      <p role="status" className="text-sm">
        <span aria-hidden="true" className="font-bold text-good">
          ✓{' '}
        </span>
        {total === 1 ? 'The one quote stands' : `All ${total} quotes stand`} as in the source.
      </p>
    );
  return (
    <Alarm>
      <p className="font-semibold">
        {faults.length === 1 ? 'A quote does not stand.' : `${faults.length} quotes do not stand.`}{' '}
        Nothing can be exported until this is mended.
      </p>
      <ul className="mt-2 grid gap-2 text-sm">
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </Alarm>
  );
}
