import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { OrderForm } from '@/components/reassembly/order-form';
import { TakeForm } from '@/components/reassembly/take-form';
import { buttonLook } from '@/components/ui/button';
import { Alarm, Empty } from '@/components/ui/message';
import { PageHead } from '@/components/ui/sheet';
import { askSchema } from '@/domain/reassembly/order';
import { linesOfProposals } from '@/domain/reassembly/words';
import { read, requireActor } from '@/server/page';
import { choicesFor, planReassembly } from '@/server/reassembly';
import { submitTake } from './actions';

export const metadata: Metadata = { title: 'Bring up to date' };

const asList = (value: string | string[] | undefined) =>
  [value ?? []].flat().filter((each) => each !== '');

export default async function AssemblePage({
  params,
  searchParams,
}: PageProps<'/memos/[id]/assemble'>) {
  const actor = await requireActor();
  const { id } = await params;
  const { add, issues, matrix } = await searchParams;
  const asked = askSchema.safeParse({ add: asList(add), issues: asList(issues), matrix });
  if (!asked.success) notFound();
  const plan = await read(planReassembly(actor, id, asked.data));
  const { order, memo, sections, proposals, moved, mayTake } = plan;
  const choices = order.made === 'evidence' ? await choicesFor(actor, plan, asked.data) : null;
  const isEmpty = proposals.length === 0 && moved === 0;
  return (
    <div className="grid max-w-3xl gap-6">
      <PageHead title="Bring up to date" lead={memo.title}>
        <Link href={`/memos/${id}`} prefetch={false} className={buttonLook()}>
          Back to the memo
        </Link>
      </PageHead>
      {choices ? <OrderForm {...choices} /> : null}
      {isEmpty ? (
        <Empty title="The memo is up to date">
          {order.made === 'evidence'
            ? 'An assembly from what is stored now would change nothing in it.'
            : order.made === 'word'
              ? 'It came from a Word file, and its sources are as they were.'
              : 'The memo that it was made of has no other lines for it.'}
        </Empty>
      ) : null}
      {!isEmpty && !mayTake ? (
        <Alarm>As a {actor.role} you see what would change; ask an editor to take it.</Alarm>
      ) : null}
      {isEmpty ? null : (
        <TakeForm
          // Another order is another form: its ticks begin anew.
          key={plan.digest}
          memo={id}
          base={plan.version}
          digest={plan.digest}
          ask={{
            add: asked.data.add,
            issues: asked.data.issues,
            matrix: asked.data.matrix === 'on',
          }}
          sections={sections}
          proposals={linesOfProposals(proposals)}
          moved={moved}
          mayTake={mayTake}
          action={submitTake}
        />
      )}
    </div>
  );
}
