import { v7 } from 'uuid';
import type { MemoSubject } from '@/domain/access';
import { anchorOn } from '@/domain/comment/anchor';
import { type EntryKind, gradeNames, storedOf } from '@/domain/comment/comment';
import { wordsIn } from '@/domain/comment/letters';
import { mentionsIn } from '@/domain/comment/mentions';
import type { EntryOrder, Regrade, ThreadOrder } from '@/domain/comment/orders';
import { placeIn } from '@/domain/comment/place';
import { AppError } from '@/domain/errors';
import type { Actor } from '@/domain/user';
import { Prisma } from '@/prisma/client/client';
import { authorizeMemo } from '../access';
import { record } from '../audit';
import { idFrom, nothingHere } from '../authorize';
import { change, type Store } from '../db';
import { tellCommented } from '../live/rooms';
import { documentAt } from '../versions';
import { mentionable, rightsOver } from './list';
import { tellEntered, tellOpened } from './telling';

/** Opens a thread on words of a memo. Refused where they are other words than its writer saw. */
export async function openThread(actor: Actor, order: ThreadOrder): Promise<string> {
  const id = await change(async (tx) => {
    const subject = await authorizeMemo(tx, actor, 'memo.comment', order.memo);
    const row = await tx.memo.findUniqueOrThrow({
      where: { id: order.memo },
      select: { id: true, version: true, authorId: true },
    });
    const memo = { ...row, ...subject };
    if (order.version > memo.version) throw notThere();
    const document = await documentAt(tx, memo.id, order.version);
    const at = placeIn(document, order.place);
    if (order.words !== '' && wordsIn(document, at) !== order.words) throw notThere();
    const { lost: _, ...stored } = storedOf(anchorOn(document, at));
    const thread = await tx.commentThread.create({
      data: {
        memoId: memo.id,
        authorId: actor.id,
        grade: order.grade,
        ...stored,
        lost: Prisma.DbNull,
        atVersion: order.version,
      },
    });
    const mentioned = await enter(tx, actor, { thread, memo }, { kind: 'said', text: order.text });
    await tellOpened(tx, actor, { thread, memo }, mentioned);
    const detail = { memo: memo.id, version: order.version, grade: order.grade };
    await note(tx, actor, 'comment.opened', thread.id, detail);
    return thread.id;
  });
  tellCommented(order.memo);
  return id;
}

/**
 * Enters something in a thread: an answer, that it is dealt with, or why it is opened again. What
 * somebody else graded “must fix” is closed by saying what was done about it: they see that, and may
 * open it again.
 */
export async function enterInThread(actor: Actor, order: EntryOrder): Promise<void> {
  const { kind, event } = deeds[order.deed];
  await inThread(actor, order.thread, async (tx, found) => {
    if (order.deed !== 'reply') {
      checkSettles(actor, found, order);
      await guard(tx, order, { isResolved: order.deed === 'resolve' });
    }
    const mentioned = await enter(tx, actor, found, { kind, text: order.text });
    await tellEntered(tx, actor, { ...found, kind }, mentioned);
    const { id: memo, version } = found.memo;
    await note(tx, actor, event, order.thread, { memo, version });
  });
}

const deeds = {
  reply: { kind: 'said', event: 'comment.replied' },
  resolve: { kind: 'resolved', event: 'comment.resolved' },
  reopen: { kind: 'reopened', event: 'comment.reopened' },
} as const;

/** Gives a thread that one opened another grade. */
export async function regrade(actor: Actor, order: Regrade): Promise<void> {
  await inThread(actor, order.thread, async (tx, found) => {
    if (!rightsOver(actor, found.memo, found.thread).grade)
      throw new AppError('forbidden', 'Only whoever opened a comment gives it another grade.');
    await guard(tx, order, { grade: order.grade });
    await enter(tx, actor, found, { kind: 'graded', text: gradeNames[order.grade] });
    const { id: memo, version } = found.memo;
    const detail = { memo, version, grade: order.grade };
    await note(tx, actor, 'comment.graded', found.thread.id, detail);
  });
}

type Found = Awaited<ReturnType<typeof load>>;

async function inThread(
  actor: Actor,
  id: string,
  work: (tx: Store, found: Found) => Promise<void>,
): Promise<void> {
  const memo = await change(async (tx) => {
    const found = await load(tx, actor, id);
    await work(tx, found);
    return found.memo.id;
  });
  tellCommented(memo);
}

async function load(tx: Store, actor: Actor, id: string) {
  const thread = await tx.commentThread.findUnique({
    where: { id: idFrom(id) },
    include: {
      memo: { select: { id: true, version: true, authorId: true } },
      entries: { select: { authorId: true } },
    },
  });
  if (!thread) throw nothingHere();
  const subject = await authorizeMemo(tx, actor, 'memo.comment', thread.memoId);
  return { thread, memo: { ...thread.memo, ...subject } };
}

function checkSettles(actor: Actor, { thread, memo }: Found, { deed, text }: EntryOrder): void {
  if (!rightsOver(actor, memo, thread).settle)
    throw new AppError(
      'forbidden',
      'A comment is closed by whoever opened it, or by those who write the memo.',
    );
  if (thread.isResolved === (deed === 'resolve')) throw changedMeanwhile();
  if (deed === 'resolve' && thread.grade === 'must' && thread.authorId !== actor.id && text === '')
    throw new AppError('invalid', 'Say what was done about it: they graded it “must fix”.', {
      text: 'Say what was done about it.',
    });
}

/** Changes a thread that nobody else has changed meanwhile, and counts its revision on. */
async function guard(
  tx: Store,
  { thread: id, revision }: { thread: string; revision: number },
  data: Prisma.CommentThreadUpdateManyMutationInput,
): Promise<void> {
  const { count } = await tx.commentThread.updateMany({
    where: { id, revision },
    data: { ...data, revision: revision + 1 },
  });
  if (count === 0) throw changedMeanwhile();
}

type Standing = { thread: { id: string }; memo: MemoSubject & { version: number } };

async function enter(
  tx: Store,
  actor: Actor,
  { thread, memo }: Standing,
  { kind, text }: { kind: EntryKind; text: string },
): Promise<string[]> {
  const mentioned = mentionsIn(text, await mentionable(tx, memo));
  await tx.commentEntry.create({
    data: {
      id: v7(),
      threadId: thread.id,
      kind,
      text,
      authorId: actor.id,
      version: memo.version,
      mentions: { create: mentioned.map(({ id }) => ({ userId: id })) },
    },
  });
  return mentioned.map(({ id }) => id);
}

function note(
  tx: Store,
  actor: Actor,
  event: Parameters<typeof record>[1]['event'],
  subjectId: string,
  detail: Record<string, string | number>,
): Promise<void> {
  return record(tx, { actorId: actor.id, event, subjectType: 'comment', subjectId, detail });
}

function changedMeanwhile(): AppError {
  return new AppError(
    'conflict',
    'Somebody has changed this comment meanwhile. Nothing was changed; look at it again.',
  );
}

function notThere(): AppError {
  return new AppError(
    'conflict',
    'The text has changed at these words meanwhile. Choose them again; what you wrote is still here.',
  );
}
