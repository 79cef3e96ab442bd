import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ChangeSummary } from '@/components/history/change-summary';
import { RedlineDownloads } from '@/components/history/redline-downloads';
import { ChangeWalk } from '@/components/redline/change-walk';
import { RedlinePage } from '@/components/redline/redline-page';
import '@/components/redline/redline.css';
import { buttonLook } from '@/components/ui/button';
import { PageHead } from '@/components/ui/sheet';
import { can } from '@/domain/policy';
import { comparisonSchema } from '@/domain/revision';
import { compareVersions } from '@/server/history';
import { read, requireActor } from '@/server/page';

export const metadata: Metadata = { title: 'What changed' };

export default async function ComparePage({
  params,
  searchParams,
}: PageProps<'/memos/[id]/history/compare'>) {
  const { id } = await params;
  const asked = comparisonSchema.safeParse(await searchParams);
  if (!asked.success) notFound();
  const actor = await requireActor();
  const comparison = await read(compareVersions(actor, id, asked.data));
  const { memo, redlined, count, from, to } = comparison;
  const addresses = Object.fromEntries(
    memo.evidence.articles.map((article) => [article.id, `/articles/${article.slug}`]),
  );
  const lead = `${memo.title}: from ${from.name} to ${to.name}`;
  return (
    <>
      <PageHead title="What changed" lead={lead} compact />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,46rem)_minmax(14rem,1fr)]">
        <div className="sheet rounded-sm border border-rule bg-sheet px-5 py-8 shadow-sm sm:px-12 sm:py-14">
          <RedlinePage redlined={redlined} addresses={addresses} />
        </div>
        <aside
          aria-label="These changes"
          className="off-paper grid gap-5 max-lg:order-first lg:sticky lg:top-6"
        >
          <ChangeSummary from={from} to={to} count={count} />
          <ChangeWalk total={count.changes} />
          {can(actor, 'memo.export', memo) ? (
            <RedlineDownloads memo={id} from={from.version} to={to.version} />
          ) : null}
          <Link href={`/memos/${id}/history`} prefetch={false} className={buttonLook()}>
            History
          </Link>
        </aside>
      </div>
    </>
  );
}
