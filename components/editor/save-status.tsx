import { Button } from '../ui/button';
import type { SyncStatus } from './sync';

type Props = { status: SyncStatus; onRetry: () => void; onDone: () => void };

const count = (changes: number) => (changes === 1 ? '1 change is' : `${changes} changes are`);

function statusInWords(status: SyncStatus): string {
  if (status.kind === 'saved') return 'Saved';
  if (status.kind === 'sending') return 'Saving…';
  if (status.kind === 'offline')
    return `No connection: ${count(status.changes)} kept in this browser`;
  return `${status.message} ${count(status.changes)} kept in this browser.`;
}

/** Whether what is on the page is stored, in words; always visible while one writes. */
export function SaveStatus({ status, onRetry, onDone }: Props) {
  const worrying = status.kind === 'offline' || status.kind === 'refused';
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm">
      <span role="status" className={worrying ? 'font-semibold text-alarm' : 'text-quiet'}>
        {statusInWords(status)}
      </span>
      {status.kind === 'refused' && status.signedOut ? (
        <a href="/sign-in" target="_blank" rel="noopener">
          Sign in in a new tab
        </a>
      ) : null}
      {worrying ? <Button onClick={onRetry}>Try again</Button> : null}
      <Button look="primary" onClick={onDone}>
        Done
      </Button>
    </div>
  );
}
