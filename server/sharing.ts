import { type Audience, keeps, type Level } from '@/domain/access';
import { AppError } from '@/domain/errors';
import { can } from '@/domain/policy';
import {
  cutByRole,
  effectiveLevel,
  type NewAudience,
  reasonsFor,
  type Share,
  shutOut,
  type Unshare,
} from '@/domain/sharing';
import type { Actor } from '@/domain/user';
import { accountsAround, authorizeMemo, toAccount, withTeams } from './access';
import { record } from './audit';
import { change, db, type Store } from './db';
import { tellRights } from './live/rooms';
import { notify } from './notifications/notify';

/** Somebody who sees a memo: what they may do there and why, and the level they were given by name. */
export type Sharer = {
  id: string;
  name: string;
  level: Level;
  reasons: string[];
  granted: Level | null;
  /** Why they go less far than they were given; null where they do. */
  cut: string | null;
};

/** Who may see a memo, for whoever sees it; with what can be changed for those who may share it. */
export type Sharing = {
  memo: { id: string; title: string };
  audience: Audience;
  revision: number;
  people: Sharer[];
  /** Who can be named, and who would be shut out if only those named saw it: names. */
  others: { id: string; name: string }[];
  lost: string[];
  mayShare: boolean;
};

/** Who may see a memo and why. */
export async function getSharing(actor: Actor, id: string): Promise<Sharing> {
  const memo = await authorizeMemo(db(), actor, 'memo.read', id);
  const row = await db().memo.findUniqueOrThrow({
    where: { id },
    select: { title: true, accessRevision: true },
  });
  const around = await accountsAround(db(), memo);
  const people = around.flatMap((each): Sharer[] => {
    const level = effectiveLevel(each, memo);
    if (!level) return [];
    const granted = memo.access.grants.find(({ userId }) => userId === each.id)?.level ?? null;
    const cut = granted && cutByRole(granted, each.role);
    return [{ id: each.id, name: each.name, level, reasons: reasonsFor(each, memo), granted, cut }];
  });
  const mayShare = can(actor, 'memo.share', memo);
  const others = mayShare ? (await everybody(db())).filter((each) => !keeps(each, memo)) : [];
  const named = new Set(memo.access.grants.map(({ userId }) => userId));
  return {
    memo: { id, title: row.title },
    audience: memo.access.audience,
    revision: row.accessRevision,
    people,
    others: others.filter((each) => !named.has(each.id)).map(({ id, name }) => ({ id, name })),
    lost: shutOut(around, memo).map(({ name }) => name),
    mayShare,
  };
}

/**
 * Names somebody of the house on a memo, of whichever team, or gives them another level. Refused for
 * those who keep the memo anyway, and where who may see it was changed meanwhile.
 */
export async function shareMemo(actor: Actor, order: Share): Promise<string> {
  return inMemo(actor, order, async (tx, memo) => {
    const person = (await everybody(tx)).find(({ id }) => id === order.user);
    if (!person)
      throw new AppError('invalid', 'Choose somebody who has an account here.', {
        user: 'Choose somebody who has an account here.',
      });
    if (keeps(person, memo))
      throw new AppError('invalid', `${person.name} keeps this memo and needs no naming.`, {
        user: 'They keep this memo anyway.',
      });
    const key = { memoId: order.memo, userId: person.id };
    const granted = { level: order.level, grantedById: actor.id };
    await tx.memoGrant.upsert({
      where: { memoId_userId: key },
      create: { ...key, ...granted },
      update: granted,
    });
    await note(tx, actor, order.memo, {
      event: 'memo.shared',
      detail: { user: person.id, level: order.level },
    });
    const told = { kind: 'memo.shared' as const, memoId: order.memo, place: '' };
    await notify(tx, [{ ...told, userId: person.id, byId: actor.id }]);
    const cut = cutByRole(order.level, person.role);
    return [`${person.name} is named on the memo.`, cut].filter(Boolean).join(' ');
  });
}

/** Takes somebody's name off a memo; what they wrote in it stays. Their open editor ends. */
export async function unshareMemo(actor: Actor, order: Unshare): Promise<string> {
  return inMemo(actor, order, async (tx) => {
    const { count } = await tx.memoGrant.deleteMany({
      where: { memoId: order.memo, userId: order.user },
    });
    if (count === 0) throw changedMeanwhile();
    await note(tx, actor, order.memo, { event: 'memo.unshared', detail: { user: order.user } });
    return 'Their name is off the memo.';
  });
}

/** Opens a memo to its team again, or only to the people named and those who keep it. */
export async function setAudience(actor: Actor, order: NewAudience): Promise<string> {
  return inMemo(actor, order, async (tx, { access }) => {
    const { memo: id, audience } = order;
    if (access.audience === audience) throw changedMeanwhile();
    await tx.memo.update({ where: { id }, data: { audience } });
    const event = audience === 'named' ? 'memo.restricted' : 'memo.opened';
    await note(tx, actor, id, { event });
    return audience === 'named'
      ? 'Only the people named see the memo now.'
      : 'The whole team sees the memo now.';
  });
}

type Memo = Awaited<ReturnType<typeof authorizeMemo>>;

async function inMemo(
  actor: Actor,
  { memo: id, revision }: { memo: string; revision: number },
  work: (tx: Store, memo: Memo) => Promise<string>,
): Promise<string> {
  const sentence = await change(async (tx) => {
    const memo = await authorizeMemo(tx, actor, 'memo.share', id);
    const { count } = await tx.memo.updateMany({
      where: { id, accessRevision: revision },
      data: { accessRevision: revision + 1 },
    });
    if (count === 0) throw changedMeanwhile();
    return work(tx, memo);
  });
  tellRights(id);
  return sentence;
}

function changedMeanwhile(): AppError {
  return new AppError(
    'conflict',
    'Somebody has changed who may see this memo meanwhile. Nothing was changed; look at it again.',
  );
}

/** Everybody of the house: nothing is shared with anybody who has no account here. */
async function everybody(store: Store): Promise<Actor[]> {
  const people = await store.user.findMany({
    where: { active: true },
    orderBy: { name: 'asc' },
    include: withTeams,
  });
  return people.map(toAccount);
}

type Noted = {
  event: 'memo.shared' | 'memo.unshared' | 'memo.restricted' | 'memo.opened';
  detail?: Record<string, string>;
};

function note(tx: Store, actor: Actor, subjectId: string, noted: Noted): Promise<void> {
  return record(tx, { actorId: actor.id, subjectType: 'memo', subjectId, ...noted });
}
