import type { Article } from '@/domain/article';
import type { Assessment, Evidence } from '@/domain/assessment';
import type { Prisma } from '@/prisma/client/client';
import type { Store } from './db';

const withParagraphs = {
  article: true,
  paragraphs: { orderBy: { position: 'asc' } },
} satisfies Prisma.ArticleVersionInclude;

const withAll = {
  holders: { include: { expert: { include: { affiliations: true } } } },
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
  return { articles: versions.map(toArticle), assessments: assessments.map(toAssessment) };
}

function toArticle(row: Omit<VersionRow, 'original' | 'text'>): Article {
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

function toAssessment(row: AssessmentRow): Assessment {
  return {
    id: row.id,
    articleId: row.versionId,
    kind: row.kind,
    viewOf: row.viewOf,
    directness: row.directness,
    groundRule: row.groundRule,
    holders: row.holders.map(({ expert }) => ({
      id: expert.id,
      name: expert.name,
      kind: expert.kind,
      aliases: expert.aliases,
      affiliations: expert.affiliations.map(({ organisation, role, asOf }) => ({
        organisation,
        role,
        asOf: toDay(asOf),
      })),
    })),
    issues: row.issues.map(({ issueId, stance, grounds }) => ({ issueId, stance, grounds })),
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

/** A date column as `YYYY-MM-DD`; PostgreSQL's dates have no time zone, and neither has this. */
export function toDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
