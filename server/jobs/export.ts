import { createHash } from 'node:crypto';
import { AppError } from '@/domain/errors';
import { bytesMost, exportName, type FileState, triesMost } from '@/domain/export-job';
import { type FormatId, formatOf } from '@/domain/format';
import type { Actor } from '@/domain/user';
import { record } from '../audit';
import { change, db } from '../db';
import { PressError } from '../export/typst/pool';
import { fileName, prepareExport } from '../exports';
import { actorOfAccount } from '../users';

type Job = { id: string; format: FormatId; createdAt: Date; actor: Actor | null };
type Waiting = { memoId: string; tries: number };

/** So many memos are made at a time: the press has two hands. */
const hands = 2;

/**
 * Makes files of an export until all are made or the signal says to leave off; says whether it is
 * over. Each memo's rights are asked when it is made, for the person who asked for the export.
 * However often this is run, or how many at once: a file that is final is not made again.
 */
export async function workOnExport(id: string, signal: AbortSignal): Promise<boolean> {
  const row = await db().exportJob.findUnique({ where: { id } });
  if (!row || row.finishedAt) return true;
  const actor = await actorOfAccount(row.requesterId);
  const job: Job = { id, format: row.format as FormatId, createdAt: row.createdAt, actor };
  const waiting = await db().exportFile.findMany({
    where: { jobId: id, state: 'waiting' },
    orderBy: { position: 'asc' },
    select: { memoId: true, tries: true },
  });
  // They share one list, so that none is idle while another has a long memo.
  const rest = waiting.values();
  const work = async () => {
    for (const file of rest) {
      await makeFile(job, file);
      if (signal.aborted) return;
    }
  };
  await Promise.all(Array.from({ length: hands }, work));
  return finishExport(row.requesterId, id);
}

async function makeFile(job: Job, { memoId, tries }: Waiting): Promise<void> {
  const where = { jobId: job.id, memoId, state: 'waiting' };
  // The try is counted before it is made: of two passes one gets it, and a memo that ends its
  // server is given up in the end.
  const claim = { where: { ...where, tries }, data: { tries: { increment: 1 } } };
  if ((await db().exportFile.updateMany(claim)).count === 0) return;
  const refusal = await refusalOf(job, tries);
  if (refusal) return settle(job, memoId, refusal);
  try {
    const { actor, format, createdAt } = job;
    if (!actor) throw new AppError('not-found', '');
    const made = await prepareExport(actor, memoId, { format, createdAt });
    const title = await titleOf(memoId);
    const { bytes } = made.file;
    await change(async (tx) => {
      const { count } = await tx.exportFile.updateMany({
        where,
        data: {
          state: 'made' satisfies FileState,
          title,
          version: made.version,
          name: exportName(fileName(title), memoId, formatOf(format).extension),
          size: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          bytes: new Uint8Array(bytes),
        },
      });
      if (count === 1) await made.keep(tx);
    });
  } catch (fault) {
    if (!(fault instanceof AppError || fault instanceof PressError)) throw fault;
    await settle(job, memoId, fault);
  }
}

/** Why a memo is not even tried; null where it is. */
async function refusalOf(job: Job, tries: number): Promise<AppError | null> {
  if (tries >= triesMost)
    return new AppError(
      'invalid',
      'The server ended each time that it made this memo. Export it alone.',
    );
  const kept = await db().exportFile.aggregate({ where: { jobId: job.id }, _sum: { size: true } });
  if ((kept._sum.size ?? 0) < bytesMost) return null;
  const sentence = `The bundle has reached ${bytesMost / 1_000_000} MB. Export this memo in another.`;
  return new AppError('invalid', sentence);
}

/** Ends a memo's place in the export without a file. What may not be read is not even named. */
async function settle(job: Job, memoId: string, fault: Error): Promise<void> {
  const isHidden = fault instanceof AppError && /^(not-found|forbidden)$/.test(fault.code);
  const state: FileState = isHidden ? 'left-out' : 'refused';
  const title = isHidden ? '' : await titleOf(memoId);
  const message = isHidden ? 'You could not read this memo any more.' : fault.message;
  await db().exportFile.updateMany({
    where: { jobId: job.id, memoId, state: 'waiting' },
    data: { state, title, message },
  });
}

async function titleOf(memoId: string): Promise<string> {
  const memo = await db().memo.findUnique({ where: { id: memoId }, select: { title: true } });
  return memo?.title ?? '';
}

async function finishExport(requesterId: string, id: string): Promise<boolean> {
  const groups = await db().exportFile.groupBy({
    by: ['state'],
    where: { jobId: id },
    _count: true,
  });
  const counts = Object.fromEntries(groups.map(({ state, _count }) => [state, _count]));
  if (counts.waiting) return false;
  await change(async (tx) => {
    const { count } = await tx.exportJob.updateMany({
      where: { id, finishedAt: null },
      data: { finishedAt: new Date() },
    });
    const detail = { made: 0, refused: 0, 'left-out': 0, ...counts };
    const event = 'export.finished';
    if (count === 1)
      await record(tx, {
        actorId: requesterId,
        event,
        subjectType: 'export',
        subjectId: id,
        detail,
      });
  });
  return true;
}
