import { v7 } from 'uuid';
import { anchorOn } from '@/domain/comment/anchor';
import { type EntryKind, gradeNames, storedOf } from '@/domain/comment/comment';
import { wordsIn } from '@/domain/comment/letters';
import { mentionsIn } from '@/domain/comment/mentions';
import type { Regrade, Reopening, Reply, Resolution, ThreadOrder } from '@/domain/comment/orders';
import { placeIn } from '@/domain/comment/place';
import { AppError } from '@/domain/errors';
import type { Actor } from '@/domain/user';
import { Prisma } from '@/prisma/client/client';
import { record } from '../audit';
import { authorize, authorizeFound, idFrom } from '../authorize';
import { change, type Store } from '../db';
import { tellCommented } from '../live/rooms';
import { documentAt } from '../versions';
import { mentionable, rightsOver } from './list';

/** Opens a thread on words of a memo. Refused where they are other words than its writer saw. */
export async function openThread(actor: Actor, order: ThreadOrder): Promise<string> {
  const id = await change(async (tx) => {
    const memo = await tx.memo.findUnique({
      where: { id: idFrom(order.memo) },
      select: { id: true, teamId: true, version: true },
    });
    authorizeFound(actor, 'memo.read', memo);
    authorize(actor, 'memo.comment', memo);
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
    await enter(tx, actor, { thread, memo }, { kind: 'said', text: order.text });
    await note(tx, actor, 'comment.opened', thread.id, { memo: memo.id, grade: order.grade });
    return thread.id;
  });
  tellCommented(order.memo);
  return id;
}

/** Answers in a thread, open or closed. */
export async function reply(actor: Actor, { thread: id, text }: Reply): Promise<void> {
  await inThread(actor, id, async (tx, found) => {
    await enter(tx, actor, found, { kind: 'said', text });
    await note(tx, actor, 'comment.replied', id, { memo: found.memo.id });
  });
}

/**
 * Closes a thread. What somebody else graded “must fix” is closed by saying what was done about it:
 * they see that, and may open it again.
 */
export async function resolve(actor: Actor, order: Resolution): Promise<void> {
  await inThread(actor, order.thread, async (tx, found) => {
    const { thread } = found;
    checkSettles(actor, found);
    if (thread.isResolved) throw changedMeanwhile();
    if (thread.grade === 'must' && thread.authorId !== actor.id && order.text === '')
      throw new AppError('invalid', 'Say what was done about it: they graded it “must fix”.', {
        text: 'Say what was done about it.',
      });
    await guard(tx, order, { isResolved: true });
    await enter(tx, actor, found, { kind: 'resolved', text: order.text });
    await note(tx, actor, 'comment.resolved', thread.id, { memo: found.memo.id });
  });
}

/** Opens a closed thread again. */
export async function reopen(actor: Actor, order: Reopening): Promise<void> {
  await inThread(actor, order.thread, async (tx, found) => {
    checkSettles(actor, found);
    if (!found.thread.isResolved) throw changedMeanwhile();
    await guard(tx, order, { isResolved: false });
    await enter(tx, actor, found, { kind: 'reopened', text: order.text });
    await note(tx, actor, 'comment.reopened', found.thread.id, { memo: found.memo.id });
  });
}

/** Gives a thread that one opened another grade. */
export async function regrade(actor: Actor, order: Regrade): Promise<void> {
  await inThread(actor, order.thread, async (tx, found) => {
    if (!rightsOver(actor, found.memo, found.thread).grade)
      throw new AppError('forbidden', 'Only whoever opened a comment gives it another grade.');
    await guard(tx, order, { grade: order.grade });
    await enter(tx, actor, found, { kind: 'graded', text: gradeNames[order.grade] });
    const detail = { memo: found.memo.id, grade: order.grade };
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
    include: { memo: { select: { id: true, teamId: true, version: true } } },
  });
  authorizeFound(actor, 'memo.read', thread?.memo ?? null);
  if (!thread) throw new AppError('not-found', 'There is nothing here under this address.');
  authorize(actor, 'memo.comment', thread.memo);
  return { thread, memo: thread.memo };
}

function checkSettles(actor: Actor, { thread, memo }: Found): void {
  if (rightsOver(actor, memo, thread).settle) return;
  throw new AppError(
    'forbidden',
    'A comment is closed by whoever opened it, or by those who write the memo.',
  );
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

type Standing = { thread: { id: string }; memo: { teamId: string; version: number } };

async function enter(
  tx: Store,
  actor: Actor,
  { thread, memo }: Standing,
  { kind, text }: { kind: EntryKind; text: string },
): Promise<void> {
  const mentioned = mentionsIn(text, await mentionable(tx, memo.teamId));
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
}

function note(
  tx: Store,
  actor: Actor,
  event: Parameters<typeof record>[1]['event'],
  subjectId: string,
  detail: Record<string, string>,
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
