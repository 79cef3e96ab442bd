import { type Newer, type TouchedSentence, touchedSentences } from '@/domain/correction';
import { readDocument } from '@/domain/document/document';
import { withoutSuggestions } from '@/domain/document/settle';
import { can } from '@/domain/policy';
import type { Actor } from '@/domain/user';
import { memosVisibleTo } from './access';
import { authorizeFound, idFrom } from './authorize';
import { db } from './db';
import { articleOf } from './evidence';
import { getMemo, type MemoView } from './memos';

/** More memos than this that rest on older versions of one article are not gone through at once. */
const mostMemos = 50;

/** The sentences of a memo, that its reader was given, which newer versions of its sources touch. */
export async function correctionsOf(memo: MemoView): Promise<TouchedSentence[]> {
  const held = memo.evidence.articles.map(({ id }) => id);
  const newer = await newerThan(held);
  return touchedSentences(withoutSuggestions(readDocument(memo.document)), memo.evidence, newer);
}

/** The same for a page: none for those who may not read the articles of the memo's team. */
export async function correctionsFor(actor: Actor, memo: MemoView): Promise<TouchedSentence[]> {
  const { teamId } = memo;
  return can(actor, 'article.read', { teamId }) ? correctionsOf(memo) : [];
}

/** The paragraphs of the latest version of each article of which an older one is held. */
async function newerThan(held: string[]): Promise<Newer> {
  const rows = await db().articleVersion.findMany({
    where: {
      latest: true,
      id: { notIn: held },
      article: { versions: { some: { id: { in: held } } } },
    },
    omit: { original: true, text: true },
    include: {
      article: { include: { versions: { where: { id: { in: held } }, select: { id: true } } } },
      paragraphs: { orderBy: { position: 'asc' } },
    },
  });
  return new Map(
    rows.flatMap((row) => {
      const { paragraphs } = articleOf(row);
      return row.article.versions.map(({ id }) => [id, paragraphs] as const);
    }),
  );
}

/** A memo that rests on an older version of an article, and how many of its sentences that touches. */
export type TouchedMemo = { id: string; title: string; sentences: number };

/**
 * The memos that the actor may read and that rest on older versions of an article: those of which
 * its latest version touches a sentence, the most touched first, and how many were not gone through.
 */
export async function memosTouchedBy(
  actor: Actor,
  articleId: string,
): Promise<{ memos: TouchedMemo[]; unread: number }> {
  const article = await db().article.findUnique({
    where: { id: idFrom(articleId) },
    select: { teamId: true },
  });
  authorizeFound(actor, 'article.read', article);
  const rests = { some: { version: { articleId, latest: false } } };
  const where = { ...memosVisibleTo(actor), articles: rests };
  const rows = await db().memo.findMany({
    where,
    select: { id: true },
    orderBy: { updatedAt: 'desc' },
    take: mostMemos,
  });
  if (rows.length === 0) return { memos: [], unread: 0 };
  const unread = (await db().memo.count({ where })) - rows.length;
  const memos: TouchedMemo[] = [];
  for (const { id } of rows) {
    const memo = await getMemo(actor, id);
    const sentences = (await correctionsOf(memo)).length;
    if (sentences > 0) memos.push({ id, title: memo.title, sentences });
  }
  return { memos: memos.toSorted((one, other) => other.sentences - one.sentences), unread };
}
