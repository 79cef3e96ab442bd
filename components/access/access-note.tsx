import Link from 'next/link';
import type { MemoAccess } from '@/domain/access';

type Props = { memo: string; access: Pick<MemoAccess, 'audience' | 'grants'> };

/** Beside a memo: whom it is open to, and the way to see and change that. */
export function AccessNote({ memo, access }: Props) {
  const named = access.grants.length;
  const isOpen = access.audience === 'team';
  return (
    <section aria-labelledby="access" className="grid gap-1 text-sm">
      <h2 id="access" className="font-semibold">
        Access
      </h2>
      <p>
        {isOpen ? 'Open to the team' : 'Only the people named'}
        {named > 0 ? `, ${named} named` : ''}.
      </p>
      <p>
        <Link
          href={`/memos/${memo}/access`}
          prefetch={false}
          className="inline-flex min-h-8 items-center"
        >
          Who may see this
        </Link>
      </p>
    </section>
  );
}
