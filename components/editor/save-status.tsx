import { useEffect, useState } from 'react';
import type { SyncStatus } from '../live/sync';
import { Button } from '../ui/button';

type Props = { status: SyncStatus; onRetry: () => void; onDone: () => void };

const count = (changes: number) => (changes === 1 ? '1 change is' : `${changes} changes are`);

function statusInWords(status: SyncStatus, now: number): string {
  if (status.kind === 'saved') return 'Saved';
  if (status.kind === 'sending') return 'Saving…';
  const kept = `${count(status.changes)} kept in this browser${ageInWords(status.since, now)}`;
  if (status.kind === 'offline') return `No connection: ${kept}`;
  return status.signedOut ? `${status.message} ${kept}.` : status.message;
}

/** How long the oldest of it has waited, once that is worth saying. */
function ageInWords(since: number, now: number): string {
  const minutes = Math.floor((now - since) / 60_000);
  if (since === 0 || minutes < 1) return '';
  if (minutes < 60) return `, the oldest for ${minutes === 1 ? 'a minute' : `${minutes} minutes`}`;
  const at = new Date(since).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
  return `, the oldest since ${at}`;
}

/** Whether what is on the page is stored, in words; always visible while one writes. */
export function SaveStatus({ status, onRetry, onDone }: Props) {
  const worrying = status.kind === 'offline' || status.kind === 'refused';
  const now = useClock(worrying);
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm">
      <span role="status" className={worrying ? 'font-semibold text-alarm' : 'text-quiet'}>
        {statusInWords(status, now)}
      </span>
      {!status.live && status.kind === 'saved' ? (
        <span className="text-quiet">(others’ changes come when the connection is back)</span>
      ) : null}
      {status.kind === 'refused' && status.signedOut ? (
        <a href="/sign-in" target="_blank" rel="noopener">
          Sign in in a new tab
        </a>
      ) : null}
      {worrying && !(status.kind === 'refused' && !status.signedOut) ? (
        <Button onClick={onRetry}>Try again</Button>
      ) : null}
      <Button look="primary" onClick={onDone}>
        Done
      </Button>
    </div>
  );
}

/** The time, anew every ten seconds as long as somebody looks at it. */
function useClock(running: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}
