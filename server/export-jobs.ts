import { AppError } from '@/domain/errors';
import {
  daysKept,
  type ExportOrder,
  type ManifestRefusal,
  memosMost,
  openMost,
} from '@/domain/export-job';
import type { FormatId } from '@/domain/format';
import type { Actor } from '@/domain/user';
import { memosVisibleTo } from './access';
import { record } from './audit';
import { authorize } from './authorize';
import { change, db, type Store } from './db';
import { enqueue } from './jobs/queue';

/** One of a person's exports, as their list shows it. */
export type ExportLine = {
  id: string;
  format: FormatId;
  createdAt: Date;
  finishedAt: Date | null;
  total: number;
  made: number;
  leftOut: number;
  /** Bytes of what is made. */
  size: number;
  refused: ManifestRefusal[];
};

/** Which exports the actor sees: their own. */
export function exportsVisibleTo(actor: Actor) {
  return { requesterId: actor.id };
}

/**
 * Asks for an export of many memos, which the queue then makes; returns its id. Refused where there
 * is nothing to export, too much for one bundle, or too much of one's own under way.
 */
export async function startExport(actor: Actor, order: ExportOrder): Promise<string> {
  return change(async (tx) => {
    authorize(actor, 'export.make', { teamId: null, ownerId: actor.id });
    // Two clicks at once must not both be the last that is allowed: one waits here.
    await tx.$queryRaw`SELECT id FROM "user" WHERE id = ${actor.id}::uuid FOR UPDATE`;
    const open = await tx.exportJob.count({ where: { requesterId: actor.id, finishedAt: null } });
    if (open >= openMost)
      throw new AppError(
        'conflict',
        `${open} of your exports are still under way. Wait until one of them is finished.`,
      );
    const memoIds = await chosenMemos(tx, actor, order);
    const { id } = await tx.exportJob.create({
      data: {
        requesterId: actor.id,
        format: order.format,
        files: {
          createMany: { data: memoIds.map((memoId, position) => ({ memoId, position })) },
        },
      },
    });
    const detail = { format: order.format, memos: memoIds.length };
    const entry = { actorId: actor.id, subjectType: 'export', subjectId: id, detail } as const;
    await record(tx, { ...entry, event: 'export.asked' });
    await enqueue(tx, 'export', { job: id });
    return id;
  });
}

async function chosenMemos(tx: Store, actor: Actor, order: ExportOrder): Promise<string[]> {
  const ticked = [...new Set(order.memos)];
  const memos = await tx.memo.findMany({
    where: {
      ...memosVisibleTo(actor),
      ...(order.which === 'ticked' ? { id: { in: ticked } } : {}),
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
    take: memosMost + 1,
  });
  if (order.which === 'ticked' && memos.length < ticked.length)
    throw new AppError('not-found', 'One of the ticked memos is no longer there. Look again.');
  if (memos.length === 0) throw new AppError('invalid', 'There is no memo to export yet.');
  if (memos.length > memosMost)
    throw new AppError(
      'invalid',
      `You see more than ${memosMost} memos, which is the most for one bundle. Tick those you want, or ask the operator for “scenesetter export --all”.`,
    );
  return memos.map(({ id }) => id);
}

/** The actor's own exports of the last week, the latest first. */
export async function listExports(actor: Actor): Promise<ExportLine[]> {
  const jobs = await db().exportJob.findMany({
    where: exportsVisibleTo(actor),
    orderBy: { createdAt: 'desc' },
    take: 50,
  });
  const jobId = { in: jobs.map(({ id }) => id) };
  const [groups, refused] = await Promise.all([
    db().exportFile.groupBy({
      by: ['jobId', 'state'],
      where: { jobId },
      _count: true,
      _sum: { size: true },
    }),
    db().exportFile.findMany({
      // A title is for those who may read its memo, today as well.
      where: { jobId, state: 'refused', memo: memosVisibleTo(actor) },
      orderBy: { position: 'asc' },
      select: { jobId: true, memoId: true, title: true, message: true },
    }),
  ]);
  return jobs.map(({ id, format, createdAt, finishedAt }) => {
    const ours = groups.filter((group) => group.jobId === id);
    const count = (state: string) => ours.find((group) => group.state === state)?._count ?? 0;
    return {
      id,
      format: format as FormatId,
      createdAt,
      finishedAt,
      total: ours.reduce((sum, group) => sum + group._count, 0),
      made: count('made'),
      leftOut: count('left-out'),
      size: ours.reduce((sum, group) => sum + (group._sum.size ?? 0), 0),
      refused: refused
        .filter((file) => file.jobId === id)
        .map(({ memoId: memo, title, message }) => ({ memo, title, message })),
    };
  });
}

const day = 24 * 3_600_000;

/**
 * Deletes exports of more than a week ago with their files, and puts those back into the queue that
 * fell out of it unfinished (each try of a pass failed). For the queue's schedule.
 */
export async function tidyExports(now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - daysKept * day);
  await db().exportJob.deleteMany({ where: { createdAt: { lt: before } } });
  await change(async (tx) => {
    const lost = await tx.$queryRaw<{ id: string }[]>`
      SELECT j.id::text FROM export_job j
       WHERE j.finished_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM pgboss.job q
                          WHERE q.name = 'export' AND q.state < 'completed'
                            AND q.data ->> 'job' = j.id::text)`;
    for (const { id } of lost) await enqueue(tx, 'export', { job: id });
  });
}
