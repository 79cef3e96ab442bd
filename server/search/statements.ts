import type { Assessment } from '@/domain/assessment';
import { affiliationAsOf } from '@/domain/expert';
import { mostCounted } from '@/domain/search';
import { type Lit, litParts, type Part, passageOf } from '@/domain/search/parts';
import { Prisma } from '@/prisma/client/client';
import { db } from '../db';
import { toDay, toExpert, withAffiliations } from '../evidence';
import type { Found, Stretch } from './articles';
import { isPublishedIn, isSaid, type SaidIn, type Scope, saidBy, versionsSaidIn } from './scope';
import { acrossShelves, fromShelves } from './shelves';
import { hasAll, lit, type Terms } from './terms';

/**
 * A statement that was found. Where it is not on the record, `speakers` and `viewOf` are empty: it
 * is found by its words and its issue alone, and nobody is named beside it.
 */
export type FoundStatement = {
  id: string;
  kind: Assessment['kind'];
  groundRule: Assessment['groundRule'];
  speakers: { id: string; name: string; role: string }[];
  viewOf: string | null;
  words: Part[];
  issues: { id: string; name: string }[];
  /** Where it stands; the paragraph of its first words. */
  article: { slug: string; title: string; outlet: string; publishedOn: string };
  paragraph: number | null;
};

/**
 * Statements that have all words, or whose speaker or issue is called so, in the latest version of
 * each article; counted to `mostCounted`. Who spoke is looked at on the record only.
 */
export async function findStatements(
  terms: Terms,
  scope: Scope,
  { take, skip }: Stretch,
): Promise<Found<FoundStatement>> {
  const versions = await versionsSaidIn(scope);
  const rows = await db().$queryRaw<{ id: string }[]>(statementCandidates(terms, scope, versions));
  const found = [...new Set(rows.map((row) => row.id))].slice(0, mostCounted + 1);
  if (take === 0) return { items: [], total: found.length };
  const first = await db().$queryRaw<{ id: string }[]>(
    rankStatements(terms, found.slice(0, ranked)),
  );
  const ids = [...first.map((row) => row.id), ...found.slice(ranked)].slice(skip, skip + take);
  return { items: await show(terms, ids), total: found.length };
}

/** How many of those found are ordered by how well they fit; the rest follow, the newest shelf first. */
const ranked = 40;

/** The statements to rank and count, where what is asked for was said in these `versions`. */
export function statementCandidates(terms: Terms, scope: Scope, versions: SaidIn): Prisma.Sql {
  const most = mostCounted + 1;
  const visible = Prisma.sql`v.shelf = ANY(${scope.shelves}::int[]) AND ${isPublishedIn(scope)}`;
  const said = saidBy(scope);
  if (versions === 'many' && terms.all !== '') return spansOf(terms, scope, most);
  if (said)
    return Prisma.sql`SELECT a.id FROM assessment a JOIN article_version v ON v.id = a.version_id
      WHERE a.id IN (${said}) AND ${visible} AND (${terms.all === ''} OR EXISTS (
        SELECT 1 FROM span WHERE span.assessment_id = a.id AND ${hasAll(Prisma.sql`span.words`, terms)}))
      ORDER BY v.published_on DESC LIMIT ${most}`;
  const bySpan = spansOf(terms, scope, most);
  if (terms.all === '') return bySpan;
  const teams = Prisma.sql`ANY(${scope.teamIds}::uuid[])`;
  return Prisma.sql`(${bySpan}) UNION ALL (
      SELECT a.id FROM expert e JOIN assessment_holder h ON h.expert_id = e.id
        JOIN assessment a ON a.id = h.assessment_id AND a.ground_rule = 'on_the_record'
        JOIN article_version v ON v.id = a.version_id
       WHERE e.team_id = ${teams} AND ${hasAll(Prisma.sql`e.words`, terms)} AND ${visible}
       LIMIT ${most}
    ) UNION ALL (
      SELECT a.id FROM issue i JOIN assessment_issue t ON t.issue_id = i.id
        JOIN assessment a ON a.id = t.assessment_id
        JOIN article_version v ON v.id = a.version_id
       WHERE i.team_id = ${teams} AND ${hasAll(Prisma.sql`i.words`, terms)} AND ${visible}
       LIMIT ${most}
    )`;
}

