import type { MemoSubject } from '@/domain/access';
import { dueAfter } from '@/domain/clearance/due';
import type { Listing, OnList, Opening } from '@/domain/clearance/orders';
import { AppError } from '@/domain/errors';
import type { Actor } from '@/domain/user';
import type { Prisma } from '@/prisma/client/client';
import { authorizeMemo, peopleAround } from '../access';
import { record } from '../audit';
import { authorize, idFrom, nothingHere } from '../authorize';
import { change, type Store } from '../db';
import { answeringAs, answersForOn } from './answering';
import { type ClearanceRow, withList } from './load';
import { tellList, tellOfficer } from './telling';

/** Opens a round of clearance: whoever opens it is its action officer, and owns the list. */
export async function openClearance(actor: Actor, order: Opening): Promise<string> {
  return change(async (tx) => {
    const subject = await authorizeMemo(tx, actor, 'clearance.manage', order.memo);
    const memo = { id: order.memo, ...subject };
    const rounds = await tx.clearance.findMany({ where: { memoId: memo.id } });
    if (rounds.some((each) => !each.issuedAt && !each.withdrawnAt))
      throw new AppError('conflict', 'A clearance of this memo is open already. Look at it again.');
    if (order.principal) await checkPerson(tx, order.principal, memo);
    const clearance = await tx.clearance.create({
      data: {
        memoId: memo.id,
        number: rounds.length + 1,
        officerId: actor.id,
        principalId: order.principal,
        zone: order.zone,
      },
    });
    await note(tx, actor, 'clearance.opened', clearance.id, { memo: memo.id });
    return clearance.id;
  });
}

/** Ends a round without clearing the memo. What was answered stays on record. */
export async function withdrawClearance(
  actor: Actor,
  order: { clearance: string; revision: number },
): Promise<void> {
  await change(async (tx) => {
    const row = await loadAsOfficer(tx, actor, order.clearance);
    await guard(tx, row, order.revision, { withdrawnAt: new Date() });
    await note(tx, actor, 'clearance.withdrawn', row.id);
  });
}

/**
 * Puts an office or a person on the list: the action officer at once, anybody on the list as a
 * proposal to the action officer (2 FAM 1210: clearing offices add nobody without approval).
 */
export async function listAddressee(
  actor: Actor,
  order: Listing,
  now = new Date(),
): Promise<string> {
  return change(async (tx) => {
    const row = await load(tx, actor, order.clearance);
    const isOfficer = row.officerId === actor.id;
    if (isOfficer) authorize(actor, 'clearance.manage', row.memo);
    else await checkOnList(tx, actor, row, now);
    await guard(tx, row, order.revision, {});
    const { id } = await tx.addressee.create({
      data: {
        clearanceId: row.id,
        position: row.addressees.length,
        ...(await checkWho(tx, row, order.who)),
        asked: order.asked,
        stage: order.stage,
        sections: order.sections,
        note: order.note,
        dueAt: order.days === null ? null : dueOf(order, row.zone, now),
        state: isOfficer ? 'listed' : 'proposed',
        proposedById: isOfficer ? null : actor.id,
      },
    });
    const event = isOfficer ? 'clearance.listed' : 'clearance.proposed';
    await note(tx, actor, event, row.id, { addressee: id, asked: order.asked });
    const byId = actor.id;
    if (isOfficer) await tellList(tx, row.id, { now, byId });
    else await tellOfficer(tx, row, { kind: 'clearance.proposed', byId });
    return isOfficer ? 'Put on the list.' : 'Proposed to the action officer.';
  });
}

function dueOf({ days, time }: Listing, zone: string, now: Date): string {
  return dueAfter(now.toISOString(), { days: days ?? 0, time, zone });
}

/** Takes somebody off the list who has not answered; an answer is never struck from the record. */
export async function strikeAddressee(actor: Actor, order: OnList): Promise<void> {
  await change(async (tx) => {
    const { row, addressee } = await loadListed(tx, actor, order);
    if (addressee.responses.length > 0)
      throw new AppError('invalid', 'They have answered, and what they said stays on the list.');
    await guard(tx, row, order.revision, {});
    await tx.addressee.delete({ where: { id: addressee.id } });
    await note(tx, actor, 'clearance.struck', row.id, { addressee: addressee.id });
  });
}

/** The action officer lists somebody who was proposed, or declines to. */
export async function decideProposal(
  actor: Actor,
  order: OnList & { listed: boolean },
): Promise<void> {
  await change(async (tx) => {
    const { row, addressee } = await loadListed(tx, actor, order);
    if (addressee.state !== 'proposed') throw changedMeanwhile();
    await guard(tx, row, order.revision, {});
    const state = order.listed ? 'listed' : 'declined';
    await tx.addressee.update({ where: { id: addressee.id }, data: { state } });
    const event = order.listed ? 'clearance.listed' : 'clearance.proposal-declined';
    await note(tx, actor, event, row.id, { addressee: addressee.id });
    await tellList(tx, row.id, { now: new Date(), byId: actor.id });
  });
}

