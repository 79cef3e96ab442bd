import type { Metadata } from 'next';
import { cache } from 'react';
import { StatementList } from '@/components/assessment/statement-list';
import { IssueForm } from '@/components/issue/issue-form';
import { PositionsMatrix } from '@/components/issue/positions-matrix';
import { PageHead } from '@/components/ui/sheet';
import { can } from '@/domain/policy';
import { getIssue } from '@/server/issues';
import { read, requireActor } from '@/server/page';
import { getPositions } from '@/server/positions';
import { loadStatements } from '@/server/statements';
import { submitIssueChange } from '../actions';

const load = cache(async (id: string) => {
  const actor = await requireActor();
  return { actor, issue: await read(getIssue(actor, id)) };
});

export async function generateMetadata({ params }: PageProps<'/issues/[id]'>): Promise<Metadata> {
  return { title: (await load((await params).id)).issue.name };
}

export default async function IssuePage({ params }: PageProps<'/issues/[id]'>) {
  const { actor, issue } = await load((await params).id);
  const { matrix, articles } = await getPositions(actor, [issue], { most: 100 });
  const said = await loadStatements(actor, { issues: { some: { issueId: issue.id } } });
  const title = issue.name.charAt(0).toUpperCase() + issue.name.slice(1);
  return (
    <>
      <PageHead title={title} lead={`That ${issue.proposition}.`} />
      {matrix.experts.length > 0 ? (
        <PositionsMatrix
          matrix={matrix}
          articles={articles}
          caption={`Positions on ${issue.name}`}
        />
      ) : null}
      <section aria-labelledby="statements" className="mt-10">
        <h2 id="statements" className="mb-3 font-serif text-xl font-semibold">
          Every statement
        </h2>
        <StatementList {...said.evidence} issues={said.issues} uses={said.uses} named />
      </section>
      {can(actor, 'issue.change', issue) ? (
        <details className="off-paper mt-10 rounded-lg border border-rule bg-sheet px-4 py-3">
          <summary className="cursor-pointer font-semibold">Change the issue</summary>
          <div className="mt-3">
            <IssueForm
              key={issue.revision}
              action={submitIssueChange}
              verb="Keep the change"
              issue={issue}
            />
          </div>
        </details>
      ) : null}
    </>
  );
}
