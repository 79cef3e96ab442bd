import Link from 'next/link';

type Props = { memos: { id: string; title: string; sentences: number }[]; unread: number };

/** Which memos rest on what an earlier version of the article said; nothing where none does. */
export function TouchedMemos({ memos, unread }: Props) {
  if (memos.length === 0 && unread === 0) return null;
  return (
    <section
      aria-labelledby="touched"
      className="mb-6 max-w-3xl rounded-lg border border-alarm px-4 py-3"
    >
      <h2 id="touched" className="font-semibold">
        This version differs from what memos rest on
      </h2>
      <ul className="mt-1 text-sm">
        {memos.map(({ id, title, sentences }) => (
          <li key={id}>
            <Link
              href={`/memos/${id}/sentences`}
              prefetch={false}
              className="inline-block min-h-6 font-semibold"
            >
              {title}
            </Link>
            : {sentences === 1 ? 'one sentence' : `${sentences} sentences`}
          </li>
        ))}
      </ul>
      {unread > 0 ? (
        <p className="text-quiet text-sm">
          {unread === 1 ? 'One memo more' : `${unread} memos more`} on earlier versions, not changed
          lately, {unread === 1 ? 'was' : 'were'} not looked through. Open{' '}
          {unread === 1 ? 'it' : 'them'} to see.
        </p>
      ) : null}
    </section>
  );
}
