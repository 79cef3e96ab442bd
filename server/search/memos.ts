import { mostCounted } from '@/domain/search';
import { type Lit, litParts, type Part, passageOf } from '@/domain/search/parts';
import { Prisma } from '@/prisma/client/client';
import { db } from '../db';
import type { Found, Stretch } from './articles';
import type { MemoScope } from './scope';
import { hasAll, lit, type Terms } from './terms';

/** A memo that was found, with the stretches of it that have the words. */
export type FoundMemo = {
  id: string;
  title: Part[];
  form: string;
  author: string;
  updatedAt: Date;
  passage: Part[];
};

/** How many of those found, the latest changed, are ordered by how well they fit. */
const ranked = 40;

/**
 * The memos open to the seeker that have all words in title and text, counted to `mostCounted`. The days are
 * those of the last change; an expert, an issue or an outlet, of what the memo rests on.
 */
export async function findMemos(
  terms: Terms,
  scope: MemoScope,
  { take, skip }: Stretch,
): Promise<Found<FoundMemo>> {
  const found = await db().$queryRaw<{ id: string }[]>(memoCandidates(terms, scope));
  const ids = found.map((row) => row.id);
  const rows = await db().$queryRaw<Row[]>`
    SELECT m.id, ${lit(Prisma.sql`m.title`, terms)} AS title, template.name AS form,
           author.name AS author, m.updated_at AS "updatedAt",
           CASE WHEN ${restsOnTheRecord} THEN ${lit(Prisma.sql`m.text`, terms)} END
             AS passage
      FROM (${rank(terms, ids, { take, skip })}) best
      JOIN memo m ON m.id = best.id
      JOIN template ON template.id = m.template_id
      JOIN "user" author ON author.id = m.author_id
     ORDER BY best.place`;
  const items = rows.map((row) => ({
    ...row,
    title: litParts(row.title),
    passage: row.passage ? passageOf(litParts(row.passage), 360) : [],
  }));
  return { items, total: ids.length };
}

type Row = Omit<FoundMemo, 'title' | 'passage'> & { title: Lit; passage: Lit | null };

// A quote may have been taken off the record after the memo was written: then no stretch is shown.
const restsOnTheRecord = Prisma.sql`NOT EXISTS (
  SELECT 1 FROM memo_assessment used JOIN assessment a ON a.id = used.assessment_id
   WHERE used.memo_id = m.id AND a.ground_rule <> 'on_the_record')`;

/** How many memos that have the words of a phrase, the latest changed, are looked through for it. */
const lookedThrough = 300;

/** The memos to rank and count, the latest changed first; a phrase is looked for in 300 of them. */
export function memoCandidates(terms: Terms, scope: MemoScope): Prisma.Sql {
  const { from, to, outlet, expert, issue } = scope;
  const like = `%${outlet.replace(/[\\%_]/g, '\\$&')}%`;
  const ofTeams = Prisma.sql`(m.team_id = ANY(${scope.teamIds}::uuid[]) AND (${scope.keeps} OR m.audience = 'team')
    OR m.id = ANY(${scope.apart}::uuid[]))`;
  const conditions = [
    // Without IS TRUE all memos of a team would be read for their words, past the index of words.
    terms.all === '' ? ofTeams : Prisma.sql`(${ofTeams}) IS TRUE`,
    hasAll(Prisma.sql`m.words`, terms.phrase ? { ...terms, all: apart(terms.phrase) } : terms),
    ...(from ? [Prisma.sql`m.updated_at >= ${from}::date`] : []),
    ...(to ? [Prisma.sql`m.updated_at < ${to}::date + 1`] : []),
    ...(outlet
      ? [
          Prisma.sql`EXISTS (SELECT 1 FROM memo_article r JOIN article_version v ON v.id = r.version_id
            WHERE r.memo_id = m.id AND v.outlet ILIKE ${like})`,
        ]
      : []),
    ...(expert
      ? [
          Prisma.sql`EXISTS (SELECT 1 FROM memo_assessment u
            JOIN assessment a ON a.id = u.assessment_id AND a.ground_rule = 'on_the_record'
            JOIN assessment_holder h ON h.assessment_id = a.id
            WHERE u.memo_id = m.id AND h.expert_id = ${expert}::uuid)`,
        ]
      : []),
    ...(issue
      ? [
          Prisma.sql`EXISTS (SELECT 1 FROM memo_assessment u
            JOIN assessment_issue t ON t.assessment_id = u.assessment_id
            WHERE u.memo_id = m.id AND t.issue_id = ${issue}::uuid)`,
        ]
      : []),
  ];
  const matching = Prisma.join(conditions, ' AND ');
  if (terms.phrase !== '')
    return Prisma.sql`SELECT near.id FROM (
        SELECT m.id, m.words FROM memo m WHERE ${matching}
         ORDER BY m.updated_at DESC LIMIT ${lookedThrough}) near
      WHERE ${hasAll(Prisma.sql`near.words`, terms)}`;
  return Prisma.sql`SELECT m.id FROM memo m WHERE ${matching}
    ORDER BY m.updated_at DESC LIMIT ${mostCounted + 1}`;
}

/** The phrase's words, in whatever order they stand. */
function apart(phrase: string): string {
  return phrase.replace(/<->|<\d+>/g, '&');
}

function rank(terms: Terms, ids: string[], { take, skip }: Stretch): Prisma.Sql {
  return Prisma.sql`
    WITH found AS MATERIALIZED (
      SELECT id, row_number() OVER (ORDER BY updated_at DESC, id) AS place
        FROM memo WHERE id = ANY(${ids}::uuid[])
    ), fit AS MATERIALIZED (
      SELECT m.id, ts_rank_cd(m.words, ${terms.all}::tsquery, 1) AS fit
        FROM found JOIN memo m ON m.id = found.id WHERE found.place <= ${ranked}
    )
    SELECT found.id, row_number() OVER (
        ORDER BY round(fit.fit::numeric, 2) DESC NULLS LAST, found.place) AS place
      FROM found LEFT JOIN fit ON fit.id = found.id
     ORDER BY place LIMIT ${take} OFFSET ${skip}`;
}
