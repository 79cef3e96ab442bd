import type { Metadata } from 'next';
import Link from 'next/link';
import { MoveForm } from '@/components/template/move-form';
import { Empty } from '@/components/ui/message';
import { PageHead } from '@/components/ui/sheet';
import { can } from '@/domain/policy';
import { read, requireActor } from '@/server/page';
import { proposeMove } from '@/server/template-moves';
import { submitMove } from './actions';

export const metadata: Metadata = { title: 'Its template' };

export default async function MemoTemplatePage({ params }: PageProps<'/memos/[id]/template'>) {
  const actor = await requireActor();
  const { id } = await params;
  const today = new Date().toISOString().slice(0, 10);
  const proposal = await read(proposeMove(actor, id, today));
  const back = (
    <Link href={`/memos/${id}`} prefetch={false}>
      Back to the memo
    </Link>
  );
  if (!proposal)
    return (
      <>
        <PageHead title="A newer template" />
        <Empty title="The memo is on the latest version of its template">{back}</Empty>
      </>
    );
  const { title, template, from, to, base, changes, notes } = proposal;
  return (
    <>
      <PageHead
        title={`“${template}”: version ${from} → ${to}`}
        lead={`What would change in “${title}” if it were moved to version ${to} of its template.`}
      >
        {back}
      </PageHead>
      <div className="grid gap-x-10 gap-y-8 md:grid-cols-2">
        <Told
          id="changes"
          title="What the template changes"
          lines={changes}
          none="Nothing in its form; only what stands behind it."
        />
        <Told
          id="notes"
          title="What becomes of what was written"
          lines={notes}
          none="All of it stays where it is."
        />
      </div>
      <div className="mt-8">
        {can(actor, 'memo.edit', proposal) ? (
          <MoveForm action={submitMove} memo={id} base={base} to={to} />
        ) : (
          <p className="text-quiet">
            As a {actor.role} you read memos; an editor can move this one.
          </p>
        )}
      </div>
    </>
  );
}

function Told(props: { id: string; title: string; lines: string[]; none: string }) {
  return (
    <section aria-labelledby={props.id}>
      <h2 id={props.id} className="mb-2 font-semibold font-serif text-xl">
        {props.title}
      </h2>
      {props.lines.length === 0 ? (
        <p className="text-quiet">{props.none}</p>
      ) : (
        <ul className="divide-y divide-rule rounded-lg border border-rule bg-sheet">
          {props.lines.map((line) => (
            <li key={line} className="px-4 py-2.5">
              {line}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