/** A round with what its memo says of who may do what. */
export type LoadedRound = ClearanceRow & { memo: MemoSubject };

/** A round of a memo that the actor may read, whether it goes on or not. */
export async function find(tx: Store, actor: Actor, id: string): Promise<LoadedRound> {
  const row = await tx.clearance.findUnique({ where: { id: idFrom(id) }, include: withList });
  if (!row) throw nothingHere();
  const subject = await authorizeMemo(tx, actor, 'memo.read', row.memoId);
  return { ...row, memo: { ...row.memo, ...subject } };
}

/** A round that the actor may read; one that is over takes no change. */
export async function load(tx: Store, actor: Actor, id: string): Promise<LoadedRound> {
  const row = await find(tx, actor, id);
  if (row.issuedAt || row.withdrawnAt)
    throw new AppError('conflict', 'This clearance is over. Look at it again.');
  return row;
}

/** The same for its action officer. */
export async function loadAsOfficer(tx: Store, actor: Actor, id: string): Promise<LoadedRound> {
  const row = await load(tx, actor, id);
  authorize(actor, 'clearance.manage', row.memo);
  if (row.officerId !== actor.id)
    throw new AppError('forbidden', `Only ${row.officer.name}, the action officer, may do this.`);
  return row;
}

/** An addressee of a round whose action officer the actor is. */
export async function loadListed(tx: Store, actor: Actor, order: OnList) {
  const found = await tx.addressee.findUnique({
    where: { id: idFrom(order.addressee) },
    select: { clearanceId: true },
  });
  if (!found) throw changedMeanwhile();
  const row = await loadAsOfficer(tx, actor, found.clearanceId);
  const addressee = row.addressees.find(({ id }) => id === order.addressee);
  if (!addressee) throw changedMeanwhile();
  return { row, addressee };
}

/** Changes a round that nobody else has changed meanwhile, and counts its revision on. */
export async function guard(
  tx: Store,
  row: ClearanceRow,
  revision: number,
  data: Prisma.ClearanceUpdateManyMutationInput & { issuedById?: string },
): Promise<void> {
  const { count } = await tx.clearance.updateMany({
    where: { id: row.id, revision },
    data: { ...data, revision: revision + 1 },
  });
  if (count === 0) throw changedMeanwhile();
}

/** A line of the audit on a round. */
export function note(
  tx: Store,
  actor: Actor,
  event: Parameters<typeof record>[1]['event'],
  subjectId: string,
  detail: Record<string, string | number | boolean | null> = {},
): Promise<void> {
  return record(tx, { actorId: actor.id, event, subjectType: 'clearance', subjectId, detail });
}

export function changedMeanwhile(): AppError {
  return new AppError(
    'conflict',
    'Somebody has changed the list meanwhile. Nothing was changed; look at it again.',
  );
}

async function checkOnList(tx: Store, actor: Actor, row: ClearanceRow, now: Date): Promise<void> {
  const answersFor = await answersForOn(tx, actor, now.toISOString().slice(0, 10));
  const around = { authorId: row.memo.authorId, answersFor };
  if (row.addressees.some((each) => answeringAs(actor, each, around) !== null)) return;
  throw new AppError(
    'forbidden',
    `Only ${row.officer.name}, the action officer, changes the list; who is on it may propose others.`,
  );
}

async function checkWho(tx: Store, row: LoadedRound, { kind, id }: Listing['who']) {
  const { teamId, authorId } = row.memo;
  if (kind === 'user') {
    if (id === authorId)
      throw new AppError('invalid', 'The author can’t clear their own memo.', {
        who: 'Choose somebody else: they wrote the memo.',
      });
    await checkPerson(tx, id, row.memo);
    return { userId: id };
  }
  const office = await tx.office.findUnique({ where: { id }, include: { members: true } });
  if (office?.teamId !== teamId) throw new AppError('invalid', 'Choose an office of this team.');
  if (office.members.every(({ userId }) => userId === authorId))
    throw new AppError(
      'invalid',
      `Nobody in ${office.name} can answer. Put somebody into it first.`,
      {
        who: 'Nobody in this office can answer.',
      },
    );
  return { officeId: id };
}

async function checkPerson(tx: Store, userId: string, memo: MemoSubject): Promise<void> {
  const people = await peopleAround(tx, memo);
  if (people.some(({ id }) => id === userId)) return;
  throw new AppError(
    'invalid',
    'Choose somebody of this team who has an account, or share the memo with them first.',
  );
}
