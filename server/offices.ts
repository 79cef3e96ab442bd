import type { DelegationOrder, OfficeOrder } from '@/domain/clearance/orders';
import { AppError } from '@/domain/errors';
import type { Actor } from '@/domain/user';
import { authorizeMemo, peopleAround } from './access';
import { record } from './audit';
import { authorize, authorizeFound, idFrom } from './authorize';
import { change, db } from './db';
import { toDay } from './evidence';
import { notify } from './notifications/notify';

/** Somebody of a team, or an office of it, as lists offer them. */
export type Colleague = { id: string; name: string };
export type Office = Colleague & { teamId: string; members: Colleague[] };

/** Which offices the actor sees: those of their teams. */
export function officesVisibleTo(actor: Actor) {
  return { teamId: { in: actor.teamIds } };
}

/** The offices of the actor's teams, or of one of them, by name. */
export async function listOffices(actor: Actor, teamId?: string): Promise<Office[]> {
  const rows = await db().office.findMany({
    where: { AND: [officesVisibleTo(actor), teamId ? { teamId } : {}] },
    orderBy: { name: 'asc' },
    include: { members: { include: { user: { select: { id: true, name: true } } } } },
  });
  return rows.map(({ id, name, teamId: team, members }) => ({
    id,
    name,
    teamId: team,
    members: members.map(({ user }) => user),
  }));
}

/** Everybody with an active account in a team that the actor is in, by name. */
export async function listColleagues(actor: Actor, teamId: string): Promise<Colleague[]> {
  authorize(actor, 'office.read', { teamId });
  return db().user.findMany({
    where: { active: true, memberships: { some: { teamId } } },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
}

/** Whom a clearance of a memo may ask: of its team, or named on it, by name. For whoever reads it. */
export async function listAround(actor: Actor, memoId: string): Promise<Colleague[]> {
  const memo = await authorizeMemo(db(), actor, 'memo.read', memoId);
  return peopleAround(db(), memo);
}

/** Makes an office of a team, or changes its name and who is in it. */
export async function keepOffice(actor: Actor, order: OfficeOrder): Promise<string> {
  return change(async (tx) => {
    authorize(actor, 'office.change', { teamId: order.team });
    const known = await tx.office.findFirst({ where: { teamId: order.team, name: order.name } });
    if (known && known.id !== order.id)
      throw new AppError('invalid', `The team has an office “${order.name}” already.`, {
        name: 'Another office has this name.',
      });
    const members = await tx.membership.findMany({
      where: { teamId: order.team, userId: { in: order.members } },
      select: { userId: true },
    });
    if (order.id) {
      const row = await tx.office.findUnique({ where: { id: order.id } });
      authorizeFound(actor, 'office.change', row);
      await tx.officeMember.deleteMany({ where: { officeId: order.id } });
    }
    const data = { teamId: order.team, name: order.name };
    const office = order.id
      ? await tx.office.update({ where: { id: order.id }, data })
      : await tx.office.create({ data });
    await tx.officeMember.createMany({
      data: members.map(({ userId }) => ({ officeId: office.id, userId })),
    });
    await record(tx, {
      actorId: actor.id,
      event: 'office.changed',
      subjectType: 'office',
      subjectId: office.id,
      detail: { members: members.length },
    });
    return `${order.name} is kept.`;
  });
}

/** Who answers for one, and when. */
export type Absence = { id: string; delegate: string; first: string; last: string };

/** The absences that somebody has entered and that are not over on a day. */
export async function listAbsences(actor: Actor, day: string): Promise<Absence[]> {
  const rows = await db().delegation.findMany({
    where: { userId: actor.id, lastDay: { gte: new Date(`${day}T00:00:00Z`) } },
    orderBy: { firstDay: 'asc' },
    include: { delegate: { select: { name: true } } },
  });
  return rows.map(({ id, delegate, firstDay, lastDay }) => ({
    id,
    delegate: delegate.name,
    first: toDay(firstDay),
    last: toDay(lastDay),
  }));
}

/** Has a colleague answer for one from one day to another, both included. */
export async function delegate(actor: Actor, order: DelegationOrder): Promise<string> {
  return change(async (tx) => {
    authorize(actor, 'delegation.change', { teamId: null, ownerId: actor.id });
    const colleague = await tx.user.findFirst({
      where: {
        id: order.delegate,
        active: true,
        memberships: { some: { teamId: { in: actor.teamIds } } },
      },
    });
    if (!colleague || colleague.id === actor.id)
      throw new AppError('invalid', 'Choose a colleague of one of your teams.', {
        delegate: 'Choose a colleague.',
      });
    const { id } = await tx.delegation.create({
      data: {
        userId: actor.id,
        delegateId: colleague.id,
        firstDay: new Date(`${order.first}T00:00:00Z`),
        lastDay: new Date(`${order.last}T00:00:00Z`),
      },
    });
    await record(tx, {
      actorId: actor.id,
      event: 'delegation.made',
      subjectType: 'delegation',
      subjectId: id,
      detail: { delegate: colleague.id, first: order.first, last: order.last },
    });
    const told = { kind: 'delegation.made' as const, memoId: null, place: '/' };
    await notify(tx, [{ ...told, userId: colleague.id, byId: actor.id }]);
    return `${colleague.name} answers for you then.`;
  });
}

/** Ends a delegation of one's own. What was answered under it stays. */
export async function endDelegation(actor: Actor, { id }: { id: string }): Promise<void> {
  await change(async (tx) => {
    const row = await tx.delegation.findUnique({ where: { id: idFrom(id) } });
    authorize(actor, 'delegation.change', { teamId: null, ownerId: row?.userId ?? '' });
    await tx.delegation.delete({ where: { id } });
    await record(tx, {
      actorId: actor.id,
      event: 'delegation.ended',
      subjectType: 'delegation',
      subjectId: id,
    });
  });
}
