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
 * Whether an assessment, `a`, is by the expert and on the issue. What is not on the record is never
 * found by who said it.
 */
export function isSaidIn({ expert, issue }: Scope): Prisma.Sql {
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

/** The assessments that are by the expert or on the issue, the first way in; null without either. */
export function saidBy({ expert, issue }: Scope): Prisma.Sql | null {
  if (expert)
    return Prisma.sql`SELECT assessment_id FROM assessment_holder WHERE expert_id = ${expert}::uuid`;
  if (issue)
    return Prisma.sql`SELECT assessment_id FROM assessment_issue WHERE issue_id = ${issue}::uuid`;
  return null;
}

/** The versions that hold a statement by the expert and on the issue; null without either filter. */
export async function versionsSaidIn(scope: Scope): Promise<string[] | null> {
  const said = saidBy(scope);
  if (!said) return null;
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT DISTINCT a.version_id AS id FROM assessment a
     WHERE a.id IN (${said}) AND ${isSaidIn(scope)} LIMIT 20000`;
  return rows.map((row) => row.id);
}
