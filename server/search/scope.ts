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

/** The versions that hold a statement by the expert and on the issue; null without either filter. */
export async function versionsSaidIn(scope: Scope): Promise<string[] | null> {
  const said = saidBy(scope);
  if (!said) return null;
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT DISTINCT a.version_id AS id FROM assessment a
     WHERE a.id IN (${said}) LIMIT 20000`;
  return rows.map((row) => row.id);
}
