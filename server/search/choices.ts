import type { Actor } from '@/domain/user';
import { db } from '../db';
import { expertsVisibleTo } from '../experts';
import { issuesVisibleTo } from '../issues';

/** A thing to choose in a filter. */
export type Choice = { id: string; name: string };

const most = 300;

/**
 * What the actor can narrow a search to: the issues and experts of their teams by name, at most 300
 * of each, and the one that is chosen.
 */
export async function filterChoices(
  actor: Actor,
  chosen: { expert: string; issue: string },
): Promise<{ experts: Choice[]; issues: Choice[] }> {
  const ask = {
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' as const }, { id: 'asc' as const }],
    take: most,
  };
  const [experts, issues, expert, issue] = await Promise.all([
    db().expert.findMany({ ...ask, where: expertsVisibleTo(actor) }),
    db().issue.findMany({ ...ask, where: issuesVisibleTo(actor) }),
    db().expert.findMany({
      ...ask,
      where: { ...expertsVisibleTo(actor), id: chosen.expert || none },
    }),
    db().issue.findMany({ ...ask, where: { ...issuesVisibleTo(actor), id: chosen.issue || none } }),
  ]);
  return { experts: withChosen(experts, expert), issues: withChosen(issues, issue) };
}

const none = '00000000-0000-0000-0000-000000000000';

function withChosen(list: Choice[], [chosen]: Choice[]): Choice[] {
  return !chosen || list.some((each) => each.id === chosen.id) ? list : [chosen, ...list];
}
