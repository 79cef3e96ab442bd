import type { MemoSubject } from '@/domain/access';
import { type Entry, inOrder, type Thread } from '@/domain/comment/comment';
import type { Mentionable } from '@/domain/comment/mentions';
import { blockAround, linesToComment } from '@/domain/comment/place';
import { readDocument } from '@/domain/document/document';
import { can } from '@/domain/policy';
import type { Actor } from '@/domain/user';
import type { Prisma } from '@/prisma/client/client';
import { authorizeMemo, readersOf } from '../access';
import { db, type Store } from '../db';
import { currentText } from '../live/log';
import { getMemo } from '../memos';
import { anchorsNow, type MemoText } from './anchors';

/** A memo's threads, with where they stand in its text at `version`, and who can be mentioned. */
export type Comments = {
  version: number;
  threads: Thread[];
  people: Mentionable[];
  mayComment: boolean;
};

/** What a thread is read with. */
export const withEntries = {
  entries: {
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: {
      author: { select: { name: true } },
      mentions: { select: { user: { select: { name: true } } } },
    },
  },
} as const satisfies Prisma.CommentThreadInclude;

type ThreadRow = Prisma.CommentThreadGetPayload<{ include: typeof withEntries }>;

/** All threads of a memo, open and closed, in the order of its text; the detached ones at the end. */
export async function listComments(actor: Actor, memoId: string): Promise<Comments> {
  const subject = await authorizeMemo(db(), actor, 'memo.read', memoId);
  const memo = await db().memo.findUniqueOrThrow({
    where: { id: memoId },
    select: { id: true, version: true, document: true, documentVersion: true },
  });
  const { version, document } = await currentText(db(), memo);
  return {
    version,
    threads: await threadsOn(actor, { ...subject, id: memo.id, version, document }),
    people: await mentionable(db(), subject),
    mayComment: can(actor, 'memo.comment', subject),
  };
}

/** A memo's comments as their page has them, with the lines of it that can be commented on. */
export async function getComments(actor: Actor, memoId: string) {
  const { id, teamId, access, title, version, document: json } = await getMemo(actor, memoId);
  const document = readDocument(json);
  const memo = { id, teamId, access, title, version };
  return {
    memo,
    threads: await threadsOn(actor, { ...memo, document }),
    people: await mentionable(db(), memo),
    mayComment: can(actor, 'memo.comment', memo),
    lines: linesToComment(document),
  };
}

/** The threads of a memo that the actor may read, in its text as the caller has it. */
export async function threadsOn(actor: Actor, memo: MemoText & MemoSubject): Promise<Thread[]> {
  const rows = await db().commentThread.findMany({
    where: { memoId: memo.id },
    orderBy: { createdAt: 'asc' },
    include: withEntries,
  });
  const anchors = await anchorsNow(db(), memo, rows);
  const threads = rows.flatMap((row): Thread[] => {
    const anchor = anchors.get(row.id);
    if (!anchor) return [];
    const block = 'at' in anchor ? blockAround(memo.document, anchor.at.from) : '';
    return [{ ...threadOf(row, actor, memo), anchor, block }];
  });
  return inOrder(threads);
}

function threadOf(
  row: ThreadRow,
  actor: Actor,
  memo: MemoSubject,
): Omit<Thread, 'anchor' | 'block'> {
  const { id, revision, grade, isResolved } = row;
  const entries = row.entries.map(
    (entry): Entry => ({
      id: entry.id,
      kind: entry.kind,
      text: entry.text,
      by: entry.author.name,
      mine: entry.authorId === actor.id,
      at: entry.createdAt.toISOString(),
      mentions: entry.mentions.map(({ user }) => user.name),
    }),
  );
  return { id, revision, grade, isResolved, entries, may: rightsOver(actor, memo, row) };
}

/**
 * Who closes and grades a thread: whoever opened it; and whoever writes the memo closes and reopens
 * it. Anybody who may comment answers in it.
 */
export function rightsOver(
  actor: Actor,
  memo: MemoSubject,
  { authorId }: { authorId: string },
): Thread['may'] {
  const comments = can(actor, 'memo.comment', memo);
  const isOpener = comments && authorId === actor.id;
  return { settle: isOpener || (comments && can(actor, 'memo.edit', memo)), grade: isOpener };
}

/** Who can be mentioned in a memo's comments: everybody who may read it. */
export async function mentionable(store: Store, memo: MemoSubject): Promise<Mentionable[]> {
  return (await readersOf(store, memo)).map(({ id, name }) => ({ id, name }));
}

/** How many threads of a memo are open, and how many of them must be dealt with. */
export async function countComments(
  store: Store,
  memoId: string,
): Promise<{ open: number; mustFix: number }> {
  const rows = await store.commentThread.groupBy({
    by: ['grade'],
    where: { memoId, isResolved: false },
    _count: true,
  });
  const of = (grade: string) => rows.find((row) => row.grade === grade)?._count ?? 0;
  return { open: rows.reduce((sum, { _count }) => sum + _count, 0), mustFix: of('must') };
}
