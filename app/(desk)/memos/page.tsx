import type { Metadata } from 'next';
import Link from 'next/link';
import { KeptHere } from '@/components/memo/kept-here';
import { MemoList } from '@/components/memo/memo-list';
import { buttonLook } from '@/components/ui/button';
import { PageHead } from '@/components/ui/sheet';
import { can } from '@/domain/policy';
import { listMemos } from '@/server/memos';
import { requireActor } from '@/server/page';

export const metadata: Metadata = { title: 'Memos' };

const pageSize = 30;

export default async function MemosPage({ searchParams }: PageProps<'/memos'>) {
  const actor = await requireActor();
  const page = Math.max(1, Number.parseInt(String((await searchParams).page ?? '1'), 10) || 1);
  const { memos, total } = await listMemos(actor, { take: pageSize, skip: (page - 1) * pageSize });
  const mayWrite = actor.teamIds.some((teamId) => can(actor, 'memo.create', { teamId }));
  const pages = Math.ceil(total / pageSize);
  return (
    <>
      <PageHead
        title="Memos"
        lead={total === 1 ? 'One memo.' : `${total} memos, the latest changed first.`}
      >
        {total > 0 ? (
          <>
            <Link href="/memos/exports" prefetch={false} className={buttonLook()}>
              Export many
            </Link>
            <a href="/api/memos/register" download className={buttonLook()}>
              Register (CSV)
            </a>
          </>
        ) : null}
        {mayWrite ? (
          <Link href="/memos/new" className={buttonLook('primary')}>
            New memo
          </Link>
        ) : null}
      </PageHead>
      <KeptHere account={actor.email} />
      <MemoList memos={memos} mayWrite={mayWrite} />
      {pages > 1 ? (
        <nav aria-label="Pages" className="mt-6 flex items-center justify-between">
          {page > 1 ? <Link href={`/memos?page=${page - 1}`}>Later</Link> : <span />}
          <span className="text-quiet">
            Page {page} of {pages}
          </span>
          {page < pages ? <Link href={`/memos?page=${page + 1}`}>Earlier</Link> : <span />}
        </nav>
      ) : null}
    </>
  );
}
