import type { Article } from '@/domain/article';
import type { Assessment } from '@/domain/assessment';
import { AppError } from '@/domain/errors';
import type { Issue } from '@/domain/issue';
import type { Actor } from '@/domain/user';
import type { Prisma } from '@/prisma/client/client';
import { authorizeFound, isId } from './authorize';
import { db } from './db';
import { loadEvidence, toDay } from './evidence';
import { issuesOf } from './issues';

/** An article as lists show it: its latest version. */
export type ArticleLine = {
  id: string;
  slug: string;
  title: string;
  outlet: string;
  publishedOn: string;
  paragraphs: number;
  assessments: number;
  /** Proposals that nobody has decided on yet. */
  open: number;
};

/** An article with all that was found in it. `id` is the article's, `article.id` its version's. */
export type ArticleView = {
  id: string;
  article: Article;
  assessments: Assessment[];
  issues: Issue[];
};

/** Which articles the actor sees: those of their teams. Held against the policy by a test. */
export function articlesVisibleTo(actor: Actor) {
  return { teamId: { in: actor.teamIds } };
}

/** The articles that the actor sees, the latest published first, at most 200. */
export function listArticles(actor: Actor): Promise<ArticleLine[]> {
  return articleLines(articlesVisibleTo(actor), 200);
}

/** The articles that a where-clause lets through, as lines; the caller has authorized the read. */
export async function articleLines(
  where: Prisma.ArticleWhereInput,
  take?: number,
): Promise<ArticleLine[]> {
  const rows = await db().articleVersion.findMany({
    where: { latest: true, article: where },
    orderBy: [{ publishedOn: 'desc' }, { id: 'desc' }],
    omit: { original: true, text: true },
    include: {
      article: true,
      _count: {
        select: {
          assessments: true,
          paragraphs: { where: { number: { not: null } } },
          proposals: { where: { state: 'open' } },
        },
      },
    },
    take,
  });
  return rows.map((row) => ({
    id: row.articleId,
    slug: row.article.slug,
    title: row.title,
    outlet: row.outlet,
    publishedOn: toDay(row.publishedOn),
    paragraphs: row._count.paragraphs,
    assessments: row._count.assessments,
    open: row._count.proposals,
  }));
}

/** The latest published article in which somebody speaks to an issue; null where there is none. */
export async function latestToBrief(actor: Actor): Promise<string | null> {
  const row = await db().articleVersion.findFirst({
    where: {
      latest: true,
      article: articlesVisibleTo(actor),
      assessments: { some: { groundRule: 'on_the_record', issues: { some: {} } } },
    },
    orderBy: [{ publishedOn: 'desc' }, { id: 'desc' }],
    select: { articleId: true },
  });
  return row?.articleId ?? null;
}

/** One article in its latest version, by id or by slug, with its assessments and their issues. */
export async function getArticle(actor: Actor, idOrSlug: string): Promise<ArticleView> {
  const row = await db().article.findFirst({
    where: {
      ...articlesVisibleTo(actor),
      ...(isId(idOrSlug) ? { id: idOrSlug } : { slug: idOrSlug }),
    },
    include: { versions: { orderBy: { number: 'desc' }, take: 1, select: { id: true } } },
  });
  authorizeFound(actor, 'article.read', row);
  const version = row.versions[0];
  if (!version) throw new AppError('not-found', 'This article has no text.');
  const evidence = await loadEvidence(db(), [version.id]);
  const article = evidence.articles[0];
  if (!article) throw new AppError('not-found', 'This article has no text.');
  const issues = await issuesOf(db(), evidence.assessments);
  return { id: row.id, article, assessments: evidence.assessments, issues };
}
