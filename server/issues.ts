import type { Assessment } from '@/domain/assessment';
import type { Issue } from '@/domain/issue';
import type { Store } from './db';

/** The issues that these assessments speak to, in the team's order. */
export async function issuesOf(store: Store, assessments: Assessment[]): Promise<Issue[]> {
  const ids = [...new Set(assessments.flatMap((each) => each.issues.map((tag) => tag.issueId)))];
  const rows = await store.issue.findMany({
    where: { id: { in: ids } },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  });
  return rows.map(({ id, name, proposition }) => ({ id, name, proposition }));
}
