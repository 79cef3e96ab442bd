import type { Metadata } from 'next';
import Link from 'next/link';
import { IssueForm } from '@/components/issue/issue-form';
import { PositionsMatrix } from '@/components/issue/positions-matrix';
import { Empty } from '@/components/ui/message';
import { PageHead } from '@/components/ui/sheet';
import { can } from '@/domain/policy';
import { listIssues } from '@/server/issues';
import { requireActor } from '@/server/page';
import { getPositions } from '@/server/positions';
import { submitIssue } from './actions';

export const metadata: Metadata = { title: 'Issues' };

export default async function IssuesPage() {
  const actor = await requireActor();
  const issues = await listIssues(actor);
  const spoken = issues.filter((issue) => issue.statements > 0);
  const quiet = issues.filter((issue) => issue.statements === 0);
  const { matrix, articles, hidden } = await getPositions(actor, spoken);
  const teamId = actor.teamIds.find((id) => can(actor, 'issue.change', { teamId: id }));
  return (
    <>
      <PageHead title="Issues" lead="Where the experts stand, over all articles." />
      {matrix.experts.length === 0 ? (
        <Empty title="Nobody has taken a side yet">
          Issues are given to statements as an article is checked.
        </Empty>
      ) : (
        <PositionsMatrix
          matrix={matrix}
          articles={articles}
          caption="Positions by issue and expert"
        />
      )}
      {hidden > 0 ? (
        <p className="mt-2 text-sm text-quiet">
          {hidden} more have spoken; each issue’s own page shows everyone.
        </p>
      ) : null}
      {quiet.length > 0 ? (
        <section aria-labelledby="quiet" className="off-paper mt-8">
          <h2 id="quiet" className="mb-2 font-serif text-xl font-semibold">
            Nobody has spoken to
          </h2>
          <ul className="flex flex-wrap gap-x-6 gap-y-1">
            {quiet.map((issue) => (
              <li key={issue.id}>
                <Link href={`/issues/${issue.id}`} prefetch={false}>
                  {issue.name}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {teamId ? (
        <section aria-labelledby="new-issue" className="off-paper mt-10">
          <h2 id="new-issue" className="mb-3 font-serif text-xl font-semibold">
            New issue
          </h2>
          <IssueForm action={submitIssue} verb="Add the issue" teamId={teamId} />
        </section>
      ) : null}
    </>
  );
}
