import type { Article } from '@/domain/article';
import type { Assessment } from '@/domain/assessment';
import { AppError } from '@/domain/errors';
import type { Issue } from '@/domain/issue';
import { type ArticleLine, articleLines } from './articles';
import { isId } from './authorize';
import { db } from './db';
import { loadEvidence } from './evidence';
import { issuesOf } from './issues';

// Reads for the operator at the machine, across all teams and without a signed-in actor: whoever can
// run the `scenesetter` command holds the database's password, and so could read it all anyway.
// Nothing under `app/` may use these.

/** A stored article's version with all that was found in it, whoever's it is. */
export type StoredArticle = {
  article: Article;
  /** The text that paragraphs and spans begin in, in UTF-16 code units. */
  text: string;
  assessments: Assessment[];
  issues: Issue[];
};

/** Every stored article in its latest version, the latest published first. */
export function articlesOfStore(): Promise<ArticleLine[]> {
  return articleLines({});
}

/**
 * One article with all that was found in it, by slug, by id (both in the latest version) or by
 * the id of one version. Refused where there is none, or where two teams use the slug.
 */
export async function articleOfStore(slugOrId: string): Promise<StoredArticle> {
  const rows = await db().articleVersion.findMany({
    where: isId(slugOrId)
      ? { OR: [{ id: slugOrId }, { articleId: slugOrId }] }
      : { article: { slug: slugOrId } },
    orderBy: { number: 'desc' },
    select: { id: true, articleId: true, text: true },
  });
  const [latest] = rows;
  if (!latest) throw new AppError('not-found', `There is no stored article “${slugOrId}”.`);
  if (rows.some((row) => row.articleId !== latest.articleId))
    throw new AppError('conflict', `Two teams store an article “${slugOrId}”; name it by its id.`);
  const { articles, assessments } = await loadEvidence(db(), [latest.id]);
  const [article] = articles;
  if (!article) throw new AppError('not-found', `There is no stored article “${slugOrId}”.`);
  const issues = await issuesOf(db(), assessments);
  return { article, text: latest.text, assessments, issues };
}
