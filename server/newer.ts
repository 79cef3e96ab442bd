import type { Evidence } from '@/domain/assessment';
import { type Held, type Names, namesBetween } from '@/domain/reassembly/names';
import type { Store } from './db';
import { loadEvidence } from './evidence';

/** The ids of the latest versions of the articles that these versions belong to. */
export async function latestOf(store: Store, versionIds: string[]): Promise<string[]> {
  const rows = await store.articleVersion.findMany({
    where: { latest: true, article: { versions: { some: { id: { in: versionIds } } } } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/**
 * What is called otherwise in newer versions: for each of the versions held, the names of its parts
 * in that of `now` which is of the same article; and which of those held are older.
 */
export async function namesIn(
  store: Store,
  held: string[],
  now: Evidence,
): Promise<{ names: Names; older: string[] }> {
  const newer = new Map(now.articles.map((article) => [article.id, article]));
  const older = held.filter((id) => !newer.has(id));
  const names = new Map<string, string>();
  if (older.length === 0) return { names, older };
  const rows = await store.articleVersion.findMany({
    where: { id: { in: [...older, ...newer.keys()] } },
    select: { id: true, articleId: true },
  });
  const articleOf = new Map(rows.map(({ id, articleId }) => [id, articleId]));
  const before = await loadEvidence(store, older);
  for (const article of before.articles) {
    const is = now.articles.find(({ id }) => articleOf.get(id) === articleOf.get(article.id));
    if (!is) continue;
    const carried = await carriedTo(store, articleOf.get(article.id) ?? '');
    const all = namesBetween(heldIn(before, article), heldIn(now, is), carried);
    for (const [was, called] of all) names.set(was, called);
  }
  return { names, older };
}

function heldIn({ assessments }: Evidence, article: Evidence['articles'][number]): Held {
  return { article, assessments: assessments.filter((each) => each.articleId === article.id) };
}

/** Each assessment of an article's older versions, and what became of it in the latest. */
async function carriedTo(store: Store, articleId: string): Promise<Names> {
  const rows = await store.assessment.findMany({
    where: { version: { articleId } },
    select: { id: true, carriedFromId: true },
  });
  const next = new Map(
    rows.flatMap(({ id, carriedFromId }) => (carriedFromId ? [[carriedFromId, id]] : [])),
  );
  const last = (id: string): string => {
    const then = next.get(id);
    return then === undefined ? id : last(then);
  };
  return new Map([...next.keys()].map((id) => [id, last(id)]));
}
