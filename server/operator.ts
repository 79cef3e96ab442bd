import type { Article } from '@/domain/article';
import type { Assessment } from '@/domain/assessment';
import { AppError } from '@/domain/errors';
import type { Issue } from '@/domain/issue';
import { type ArticleLine, articleLines } from './articles';
import { isId } from './authorize';
import { change, db } from './db';
import { loadEvidence } from './evidence';
import { type ImportOptions, type ImportResult, keepArticle } from './imports';
import { receive } from './intake/receive';
import { issuesOf } from './issues';

// For the operator at the machine, across all teams and without a signed-in actor: whoever can
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

/** The id of the team with this name, or of the only one. Refused where that is not clear. */
export async function teamOfStore(name?: string): Promise<string> {
  const teams = await db().team.findMany({ orderBy: { name: 'asc' } });
  const [first, second] = name ? teams.filter((team) => team.name === name) : teams;
  if (first && !second) return first.id;
  if (teams.length === 0) throw new AppError('not-found', 'There is no team in the store yet.');
  const names = teams.map((team) => `“${team.name}”`).join(', ');
  throw new AppError('not-found', `Name one of the teams with --team: ${names}.`);
}

/** The id of a team's article by its slug or id. */
export async function articleIdOfStore(slugOrId: string, teamId: string): Promise<string> {
  const where = isId(slugOrId) ? { id: slugOrId } : { slug: slugOrId };
  const row = await db().article.findFirst({ where: { teamId, ...where } });
  if (row) return row.id;
  throw new AppError('not-found', `The team has no stored article “${slugOrId}”.`);
}

/** Brings a file in for a team, as `importArticle` does; the log names nobody. */
export async function importIntoTeam(
  teamId: string,
  fileName: string,
  bytes: Uint8Array,
  options: ImportOptions,
  today: string,
): Promise<ImportResult> {
  const name = fileName.split(/[\\/]/).at(-1) ?? fileName;
  const arrival = await receive({ from: 'file', bytes, fileName: name, mediaType: null });
  return change((tx) => keepArticle(tx, { teamId, actorId: null }, arrival, options, today));
}
