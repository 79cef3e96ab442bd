import { AppError } from '@/domain/errors';
import type { Actor, Role } from '@/domain/user';
import { record } from './audit';
import { authorize } from './authorize';
import { change, db, type Store } from './db';
import { hashPassword, hashToken, newToken } from './passwords';

const day = 86_400_000;
const expired =
  'This link has been used or is too old. Ask an administrator for a new one, or start the server again for a new setup link.';

/**
 * Makes the one-time setup link's token, with which the first administrator is made; earlier
 * ones stop working. Refused once there is an administrator.
 */
export async function openSetup(): Promise<string> {
  return change(async (tx) => {
    if (await hasAdministrator(tx))
      throw new AppError('conflict', 'There is an administrator already. Sign in instead.');
    await tx.invitation.deleteMany({ where: { userId: null } });
    return createInvitation(tx, null, day);
  });
}

/** Whether the store still waits for its first administrator. */
export async function needsSetup(): Promise<boolean> {
  return !(await hasAdministrator(db()));
}

/** Makes the first administrator and their team from a setup link, which is used up by it. */
export async function setUp(input: {
  token: string;
  name: string;
  email: string;
  team: string;
  password: string;
}): Promise<void> {
  const passwordHash = await hashPassword(input.password);
  await change(async (tx) => {
    const invitation = await useInvitation(tx, input.token);
    if (invitation.userId !== null || (await hasAdministrator(tx)))
      throw new AppError('not-found', expired);
    const user = await tx.user.create({
      data: {
        name: input.name,
        email: input.email,
        role: 'administrator',
        passwordHash,
        memberships: { create: { team: { create: { name: input.team } } } },
      },
    });
    await record(tx, {
      actorId: user.id,
      event: 'user.set-up',
      subjectType: 'user',
      subjectId: user.id,
    });
  });
}

/** Invites somebody into the actor's teams and returns the token of the link, valid seven days. */
export async function invite(
  actor: Actor,
  input: { name: string; email: string; role: Role },
): Promise<string> {
  return change(async (tx) => {
    authorize(actor, 'user.invite', { teamId: null });
    const known = await tx.user.findUnique({ where: { email: input.email } });
    if (known?.passwordHash)
      throw new AppError('invalid', `${known.name} has an account with this address already.`, {
        email: 'There is an account with this address already.',
      });
    // One who was invited before and has not joined is invited anew, as what is said now.
    if (known) await tx.user.delete({ where: { id: known.id } });
    const memberships = { create: actor.teamIds.map((teamId) => ({ teamId })) };
    const user = await tx.user.create({ data: { ...input, memberships } });
    await record(tx, {
      actorId: actor.id,
      event: 'user.invited',
      subjectType: 'user',
      subjectId: user.id,
      detail: { role: input.role },
    });
    return createInvitation(tx, user.id, 7 * day);
  });
}

/** Whose invitation this is, for the page that accepts it; null where the link opens nothing. */
export async function findInvitation(
  token: string,
): Promise<{ setup: boolean; name: string; email: string } | null> {
  const row = await db().invitation.findUnique({
    where: { tokenHash: hashToken(token) },
    include: { user: true },
  });
  if (!row || row.usedAt || row.expiresAt < new Date()) return null;
  return { setup: row.userId === null, name: row.user?.name ?? '', email: row.user?.email ?? '' };
}

/** Accepts an invitation with a password of one's own; the link is used up by it. */
export async function accept(input: { token: string; password: string }): Promise<void> {
  const passwordHash = await hashPassword(input.password);
  await change(async (tx) => {
    const { userId } = await useInvitation(tx, input.token);
    if (!userId) throw new AppError('not-found', expired);
    await tx.user.update({ where: { id: userId }, data: { passwordHash } });
    await record(tx, {
      actorId: userId,
      event: 'user.joined',
      subjectType: 'user',
      subjectId: userId,
    });
  });
}

async function createInvitation(tx: Store, userId: string | null, life: number): Promise<string> {
  const token = newToken();
  await tx.invitation.create({
    data: { tokenHash: hashToken(token), userId, expiresAt: new Date(Date.now() + life) },
  });
  return token;
}

/** Marks the link used, in one statement, so that two tries at once can't both pass. */
async function useInvitation(tx: Store, token: string): Promise<{ userId: string | null }> {
  const where = { tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: new Date() } };
  const { count } = await tx.invitation.updateMany({ where, data: { usedAt: new Date() } });
  if (count === 0) throw new AppError('not-found', expired);
  return tx.invitation.findUniqueOrThrow({ where: { tokenHash: hashToken(token) } });
}

async function hasAdministrator(tx: Store): Promise<boolean> {
  const count = await tx.user.count({
    where: { role: 'administrator', passwordHash: { not: null } },
  });
  return count > 0;
}
