import { Prisma } from '@/prisma/client/client';
import { db } from '../db';

/** What narrows a search besides its words; all of it holds at once. */
export type Scope = {
  teamIds: string[];
  shelves: number[];
  from: string | null;
  to: string | null;
  outlet: string;
  expert: string;
  issue: string;
};

/** The same for memos: some are not open to all of their team, and some are shared with others. */
export type MemoScope = Scope & {
  /** Memos that the seeker sees though they are not open to their teams, or are of another. */
  apart: string[];
  /** Whether the seeker sees their teams' memos whomever they are open to. */
  keeps: boolean;
};

/** Whether an article's version, `v`, was published by the outlet and between the days. */
export function isPublishedIn({ from, to, outlet }: Scope): Prisma.Sql {
  const like = `%${outlet.replace(/[\\%_]/g, '\\$&')}%`;
  const conditions = [
    Prisma.sql`TRUE`,
    ...(from ? [Prisma.sql`v.published_on >= ${from}::date`] : []),
    ...(to ? [Prisma.sql`v.published_on <= ${to}::date`] : []),
    ...(outlet ? [Prisma.sql`v.outlet ILIKE ${like}`] : []),
  ];
  return Prisma.join(conditions, ' AND ');
}

/**
 * The assessments that are by the expert and on the issue, the way in to what was said; null
 * without either. What is not on the record is never found by who said it.
 */
export function saidBy({ expert, issue }: Scope): Prisma.Sql | null {
  if (expert)
    return Prisma.sql`SELECT h.assessment_id FROM assessment_holder h
        JOIN assessment said ON said.id = h.assessment_id AND said.ground_rule = 'on_the_record'
       WHERE h.expert_id = ${expert}::uuid AND (${issue === ''} OR EXISTS (
         SELECT 1 FROM assessment_issue t
          WHERE t.assessment_id = h.assessment_id AND t.issue_id = ${issue || null}::uuid))`;
  if (issue)
    return Prisma.sql`SELECT assessment_id FROM assessment_issue WHERE issue_id = ${issue}::uuid`;
  return null;
}

/** Of more versions than this the words are the way in, and what was said leaves out the rest. */
const fewMost = 500;

/** Where something was said: in these few versions, in more than these, or nobody asks. */
export type SaidIn = string[] | 'many' | null;

/** The versions that hold a statement by the expert and on the issue. */
export async function versionsSaidIn(scope: Scope): Promise<SaidIn> {
  const said = saidBy(scope);
  if (!said) return null;
  // Without DISTINCT the first few are found without looking at the rest.
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT a.version_id AS id FROM assessment a WHERE a.id IN (${said}) LIMIT ${fewMost + 1}`;
  return rows.length > fewMost ? 'many' : [...new Set(rows.map((row) => row.id))];
}

/**
 * Whether an article's version, `v`, is one of them. `IS TRUE` keeps many from being the way in, and
 * a subquery for each from reading all assessments that there are.
 */
export function isSaidIn(versions: SaidIn, scope: Scope): Prisma.Sql {
  if (versions === null) return Prisma.sql`TRUE`;
  if (versions !== 'many') return Prisma.sql`v.id = ANY(${versions}::uuid[])`;
  return Prisma.sql`(v.id IN (
    SELECT (SELECT a.version_id FROM assessment a WHERE a.id = said.assessment_id)
      FROM (${saidBy(scope)}) said)) IS TRUE`;
}

/** Whether an assessment, `a`, is by the expert and on the issue: what `saidBy` has, one at a time. */
export function isSaid({ expert, issue }: Scope): Prisma.Sql {
  const conditions = [
    Prisma.sql`TRUE`,
    ...(expert
      ? [
          Prisma.sql`a.ground_rule = 'on_the_record' AND EXISTS (
            SELECT 1 FROM assessment_holder h
             WHERE h.assessment_id = a.id AND h.expert_id = ${expert}::uuid)`,
        ]
      : []),
    ...(issue
      ? [
          Prisma.sql`EXISTS (SELECT 1 FROM assessment_issue t
             WHERE t.assessment_id = a.id AND t.issue_id = ${issue}::uuid)`,
        ]
      : []),
  ];
  return Prisma.join(conditions, ' AND ');
}
