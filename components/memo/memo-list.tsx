import Link from 'next/link';
import { Empty } from '../ui/message';
import { When } from '../ui/sheet';

type Line = { id: string; title: string; form: string; author: string; updatedAt: Date };

/** Memos with their kind, author and last change; an empty list says how to make the first. */
export function MemoList({ memos, mayWrite }: { memos: Line[]; mayWrite: boolean }) {
  if (memos.length === 0)
    return (
      <Empty title="No memos yet">
        {mayWrite
          ? 'Choose “New memo” and an article to assemble the first.'
          : 'Your team’s editors have not made one yet.'}
      </Empty>
    );
  return (
    <ul className="divide-y divide-rule rounded-lg border border-rule bg-sheet">
      {memos.map((memo) => (
        <li key={memo.id}>
          <Link
            href={`/memos/${memo.id}`}
            prefetch={false}
            className="block px-4 py-3 no-underline hover:bg-wash"
          >
            <span className="block font-serif text-lg font-semibold leading-snug text-ink">
              {memo.title}
            </span>
            <span className="text-sm text-quiet">
              {memo.form} · {memo.author} · <When at={memo.updatedAt} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
