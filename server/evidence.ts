import type { Article } from '@/domain/article';
import { type Assessment, type Evidence, inTextOrder } from '@/domain/assessment';
import type { Expert } from '@/domain/expert';
import type { Prisma } from '@/prisma/client/client';
import type { Store } from './db';

const withParagraphs = {
  article: true,
  paragraphs: { orderBy: { position: 'asc' } },
} satisfies Prisma.ArticleVersionInclude;

/** What an expert is loaded with. */
export const withAffiliations = {
  affiliations: { orderBy: [{ asOf: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.ExpertInclude;

/** What an assessment is loaded with. */
export const withAll = {
  holders: { include: { expert: { include: withAffiliations } } },
  issues: true,
  spans: { orderBy: { position: 'asc' } },
} satisfies Prisma.AssessmentInclude;

type VersionRow = Prisma.ArticleVersionGetPayload<{ include: typeof withParagraphs }>;
type AssessmentRow = Prisma.AssessmentGetPayload<{ include: typeof withAll }>;

/**
 * The article versions with their paragraphs, and every assessment found in them, in the order of
 * the text. The caller has authorized the reading of what these versions belong to.
 */
export async function loadEvidence(store: Store, versionIds: string[]): Promise<Evidence> {
  // One after the other: inside a transaction both go over one connection.
  const versions = await store.articleVersion.findMany({
    where: { id: { in: versionIds } },
    include: withParagraphs,
    omit: { original: true, text: true },
    orderBy: { publishedOn: 'asc' },
  });
  const assessments = await store.assessment.findMany({
    where: { versionId: { in: versionIds } },
    include: withAll,
    orderBy: [{ versionId: 'asc' }, { position: 'asc' }],
  });
  const articles = versions.map(articleOf);
  return { articles, assessments: inTextOrder(assessments.map(assessmentOf), articles) };
}

/**
 * Ids of the paragraphs of these article versions in which something was said off the record: their
 * words go into no file that leaves the house, whatever else is quoted from them.
 */
export async function keptBackIn(store: Store, versionIds: string[]): Promise<Set<string>> {
  const spans = await store.span.findMany({
    where: {
      assessment: { versionId: { in: versionIds }, groundRule: { not: 'on_the_record' } },
    },
    select: { paragraphId: true },
  });
  return new Set(spans.map(({ paragraphId }) => paragraphId));
}

/** An article version's row, with those of its paragraphs that were loaded, as the domain has it. */
export function articleOf(row: Omit<VersionRow, 'original' | 'text'>): Article {
  return {
    id: row.id,
    slug: row.article.slug,
    title: row.title,
    outlet: row.outlet,
    byline: row.byline,
    url: row.url,
    publishedOn: toDay(row.publishedOn),
    accessedOn: row.accessedOn && toDay(row.accessedOn),
    sha256: row.sha256,
    paragraphs: row.paragraphs.map(({ id, number, leftOut, start, text, sha256 }) => ({
      id,
      number,
      leftOut: leftOut as Article['paragraphs'][number]['leftOut'],
      start,
      text,
      sha256,
    })),
  };
}

/** An assessment's row as the domain has it. */
export function assessmentOf(row: AssessmentRow): Assessment {
  return {
    id: row.id,
    articleId: row.versionId,
    revision: row.revision,
    kind: row.kind,
    viewOf: row.viewOf,
    directness: row.directness,
    groundRule: row.groundRule,
    holders: row.holders.map(({ expert }) => toExpert(expert)),
    issues: row.issues.map(({ issueId, stance, strength, grounds }) => ({
      issueId,
      stance,
      strength,
      grounds,
    })),
    spans: row.spans.map(({ id, paragraphId, start, end, text, quoted }) => ({
      id,
      paragraphId,
      start,
      end,
      text,
      quoted,
    })),
  };
}

/** An expert's row as the domain has it. */
export function toExpert(
  row: Prisma.ExpertGetPayload<{ include: typeof withAffiliations }>,
): Expert {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    aliases: row.aliases,
    affiliations: row.affiliations.map(({ organisation, role, asOf }) => ({
      organisation,
      role,
      asOf: toDay(asOf),
    })),
  };
}

/** A date column as `YYYY-MM-DD`; PostgreSQL's dates have no time zone, and neither has this. */
export function toDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
