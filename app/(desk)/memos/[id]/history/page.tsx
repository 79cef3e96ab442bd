import type { Metadata } from 'next';
import Link from 'next/link';
import { Timeline } from '@/components/history/timeline';
import { buttonLook } from '@/components/ui/button';
import { PageHead } from '@/components/ui/sheet';
import { chooseComparison } from '@/domain/history';
import { can } from '@/domain/policy';
import { isOwnName } from '@/domain/revision';
import { getHistory } from '@/server/history';
import { read, requireActor } from '@/server/page';
import { submitName, submitRestore } from './actions';

export const metadata: Metadata = { title: 'History' };

export default async function HistoryPage({ params }: PageProps<'/memos/[id]/history'>) {
  const actor = await requireActor();
  const memo = await read(getHistory(actor, (await params).id));
  return (
    <div className="max-w-3xl">
      <PageHead title="History" lead={memo.title}>
        <Link href={`/memos/${memo.id}`} prefetch={false} className={buttonLook()}>
          Back to the memo
        </Link>
      </PageHead>
      <Timeline
        memo={{ id: memo.id, version: memo.version }}
        versions={memo.versions}
        chosen={chooseComparison(memo.versions, (each) => !isOwnName(each.label))}
        mayEdit={can(actor, 'memo.edit', memo)}
        actions={{ name: submitName, restore: submitRestore }}
      />
    </div>
  );
}
