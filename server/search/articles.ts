import { mostCounted } from '@/domain/search';
import { type Lit, litParts, type Part, passageOf } from '@/domain/search/parts';
import { Prisma } from '@/prisma/client/client';
import { db } from '../db';
import { isPublishedIn, isSaidIn, type SaidIn, type Scope, versionsSaidIn } from './scope';
import { acrossShelves, fromShelves } from './shelves';
import { hasAll, lit, type Terms } from './terms';

/** An article that was found, with its best paragraphs; `number` is the paragraph's. */
export type FoundArticle = {
  id: string;
  slug: string;
  title: Part[];
  outlet: string;
  publishedOn: string;
  passages: { number: number; parts: Part[] }[];
};

/** What is shown of a kind, and how many there are: one more than `mostCounted` means "more". */
export type Found<T> = { items: T[]; total: number };

/** Which stretch of the results is asked for. */
export type Stretch = { take: number; skip: number };

/** How many of those found, the newest, are ordered by how well they fit; the rest follow by date. */
const ranked = 40;

/** How many paragraphs that have a phrase, the newest, are looked through for their articles. */
const lookedThrough = 1500;

/**
 * Articles that have all words, in title and paragraphs together, in the latest version of each.
 * They are looked for from the newest quarter on and counted to `mostCounted`; of a phrase, those
 * of the newest 1,500 paragraphs that have it.
 */
export async function findArticles(
  terms: Terms,
  scope: Scope,
  { take, skip }: Stretch,
): Promise<Found<FoundArticle>> {
  const versions = await versionsSaidIn(scope);
  if (versions?.length === 0) return { items: [], total: 0 };
  const rows = await db().$queryRaw<Dated[]>(candidates(terms, scope, versions));
  const found = newestFirst(rows);
  if (take === 0) return { items: [], total: found.length };
  const first = await db().$queryRaw<{ id: string }[]>(rank(terms, found.slice(0, ranked)));
  const ids = [...first.map((row) => row.id), ...found.slice(ranked)].slice(skip, skip + take);
  return { items: await show(terms, ids), total: found.length };
}

type Dated = { id: string; day: string };

function newestFirst(rows: Dated[]): string[] {
  const days = new Map(rows.map(({ id, day }) => [id, day]));
  const sorted = [...days].sort(
    ([a, day], [b, other]) => other.localeCompare(day) || (a < b ? -1 : 1),
  );
  return sorted.slice(0, mostCounted + 1).map(([id]) => id);
}

/** The versions to rank and count, with their days; one may come twice. */
export function candidates(terms: Terms, scope: Scope, versions: SaidIn): Prisma.Sql {
  const filters = Prisma.sql`${isPublishedIn(scope)} AND ${isSaidIn(versions, scope)}`;
  const most = mostCounted + 1;
  const dated = Prisma.sql`v.id, v.published_on::text AS day`;
  if (terms.phrase === '')
    return fromShelves(
      scope.shelves,
      Prisma.sql`SELECT ${dated} FROM article_version v
        WHERE v.shelf = s.id AND ${hasAll(Prisma.sql`v.words`, terms)} AND ${filters}`,
      most,
    );
  // A phrase stands in one paragraph, or in the title. Whole texts hold each of its words far more
  // often than the phrase, and would have to be read; paragraphs are found by pairs of words.
  const rest = terms.more ? hasAll(Prisma.sql`v.words`, terms) : Prisma.sql`TRUE`;
  return Prisma.sql`
    WITH near AS MATERIALIZED (
      SELECT DISTINCT version_id FROM (${fromShelves(
        scope.shelves,
        Prisma.sql`SELECT p.version_id FROM paragraph p
          WHERE public.shelf_pairs(p.shelf, p.words)
             @> public.shelf_pairs(s.id, ${terms.phraseWords}::tsvector)
            AND p.shelf = s.id AND p.words @@ ${terms.phrase}::tsquery`,
        lookedThrough,
      )}) p
    )
    SELECT ${dated} FROM near JOIN article_version v ON v.id = near.version_id
     WHERE ${filters} AND ${rest}
    UNION ALL (${acrossShelves(
      scope.shelves,
      Prisma.sql`SELECT ${dated} FROM article_version v
        WHERE v.title_words @@ ${terms.phrase}::tsquery AND ${filters} AND ${rest}`,
      Prisma.sql`v.shelf`,
      most,
    )})`;
}

/**
 * The versions by how well they fit. The title counts most, then a paragraph that has all words
 * close together; those that fit alike stay in the order given, the latest first. The paragraphs
 * come by their version: `IS TRUE` keeps the index of all words out of it.
 */
export function rank(terms: Terms, ids: string[]): Prisma.Sql {
  const [all, any] = [Prisma.sql`${terms.all}::tsquery`, Prisma.sql`${terms.any}::tsquery`];
  return Prisma.sql`
    SELECT v.id FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS found(id, place)
      JOIN article_version v ON v.id = found.id
      LEFT JOIN LATERAL (
        SELECT max(2 * ts_rank_cd(p.words, ${all}, 1) + ts_rank(p.words, ${any})) AS fit
          FROM paragraph p
         WHERE p.version_id = found.id AND p.number IS NOT NULL AND (p.words @@ ${any}) IS TRUE
      ) body ON TRUE
     ORDER BY round((4 * ts_rank_cd(v.title_words, ${all}) + 2 * ts_rank(v.title_words, ${any})
                     + coalesce(body.fit, 0))::numeric, 2) DESC, found.place`;
}

type Row = { id: string; slug: string; title: Lit; outlet: string; publishedOn: string };
type Passage = { id: string; number: number; text: Lit };

/** What is shown of each version, in the order given. */
async function show(terms: Terms, ids: string[]): Promise<FoundArticle[]> {
  if (ids.length === 0) return [];
  const titles = db().$queryRaw<Row[]>`
    SELECT v.id, article.slug, ${lit(Prisma.sql`v.title`, terms)} AS title, v.outlet,
           v.published_on::text AS "publishedOn"
      FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS chosen(id, place)
      JOIN article_version v ON v.id = chosen.id JOIN article ON article.id = v.article_id
     ORDER BY chosen.place`;
  const best = db().$queryRaw<Passage[]>(passagesOf(terms, ids));
  const [rows, passages] = await Promise.all([titles, best]);
  return rows.map(({ title, ...row }) => ({
    ...row,
    title: litParts(title),
    passages: passages
      .filter((passage) => passage.id === row.id)
      .map(({ number, text }) => ({ number, parts: passageOf(litParts(text)) })),
  }));
}

/**
 * The three best paragraphs of each version. Where a paragraph carries a statement that is not on
 * the record it is left out: its text may name who said it beside what was said.
 */
export function passagesOf(terms: Terms, ids: string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT chosen.id, best.number, ${lit(Prisma.sql`best.text`, terms)} AS text
      FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS chosen(id, place)
     CROSS JOIN LATERAL (
       SELECT p.number, p.text FROM paragraph p
        WHERE p.version_id = chosen.id AND p.number IS NOT NULL
          AND (p.words @@ ${terms.any}::tsquery) IS TRUE
          AND NOT EXISTS (SELECT 1 FROM span JOIN assessment a ON a.id = span.assessment_id
                WHERE span.paragraph_id = p.id AND a.ground_rule <> 'on_the_record')
        ORDER BY ts_rank_cd(p.words, ${terms.all}::tsquery, 1) DESC,
                 ts_rank(p.words, ${terms.any}::tsquery) DESC, p.position
        LIMIT 3) best
     ORDER BY chosen.place, best.number`;
}
