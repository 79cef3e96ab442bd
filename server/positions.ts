import type { Article } from '@/domain/article';
import type { Issue } from '@/domain/issue';
import { type Matrix, positionsMatrix } from '@/domain/matrix';
import type { Actor } from '@/domain/user';
import { loadStatements } from './statements';

/** More columns than this can't be read side by side; an issue's own page shows everyone. */
const mostExperts = 12;

/** Where the experts stand over all articles that the actor sees, and how many are not shown. */
export type Positions = { matrix: Matrix; articles: Article[]; hidden: number };

/**
 * The positions matrix of these issues over all articles, in the latest version of each; the
 * experts with the most statements come first, at most `most` of them.
 */
export async function getPositions(
  actor: Actor,
  issues: Issue[],
  { most = mostExperts } = {},
): Promise<Positions> {
  const ids = issues.map((issue) => issue.id);
  const { evidence } = await loadStatements(
    actor,
    { issues: { some: { issueId: { in: ids } } } },
    { take: 2000 },
  );
  const whole = positionsMatrix(issues, evidence);
  const weights = whole.experts.map((_, column) =>
    whole.rows.reduce((sum, { cells }) => sum + weightOf(cells[column] ?? null), 0),
  );
  const order = weights
    .map((weight, column) => ({ weight, column }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ column }) => column);
  const pick = <T>(list: T[]) => order.map((column) => list[column] as T);
  return {
    matrix: {
      experts: pick(whole.experts),
      rows: whole.rows.map(({ issue, cells }) => ({ issue, cells: pick(cells) })),
    },
    articles: evidence.articles,
    hidden: whole.experts.length - order.length,
  };
}

function weightOf(cell: Matrix['rows'][number]['cells'][number]): number {
  return cell ? 1 + cell.own.length : 0;
}
