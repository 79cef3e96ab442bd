import { standingOf } from '@/domain/clearance/list';
import { writeDocument } from '@/domain/document/document';
import type { Notice } from '@/domain/notification';
import { change, db, type Store } from '../db';
import { currentText } from '../live/log';
import { notify } from '../notifications/notify';
import { type AddresseeRow, addresseeOf, type ClearanceRow, listOf, withList } from './load';
import { textNow } from './text';

/**
 * Tells those on a list what they have to do now: that they are asked, once their stage is at work; that
 * what they cleared has changed; and officer and author too that an answer is overdue. Each is told
 * once, so that this can be run after any change of a list, and by the clock. `byId` is who changed it.
 */
export async function tellList(
  tx: Store,
  clearanceId: string,
  { now, byId }: { now: Date; byId: string | null },
): Promise<void> {
  const row = await tx.clearance.findUnique({ where: { id: clearanceId }, include: withList });
  if (!row || row.issuedAt || row.withdrawnAt) return;
  const memo = await tx.memo.findUniqueOrThrow({
    where: { id: row.memoId },
    select: { id: true, version: true, document: true, documentVersion: true },
  });
  const { version, document } = await currentText(tx, memo);
  const { seen } = textNow({ version, document: writeDocument(document) });
  const list = listOf(row);
  const notices: Notice[] = [];
  for (const each of row.addressees.filter(({ state }) => state === 'listed')) {
    const standing = standingOf(addresseeOf(each), { list, seen, now: now.toISOString() });
    const people = () => peopleOf(tx, each, { row, now });
    const base = { byId, memoId: row.memoId, place: 'clearance' };
    if (standing === 'asked' || standing === 'overdue')
      notices.push(
        ...(await people()).map(
          (userId): Notice => ({
            ...base,
            userId,
            kind: 'clearance.asked',
            once: `asked ${each.id}`,
          }),
        ),
      );
    if (standing === 're-clear') {
      const once = `lapsed ${each.responses[0]?.id}`;
      for (const userId of await people())
        notices.push({ ...base, byId: null, userId, kind: 'clearance.lapsed', once });
    }
    if (standing === 'overdue') {
      const once = `overdue ${each.id} ${each.dueAt?.toISOString()}`;
      const concerned = [...(await people()), row.officerId, row.memo.authorId];
      for (const userId of concerned)
        notices.push({ ...base, byId: null, userId, kind: 'clearance.overdue', once });
    }
  }
  await notify(tx, notices);
}

/**
 * Who answers for somebody on a list: the person, or the office's members, with those who stand in for
 * one who is away; never the memo's author.
 */
async function peopleOf(
  tx: Store,
  { userId, office }: AddresseeRow,
  { row, now }: { row: ClearanceRow; now: Date },
): Promise<string[]> {
  const members = office?.members.map((member) => member.userId) ?? [];
  const asked = [...(userId ? [userId] : []), ...members];
  const day = new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`);
  const away = await tx.delegation.findMany({
    where: { userId: { in: asked }, firstDay: { lte: day }, lastDay: { gte: day } },
    select: { delegateId: true },
  });
  const all = new Set([...asked, ...away.map(({ delegateId }) => delegateId)]);
  all.delete(row.memo.authorId);
  return [...all];
}

/** Everybody whom a round concerns: its list, its officer, its principal, and the memo's author. */
export async function tellRound(
  tx: Store,
  row: ClearanceRow,
  { kind, byId, now }: Pick<Notice, 'kind' | 'byId'> & { now: Date },
): Promise<void> {
  const listed = row.addressees.filter(({ state }) => state === 'listed');
  const people = [row.officerId, row.memo.authorId, ...(row.principalId ? [row.principalId] : [])];
  for (const each of listed) people.push(...(await peopleOf(tx, each, { row, now })));
  const base = { kind, byId, memoId: row.memoId, place: 'clearance' };
  await notify(
    tx,
    people.map((userId) => ({ ...base, userId })),
  );
}

/** The officer of a round, and the memo's author where `author` says so. */
export async function tellOfficer(
  tx: Store,
  row: ClearanceRow,
  { kind, byId, author = false }: Pick<Notice, 'kind' | 'byId'> & { author?: boolean },
): Promise<void> {
  const people = author ? [row.officerId, row.memo.authorId] : [row.officerId];
  const base = { kind, byId, memoId: row.memoId, place: 'clearance' };
  await notify(
    tx,
    people.map((userId) => ({ ...base, userId })),
  );
}

/** Looks at every open round for what time or the text alone has brought about, and tells it. */
export async function watchClearances(now = new Date()): Promise<void> {
  const rounds = await db().clearance.findMany({
    where: { issuedAt: null, withdrawnAt: null },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  });
  for (const { id } of rounds) await change((tx) => tellList(tx, id, { now, byId: null }));
}
