'use client';

import { useRouter } from 'next/navigation';
import { type ClipboardEvent, type FormEvent, useRef, useState } from 'react';
import { Button } from '../ui/button';
import { DropZone } from './drop-zone';
import { type Answer, type Choice, type Piece, sendPiece } from './intake';
import { type Arriving, IntakeRow } from './intake-row';

/**
 * Three ways to bring articles in, and what became of each. One that arrives alone is opened at
 * once; of several, each has its line with its link, its refusal or its question.
 */
export function IntakeDesk() {
  const router = useRouter();
  const [rows, setRows] = useState<Arriving[]>([]);
  const count = useRef(0);

  function change(id: number, news: Partial<Arriving>) {
    setRows((all) => all.map((row) => (row.id === id ? { ...row, ...news } : row)));
  }

  async function send(id: number, piece: Piece, choice: Choice): Promise<Answer> {
    change(id, { answer: null, sent: 0 });
    const answer = await sendPiece(piece, choice, (sent) => change(id, { sent }));
    change(id, { answer });
    return answer;
  }

  /** One after the other, so that one question can answer for what comes behind it. */
  async function bring(pieces: Piece[]): Promise<boolean> {
    const arriving = pieces.map((piece) => ({ id: ++count.current, piece, sent: 0, answer: null }));
    setRows((all) => [...arriving, ...all]);
    let ended: Answer | null = null;
    for (const { id, piece } of arriving) ended = await send(id, piece, null);
    if (pieces.length === 1 && ended?.state === 'stored') router.push(addressOf(ended));
    router.refresh();
    return ended?.state !== 'refused';
  }

  async function decide(row: Arriving, choice: Choice) {
    const answer = await send(row.id, row.piece, choice);
    if (rows.length === 1 && answer.state === 'stored') router.push(addressOf(answer));
    router.refresh();
  }

  return (
    <div className="grid grid-cols-1 gap-8">
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <PasteForm onBring={bring} />
        <div className="grid content-start gap-6">
          <DropZone onFiles={(files) => bring(files.map((file) => ({ from: 'file', file })))} />
          <AddressForm onBring={bring} />
        </div>
      </div>
      <section aria-labelledby="arrivals" hidden={rows.length === 0}>
        <h2 id="arrivals" className="mb-3 font-serif text-xl font-semibold">
          What became of it
        </h2>
        <ul
          aria-live="polite"
          className="divide-y divide-rule rounded-lg border border-rule bg-sheet"
        >
          {rows.map((row) => (
            <IntakeRow key={row.id} row={row} onDecide={(choice) => decide(row, choice)} />
          ))}
        </ul>
      </section>
    </div>
  );
}

/** Where there is something to ask or to tell, the details are opened; else the article. */
const addressOf = ({ slug, unsure, lost }: Answer & { state: 'stored' }) =>
  `/articles/${slug}/${unsure.length > 0 || lost > 0 ? 'details' : 'check'}`;

type Bring = (pieces: Piece[]) => Promise<boolean>;

function PasteForm({ onBring }: { onBring: Bring }) {
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const rich = useRef<{ text: string; html: string } | null>(null);

  /** A rich paste into an empty field keeps its HTML, so that its paragraphs aren't guessed. */
  function paste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const html = event.clipboardData.getData('text/html');
    const plain = event.clipboardData.getData('text/plain').replace(/\r\n/g, '\n');
    const isWhole = event.currentTarget.value === '' && html !== '' && plain !== '';
    rich.current = isWhole ? { text: plain, html } : null;
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const html = rich.current?.text === text ? rich.current.html : null;
    if (await onBring([{ from: 'paste', text, html }])) setText('');
    setBusy(false);
  }

  return (
    <form
      onSubmit={submit}
      className="grid content-start gap-3 rounded-lg border border-rule bg-sheet p-4 sm:p-6"
    >
      <label htmlFor="pasted" className="font-serif text-xl font-semibold">
        Paste it
      </label>
      <textarea
        id="pasted"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onPaste={paste}
        rows={14}
        aria-describedby="pasted-hint"
        className="w-full resize-y rounded-md border border-rule bg-sheet px-3 py-2 font-serif leading-relaxed"
      />
      <p id="pasted-hint" className="text-sm text-quiet">
        Title first, then the article. Paragraphs are told apart by blank lines; date, byline and
        what pages put around an article are recognised and left out of the numbering.
      </p>
      <div>
        <Button type="submit" look="primary" disabled={busy || text.trim() === ''}>
          {busy ? 'Reading…' : 'Bring in this text'}
        </Button>
      </div>
    </form>
  );
}

function AddressForm({ onBring }: { onBring: Bring }) {
  const [url, setUrl] = useState('');
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    if (await onBring([{ from: 'address', url: url.trim() }])) setUrl('');
    setBusy(false);
  }

  return (
    <form
      onSubmit={submit}
      className="grid gap-3 rounded-lg border border-rule bg-sheet p-4 sm:p-6"
    >
      <label htmlFor="address" className="font-serif text-xl font-semibold">
        Fetch it from the web
      </label>
      <input
        id="address"
        type="url"
        inputMode="url"
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
        placeholder="https://"
        aria-describedby="address-hint"
        className="min-h-11 w-full min-w-0 rounded-md border border-rule bg-sheet px-3 py-2"
      />
      <p id="address-hint" className="text-sm text-quiet">
        Pages behind a sign-in or a paywall have to be pasted.
      </p>
      <div>
        <Button type="submit" disabled={busy || url.trim() === ''}>
          {busy ? 'Fetching…' : 'Fetch this page'}
        </Button>
      </div>
    </form>
  );
}
