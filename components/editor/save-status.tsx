import { Button } from '../ui/button';
import { Alarm } from '../ui/message';
import type { Displaced } from './draft';
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

/** One's own words that had no place left, because another deleted what they stood in. */
export function DisplacedText({ items }: { items: Displaced[] }) {
  if (items.length === 0) return null;
  return (
    <Alarm>
      <p className="font-semibold">
        What you wrote stood in text that {items[0]?.by} took out. Copy it from here:
      </p>
      <ul className="mt-2 grid gap-2">
        {items.map((item) => (
          <li key={item.id} className="select-all rounded bg-sheet px-2 py-1 text-ink">
            {item.text}
          </li>
        ))}
      </ul>
    </Alarm>
  );
}
