import { createHash } from 'node:crypto';
import { obstaclesTo } from '@/domain/clearance/obstacles';
import type { DecisionOrder, Issue } from '@/domain/clearance/orders';
import { recommendationsIn } from '@/domain/clearance/split';
import { readDocument, writeDocument } from '@/domain/document/document';
import { AppError } from '@/domain/errors';
import type { Actor } from '@/domain/user';
import type { Prisma } from '@/prisma/client/client';
import { authorizeMemo } from '../access';
import { idFrom, nothingHere } from '../authorize';
import { change, db, type Store } from '../db';
import { getMemo } from '../memos';
import { keepRevision } from '../revisions';
import { find, guard, loadAsOfficer, note } from './list';
import { type ClearanceRow, listOf } from './load';
import { tellOfficer, tellRound } from './telling';
import { textNow } from './text';
import { countsOf } from './view';

/**
 * Issues a memo as cleared: an act of the action officer, never of the last answer alone. The very
 * text is kept and never changed; the memo goes on as a draft beside it. Refused with every obstacle.
 */
export async function issueMemo(actor: Actor, order: Issue, now = new Date()): Promise<string> {
  return change(async (tx) => {
    const row = await loadAsOfficer(tx, actor, order.clearance);
    const memo = await getMemo(actor, row.memoId);
    if (memo.version !== order.base)
      throw new AppError(
        'conflict',
        'The memo has been changed since you opened this page. It was not issued; look at it again.',
      );
    const text = textNow(memo);
    const counts = await countsOf(memo);
    const given = { ...counts, list: listOf(row), seen: text.seen, now: now.toISOString() };
    const obstacles = obstaclesTo(given);
    if (obstacles.length > 0)
      throw new AppError('invalid', `It can’t be issued yet. ${obstacles.join(' ')}`);
    const document = writeDocument(text.settled);
    await guard(tx, row, order.revision, {
      issuedAt: now,
      issuedById: actor.id,
      issuedVersion: memo.version,
      issuedSha256: text.sha256,
      issuedText: document as Prisma.InputJsonObject,
    });
    await keepRevision(tx, actor, {
      id: memo.id,
      version: memo.version,
      document: memo.document,
      label: row.number === 1 ? 'As cleared' : `As cleared, round ${row.number}`,
    });
    const detail = { version: memo.version, sha256: text.sha256 };
    await note(tx, actor, 'clearance.issued', row.id, detail);
    await tellRound(tx, row, { kind: 'clearance.issued', byId: actor.id, now });
    return 'The memo is issued as cleared.';
  });
}

/** The principal decides on one recommendation of the issued text. It can't be changed afterwards. */
export async function recordDecision(actor: Actor, order: DecisionOrder): Promise<string> {
  return change(async (tx) => {
    const row = await loadIssued(tx, actor, order.clearance);
    if (row.principalId !== actor.id)
      throw new AppError(
        'forbidden',
        row.principal
          ? `Only ${row.principal.name} decides here. A signed paper can be attached as a scan.`
          : 'Nobody was named to decide here. A signed paper can be attached as a scan.',
      );
    const all = recommendationsIn(readDocument(row.issuedText));
    const recommendation = all[order.place];
    if (!recommendation) throw new AppError('not-found', 'There is no such recommendation.');
    const { count } = await tx.decision.createMany({
      data: [
        {
          clearanceId: row.id,
          place: order.place,
          recommendation: recommendation.text,
          mark: order.mark,
          note: order.note,
          byId: actor.id,
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0)
      throw new AppError('conflict', 'This was decided already, and the record is not changed.');
    await note(tx, actor, 'decision.recorded', row.id, { place: order.place, mark: order.mark });
    await tellOfficer(tx, row, { kind: 'decision.recorded', byId: actor.id, author: true });
    return 'The decision is on record.';
  });
}

/** The most bytes of a scan, and what it may be, by the bytes that it begins with. */
export const scanLimits = {
  bytes: 20 * 1024 * 1024,
  types: [
    { mediaType: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46] },
    { mediaType: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47] },
    { mediaType: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  ],
};

/** Attaches the signed paper of an issued memo as it was scanned: a PDF, PNG or JPEG. */
export async function attachScan(
  actor: Actor,
  clearanceId: string,
  file: { name: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<void> {
  const { bytes } = file;
  if (bytes.length > scanLimits.bytes)
    throw new AppError('invalid', 'This file is larger than 20 MB. Scan it at 300 dpi or fewer.');
  const type = scanLimits.types.find(({ begins }) =>
    begins.every((byte, at) => bytes[at] === byte),
  );
  if (!type) throw new AppError('invalid', 'This is no PDF, PNG or JPEG. Scan it as one of these.');
  await change(async (tx) => {
    const row = await loadIssued(tx, actor, clearanceId);
    if (row.officerId !== actor.id && row.principalId !== actor.id)
      throw new AppError('forbidden', `Only ${row.officer.name}, the action officer, may do this.`);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const name = file.name.slice(-200);
    const { mediaType } = type;
    const data = { clearanceId: row.id, name, mediaType, bytes, sha256, byId: actor.id };
    await tx.decisionScan.create({ data });
    await note(tx, actor, 'decision.scan-attached', row.id, { sha256 });
  });
}

/** A scan's bytes, for whoever may read the memo. */
export async function getScan(
  actor: Actor,
  id: string,
): Promise<{ name: string; mediaType: string; bytes: Uint8Array<ArrayBuffer> }> {
  const scan = await db().decisionScan.findUnique({
    where: { id: idFrom(id) },
    include: { clearance: { select: { memoId: true } } },
  });
  if (!scan) throw nothingHere();
  await authorizeMemo(db(), actor, 'memo.read', scan.clearance.memoId);
  return scan;
}

async function loadIssued(tx: Store, actor: Actor, id: string): Promise<ClearanceRow> {
  const row = await find(tx, actor, id);
  if (!row.issuedAt) throw new AppError('invalid', 'Only a memo that was issued is decided on.');
  return row;
}