function spansOf(terms: Terms, scope: Scope, most: number): Prisma.Sql {
  const { from, to, outlet, expert, issue } = scope;
  const isNarrowed = [from, to, outlet, expert, issue].some(Boolean);
  const wanted = Prisma.sql`${hasAll(Prisma.sql`span.words`, terms)}
    AND ${isNarrowed ? isOfScope(scope) : Prisma.sql`TRUE`}`;
  const rows = Prisma.sql`SELECT span.assessment_id AS id FROM span WHERE ${wanted}`;
  if (terms.phrase !== '' || (terms.begun && !isNarrowed))
    return acrossShelves(scope.shelves, rows, Prisma.sql`span.shelf`, most);
  return fromShelves(scope.shelves, Prisma.sql`${rows} AND span.shelf = s.id`, most);
}

function isOfScope(scope: Scope): Prisma.Sql {
  return Prisma.sql`(EXISTS (
    SELECT 1 FROM assessment a JOIN article_version v ON v.id = a.version_id
     WHERE a.id = span.assessment_id AND ${isPublishedIn(scope)} AND ${isSaid(scope)})) IS TRUE`;
}

/** The statements whose own words fit best first, and of those alike the latest. */
export function rankStatements(terms: Terms, ids: string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT a.id FROM unnest(${ids}::uuid[]) AS found(id)
      JOIN assessment a ON a.id = found.id JOIN article_version v ON v.id = a.version_id
      LEFT JOIN LATERAL (SELECT max(ts_rank_cd(span.words, ${terms.all}::tsquery)) AS fit
        FROM span WHERE span.assessment_id = a.id) body ON TRUE
     ORDER BY round(coalesce(body.fit, 0)::numeric, 2) DESC, v.published_on DESC, a.id`;
}

const withWhereabouts = {
  holders: { include: { expert: { include: withAffiliations } } },
  issues: { include: { issue: { select: { id: true, name: true } } } },
  spans: {
    orderBy: { position: 'asc' },
    include: { paragraph: { select: { number: true } } },
  },
  version: {
    select: {
      title: true,
      outlet: true,
      publishedOn: true,
      article: { select: { slug: true } },
    },
  },
} satisfies Prisma.AssessmentInclude;

type Row = Prisma.AssessmentGetPayload<{ include: typeof withWhereabouts }>;

async function show(terms: Terms, ids: string[]): Promise<FoundStatement[]> {
  if (ids.length === 0) return [];
  const rows = await db().assessment.findMany({
    where: { id: { in: ids } },
    include: withWhereabouts,
  });
  const marked = await db().$queryRaw<{ id: string; text: Lit }[]>`
    SELECT id, ${lit(Prisma.sql`text`, terms)} AS text FROM span
     WHERE assessment_id = ANY(${ids}::uuid[])`;
  const texts = new Map(marked.map((each) => [each.id, each.text]));
  return rows
    .map((row) => toFound(row, texts))
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

function toFound(row: Row, texts: Map<string, Lit>): FoundStatement {
  const { id, kind, groundRule, version, spans } = row;
  const publishedOn = toDay(version.publishedOn);
  const open = groundRule === 'on_the_record';
  const speakers = row.holders.map(({ expert }) => {
    const held = affiliationAsOf(toExpert(expert), publishedOn);
    const role = [held?.role, held?.organisation].filter(Boolean).join(', ');
    return { id: expert.id, name: expert.name, role };
  });
  const words = spans.flatMap((span, index) => [
    ...(index > 0 ? [{ text: ' … ', hit: false }] : []),
    ...litParts(texts.get(span.id) ?? { text: span.text, marked: span.text }),
  ]);
  return {
    id,
    kind,
    groundRule,
    speakers: open ? speakers : [],
    viewOf: open ? row.viewOf : null,
    words: passageOf(words, 360),
    issues: row.issues.map(({ issue }) => issue),
    article: { ...version, publishedOn, slug: version.article.slug },
    paragraph: spans[0]?.paragraph.number ?? null,
  };
}
