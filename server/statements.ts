import type { Evidence } from '@/domain/assessment';
import { inTextOrder } from '@/domain/assessment';
import type { Issue } from '@/domain/issue';
import type { Actor } from '@/domain/user';
import type { Prisma } from '@/prisma/client/client';
import { memosVisibleTo } from './access';
import { db } from './db';
import { articleOf, assessmentOf, withAll } from './evidence';
import { issuesOf } from './issues';

/** A memo that rests on a statement. */
export type Use = { id: string; title: string };

/**
 * Statements over all articles: as evidence with those paragraphs alone that carry them, the issues
 * they speak to, and the memos that rest on each. `total` counts those that were not loaded too.
 */
export type Statements = {
  evidence: Evidence;
  issues: Issue[];
  uses: Record<string, Use[]>;
  total: number;
};

/**
 * Which statements the actor sees over all articles: those of their teams' articles, in the latest
 * version of each, and on the record.
 */
export function statementsVisibleTo(actor: Actor) {
  return {
    groundRule: 'on_the_record',
    version: { latest: true, article: { teamId: { in: actor.teamIds } } },
  } satisfies Prisma.AssessmentWhereInput;
}

/** The actor's statements that a where-clause lets through, the latest published first. */
export async function loadStatements(
  actor: Actor,
  where: Prisma.AssessmentWhereInput,
  { take = 300, skip = 0 } = {},
): Promise<Statements> {
  const visible = { AND: [statementsVisibleTo(actor), where] };
  const rows = await db().assessment.findMany({
    where: visible,
    include: withAll,
    orderBy: [{ version: { publishedOn: 'desc' } }, { versionId: 'asc' }, { position: 'asc' }],
    take,
    skip,
  });
  const total =
    rows.length < take ? skip + rows.length : await db().assessment.count({ where: visible });
  const ids = rows.map((row) => row.id);
  const versions = await db().articleVersion.findMany({
    where: { id: { in: [...new Set(rows.map((row) => row.versionId))] } },
    include: {
      article: true,
      paragraphs: {
        where: { spans: { some: { assessmentId: { in: ids } } } },
        orderBy: { position: 'asc' },
      },
    },
    omit: { original: true, text: true },
    orderBy: [{ publishedOn: 'desc' }, { id: 'asc' }],
  });
  const articles = versions.map(articleOf);
  const assessments = inTextOrder(rows.map(assessmentOf), articles);
  const issues = await issuesOf(db(), assessments);
  return { evidence: { articles, assessments }, issues, uses: await usesOf(actor, ids), total };
}

async function usesOf(actor: Actor, assessmentIds: string[]): Promise<Record<string, Use[]>> {
  const rows = await db().memoAssessment.findMany({
    where: { assessmentId: { in: assessmentIds }, memo: memosVisibleTo(actor) },
    select: { assessmentId: true, memo: { select: { id: true, title: true } } },
    orderBy: { memo: { updatedAt: 'desc' } },
  });
  const uses: Record<string, Use[]> = {};
  for (const { assessmentId, memo } of rows)
    uses[assessmentId] = [...(uses[assessmentId] ?? []), memo];
  return uses;
}
