import type { Metadata } from 'next';
import Link from 'next/link';
import { ExportForm } from '@/components/export/export-form';
import { ExportList } from '@/components/export/export-list';
import { ExportWatch } from '@/components/export/export-watch';
import { Empty } from '@/components/ui/message';
import { PageHead } from '@/components/ui/sheet';
import { daysKept, memosMost } from '@/domain/export-job';
import { listExports } from '@/server/export-jobs';
import { listMemos } from '@/server/memos';
import { requireActor } from '@/server/page';
import { submitExport } from './actions';

export const metadata: Metadata = { title: 'Export many' };

export default async function ExportsPage() {
  const actor = await requireActor();
  const [{ memos, total }, exports] = await Promise.all([
    listMemos(actor, { take: memosMost }),
    listExports(actor),
  ]);
  return (
    <>
      <PageHead
        title="Export many"
        lead={`Memos as one zip, with a manifest and SHA-256 sums. It is made in the background and kept for ${daysKept} days.`}
      >
        <Link href="/memos" prefetch={false} className="py-2">
          All memos
        </Link>
      </PageHead>
      <div className="grid items-start gap-10 lg:grid-cols-2">
        <section aria-labelledby="ask">
          <h2 id="ask" className="mb-3 font-serif text-xl font-semibold">
            What to export
          </h2>
          {total === 0 ? (
            <Empty title="No memos yet">There is nothing to export before there is a memo.</Empty>
          ) : (
            <ExportForm
              action={submitExport}
              total={total}
              memos={memos.map(({ id, title, form, author }) => ({ id, title, form, author }))}
            />
          )}
        </section>
        <section aria-labelledby="yours">
          <h2 id="yours" className="mb-3 font-serif text-xl font-semibold">
            Your exports
          </h2>
          <ExportWatch
            exports={exports.map(({ id, finishedAt, total: all, made, leftOut, refused }) => ({
              id,
              isOver: finishedAt !== null,
              done: made + leftOut + refused.length,
              total: all,
            }))}
          />
          <ExportList exports={exports} />
        </section>
      </div>
    </>
  );
}
