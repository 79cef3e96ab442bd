import type { Metadata } from 'next';
import Link from 'next/link';
import { ArticleList } from '@/components/article/article-list';
import { WaitingList } from '@/components/clearance/waiting-list';
import { MemoList } from '@/components/memo/memo-list';
import { buttonLook } from '@/components/ui/button';
import { PageHead } from '@/components/ui/sheet';
import { can } from '@/domain/policy';
import { listArticles } from '@/server/articles';
import { getDesk } from '@/server/clearance/desk';
import { listMemos } from '@/server/memos';
import { requireActor } from '@/server/page';

export const metadata: Metadata = { title: 'Desk' };

export default async function DeskPage() {
  const actor = await requireActor();
  const [articles, desk, { memos }] = await Promise.all([
    listArticles(actor),
    getDesk(actor),
    listMemos(actor, { take: 8 }),
  ]);
  const mayWrite = actor.teamIds.some((teamId) => can(actor, 'memo.create', { teamId }));
  const mayImport = actor.teamIds.some((teamId) => can(actor, 'article.import', { teamId }));
  return (
    <>
      <PageHead title="Desk" lead={`Signed in as ${actor.name}, ${actor.role}.`}>
        {mayWrite ? (
          <Link href="/memos/new" className={buttonLook('primary')}>
            New memo
          </Link>
        ) : null}
      </PageHead>
      <div className="mb-10 grid gap-10 empty:hidden lg:grid-cols-2">
        <WaitingList id="mine" title="Waiting for you" waiting={desk.mine} />
        <WaitingList id="theirs" title="You wait for" waiting={desk.theirs} />
      </div>
      <div className="grid gap-10 lg:grid-cols-2">
        <section aria-labelledby="memos">
          <h2 id="memos" className="mb-3 font-serif text-xl font-semibold">
            Latest memos
          </h2>
          <MemoList memos={memos} mayWrite={mayWrite} />
        </section>
        <section aria-labelledby="articles">
          <h2 id="articles" className="mb-3 font-serif text-xl font-semibold">
            Articles
          </h2>
          <ArticleList articles={articles} mayImport={mayImport} />
        </section>
      </div>
    </>
  );
}
