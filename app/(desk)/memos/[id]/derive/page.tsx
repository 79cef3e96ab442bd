import type { Metadata } from 'next';
import Link from 'next/link';
import { DeriveForm } from '@/components/reassembly/derive-form';
import { buttonLook } from '@/components/ui/button';
import { Alarm } from '@/components/ui/message';
import { PageHead } from '@/components/ui/sheet';
import { can } from '@/domain/policy';
import { getMemo } from '@/server/memos';
import { read, requireActor } from '@/server/page';
import { listTemplatesForLines } from '@/server/templates';
import { submitDerivation } from './actions';

export const metadata: Metadata = { title: 'Make another of it' };

export default async function DerivePage({ params }: PageProps<'/memos/[id]/derive'>) {
  const actor = await requireActor();
  const memo = await read(getMemo(actor, (await params).id));
  if (!can(actor, 'memo.derive', memo))
    return <Alarm>As a {actor.role} you read memos; ask an editor to make one.</Alarm>;
  return (
    <div className="max-w-3xl">
      <PageHead
        title="Make another of it"
        lead={`Lines of “${memo.title}” go over with their quotes and sources, and say so when it changes.`}
      >
        <Link href={`/memos/${memo.id}`} prefetch={false} className={buttonLook()}>
          Back to the memo
        </Link>
      </PageHead>
      <DeriveForm
        parent={{ id: memo.id, title: memo.title }}
        templates={(await listTemplatesForLines(actor))
          .toReversed()
          .map(({ slug, name, purpose, origin }) => ({ slug, name, purpose, origin }))}
        from={actor.name}
        action={submitDerivation}
      />
    </div>
  );
}
