import type { ExpertKind } from '@/domain/expert';
import { mostCounted } from '@/domain/search';
import { type Lit, litParts, type Part } from '@/domain/search/parts';
import { Prisma } from '@/prisma/client/client';
import { db } from '../db';
import type { Found, Stretch } from './articles';
import { hasAll, lit, type Terms } from './terms';

/** An expert who was found. `statements` counts those on the record, which the name leads to. */
export type FoundExpert = {
  id: string;
  name: Part[];
  plainName: string;
  kind: ExpertKind;
  aliases: string[];
  role: string;
  statements: number;
};

/** How alike a stretch of the names has to be to the words, of 1: a letter or two are wrong. */
const alike = 0.5;

type Line = { id: string };

/** The teams' experts one of whose names has all words, by name. */
export async function findExperts(
  terms: Terms,
  teamIds: string[],
  { take, skip }: Stretch,
): Promise<Found<FoundExpert>> {
  if (terms.all === '') return { items: [], total: 0 };
  const rows = await db().$queryRaw<Line[]>`
    SELECT id FROM (${expertCandidates(terms, teamIds)}) e ORDER BY name, id`;
  const items = await show(terms, rows.slice(skip, skip + take));
  return { items, total: rows.length };
}

/** The experts to count and order. */
export function expertCandidates(terms: Terms, teamIds: string[]): Prisma.Sql {
  return Prisma.sql`SELECT e.id, e.name FROM expert e
    WHERE e.team_id = ANY(${teamIds}::uuid[]) AND ${hasAll(Prisma.sql`e.words`, terms)}
    LIMIT ${mostCounted + 1}`;
}

/** The teams' experts who are called much like it, the likest first, at most five. */
export async function findLikeNames(
  terms: Terms,
  name: string,
  teamIds: string[],
): Promise<FoundExpert[]> {
  if (name.length < 3 || name.length > 80) return [];
  // The setting holds for this transaction alone; the index is asked by it.
  const [, rows] = await db().$transaction([
    db().$queryRaw`SELECT set_config('pg_trgm.word_similarity_threshold', ${String(alike)}, TRUE)`,
    db().$queryRaw<Line[]>(likeNames(name, teamIds)),
  ]);
  return show(terms, rows);
}

/** The experts whose names are like the words, by how like they are; by the index of names alone. */
export function likeNames(name: string, teamIds: string[]): Prisma.Sql {
  const folded = Prisma.sql`public.search_names(${name}, '{}')`;
  return Prisma.sql`SELECT e.id FROM expert e
    WHERE ${folded} <% e.names AND (e.team_id = ANY(${teamIds}::uuid[])) IS TRUE
    ORDER BY word_similarity(${folded}, e.names) DESC, length(e.names), e.id LIMIT 5`;
}

async function show(terms: Terms, lines: Line[]): Promise<FoundExpert[]> {
  const ids = lines.map((line) => line.id);
  if (ids.length === 0) return [];
  const rows = await db().$queryRaw<(Omit<FoundExpert, 'name'> & { name: Lit })[]>`
    SELECT e.id, ${lit(Prisma.sql`e.name`, terms)} AS name, e.name AS "plainName",
           e.kind::text AS kind, e.aliases, coalesce(held.role, '') AS role,
           (SELECT count(*)::int FROM assessment_holder h
              JOIN assessment a ON a.id = h.assessment_id AND a.ground_rule = 'on_the_record'
              JOIN article_version v ON v.id = a.version_id AND v.latest
             WHERE h.expert_id = e.id) AS statements
      FROM expert e
      LEFT JOIN LATERAL (
        SELECT concat_ws(', ', nullif(f.role, ''), nullif(f.organisation, '')) AS role
          FROM affiliation f WHERE f.expert_id = e.id ORDER BY f.as_of DESC, f.id DESC LIMIT 1
      ) held ON TRUE
     WHERE e.id = ANY(${ids}::uuid[])`;
  return rows
    .map((row) => ({ ...row, name: litParts(row.name) }))
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}
