import { When } from '../ui/sheet';

type Version = { version: number; name: string; at: number; by: string[] };
type Count = { changes: number; inserted: number; deleted: number; moved: number };

/** Which two versions stand against each other, and how much changed between them. */
export function ChangeSummary({ from, to, count }: { from: Version; to: Version; count: Count }) {
  const parts = [
    count.inserted > 0 ? words(count.inserted, 'added') : '',
    count.deleted > 0 ? words(count.deleted, 'taken out') : '',
    count.moved > 0 ? `${count.moved} moved` : '',
  ].filter(Boolean);
  return (
    <div className="grid gap-4">
      <dl className="grid gap-3">
        <Side label="From" version={from} />
        <Side label="To" version={to} />
      </dl>
      <p>
        <strong>
          {count.changes === 0
            ? 'Both say the same.'
            : count.changes === 1
              ? 'One change'
              : `${count.changes} changes`}
        </strong>
        {parts.length > 0 ? (
          <span className="block text-sm text-quiet">{parts.join(', ')}</span>
        ) : null}
      </p>
    </div>
  );
}

function Side({ label, version }: { label: string; version: Version }) {
  return (
    <div>
      <dt className="text-sm text-quiet">{label}</dt>
      <dd>
        <span className="block font-serif text-lg font-semibold leading-snug first-letter:uppercase">
          {version.name}
        </span>
        <span className="text-sm text-quiet">
          <When at={new Date(version.at)} />
          {version.by.length > 0 ? ` · ${version.by.join(', ')}` : ''}
        </span>
      </dd>
    </div>
  );
}

function words(count: number, what: string): string {
  return `${count} ${count === 1 ? 'word' : 'words'} ${what}`;
}
