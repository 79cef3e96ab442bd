import Link from 'next/link';

type Props = { memo: string; open: number; mustFix: number };

/** Beside a memo: how many comments are open, and the way to them. */
export function CommentsNote({ memo, open, mustFix }: Props) {
  return (
    <section aria-labelledby="comments" className="grid gap-1 text-sm">
      <h2 id="comments" className="font-semibold">
        Comments
      </h2>
      <p className={mustFix > 0 ? 'text-alarm' : undefined}>
        {open === 0 ? 'None is open.' : `${open} open`}
        {mustFix > 0 ? `, ${mustFix} of them “must fix”` : ''}
      </p>
      <p>
        <Link
          href={`/memos/${memo}/comments`}
          prefetch={false}
          className="inline-flex min-h-8 items-center"
        >
          Read and answer them
        </Link>
      </p>
    </section>
  );
}
