import type { Assessment } from '@/domain/assessment';
import { AppError } from '@/domain/errors';
import type { Issue, IssueChange, NewIssue } from '@/domain/issue';
import type { Actor } from '@/domain/user';
import { record } from './audit';
import { authorize, authorizeFound, idFrom } from './authorize';
import { change, db, type Store } from './db';

/** An issue as lists show it; `revision` is what a change names. */
export type IssueLine = Issue & { teamId: string; revision: number; statements: number };

/** Which issues the actor sees: those of their teams. Held against the policy by a test. */
export function issuesVisibleTo(actor: Actor) {
  return { teamId: { in: actor.teamIds } };
}

const inOrder = [{ position: 'asc' as const }, { name: 'asc' as const }];

/** The issues that the actor sees, in their team's order. */
export async function listIssues(actor: Actor): Promise<IssueLine[]> {
  const rows = await db().issue.findMany({
    where: issuesVisibleTo(actor),
    include: { _count: { select: { assessments: true } } },
    orderBy: inOrder,
  });
  return rows.map(toLine);
}

/** One issue that the actor may read. */
export async function getIssue(actor: Actor, id: string): Promise<IssueLine> {
  const row = await db().issue.findUnique({
    where: { id: idFrom(id) },
    include: { _count: { select: { assessments: true } } },
  });
  authorizeFound(actor, 'issue.read', row);
  return toLine(row);
}

function toLine(
  row: Issue & { teamId: string; revision: number; _count: { assessments: number } },
) {
  const { id, teamId, name, proposition, revision, _count } = row;
  return { id, teamId, name, proposition, revision, statements: _count.assessments };
}

/** The issues that these assessments speak to, in the team's order. */
export async function issuesOf(store: Store, assessments: Assessment[]): Promise<Issue[]> {
  const ids = [...new Set(assessments.flatMap((each) => each.issues.map((tag) => tag.issueId)))];
  const rows = await store.issue.findMany({ where: { id: { in: ids } }, orderBy: inOrder });
  return rows.map(({ id, name, proposition }) => ({ id, name, proposition }));
}

/** Adds an issue to a team, after its others. A retry of one that did arrive changes nothing. */
export async function addIssue(actor: Actor, order: NewIssue): Promise<void> {
  await change(async (tx) => {
    const { id, team: teamId, name, proposition } = order;
    authorize(actor, 'issue.change', { teamId });
    const known = await tx.issue.findFirst({ where: { OR: [{ id }, { teamId, name }] } });
    if (known?.id === id && known.teamId === teamId) return;
    if (known) throw taken(name);
    const last = await tx.issue.aggregate({ where: { teamId }, _max: { position: true } });
    const position = (last._max.position ?? -1) + 1;
    await tx.issue.create({ data: { id, teamId, name, proposition, position } });
    await note(tx, actor, 'issue.added', id);
  });
}

/** Changes an issue's name or proposition; stances taken on it stay as they are. */
export async function changeIssue(actor: Actor, order: IssueChange): Promise<void> {
  await change(async (tx) => {
    const row = await tx.issue.findUnique({ where: { id: order.id } });
    authorizeFound(actor, 'issue.change', row);
    const { id, revision, name, proposition } = order;
    const other = await tx.issue.findFirst({
      where: { teamId: row.teamId, name, id: { not: id } },
    });
    if (other) throw taken(name);
    const { count } = await tx.issue.updateMany({
      where: { id, revision },
      data: { name, proposition, revision: revision + 1 },
    });
    if (count === 0)
      throw new AppError(
        'conflict',
        'Somebody else has changed this issue meanwhile. Look at it again.',
      );
    await note(tx, actor, 'issue.changed', id);
  });
}

function taken(name: string): AppError {
  return new AppError('invalid', `Your team has an issue “${name}” already.`, {
    name: 'Another issue has this name. Use that one, or name this one differently.',
  });
}

function note(
  tx: Store,
  actor: Actor,
  event: 'issue.added' | 'issue.changed',
  subjectId: string,
): Promise<void> {
  return record(tx, { actorId: actor.id, event, subjectType: 'issue', subjectId });
}
