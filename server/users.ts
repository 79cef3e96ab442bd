import { AppError } from '@/domain/errors';
import type { Actor, Role } from '@/domain/user';
import { record } from './audit';
import { authorize } from './authorize';
import { change, db } from './db';
import { isPassword } from './passwords';
import { beginSession } from './sessions';
import { forgiveTries, takeTry } from './throttle';

/** A person as the people page lists them. */
export type Person = {
  id: string;
  name: string;
  email: string;
  role: Role;
  active: boolean;
  version: number;
  joined: boolean;
};

/** Where a sign-in comes from: the address it is counted by, and the browser's name. */
export type Caller = { address: string | null; agent: string };

/**
 * Signs a person in and returns the token of the new session. Wrong e-mail, wrong password and a
 * deactivated account are refused alike, in the same time; tries are counted per account and address.
 */
export async function signIn(email: string, password: string, caller: Caller): Promise<string> {
  const account = `account:${email}`;
  await takeTry(caller.address ? [account, `address:${caller.address}`] : [account]);
  const user = await db().user.findUnique({ where: { email } });
  const right = await isPassword(password, user?.active ? user.passwordHash : null);
  if (!user || !right) {
    await record(db(), {
      actorId: null,
      event: 'user.sign-in-failed',
      subjectType: 'user',
      subjectId: user?.id ?? null,
    });
    throw new AppError('unauthenticated', 'This e-mail address and password do not go together.');
  }
  await forgiveTries(account);
  return change(async (tx) => {
    const token = await beginSession(tx, user.id, caller.agent);
    await record(tx, {
      actorId: user.id,
      event: 'user.signed-in',
      subjectType: 'user',
      subjectId: user.id,
    });
    return token;
  });
}

/** The person of an account as they may act now, for work they asked for; null once deactivated. */
export async function actorOfAccount(id: string): Promise<Actor | null> {
  const user = await db().user.findUnique({
    where: { id },
    include: { memberships: { select: { teamId: true } } },
  });
  if (!user?.active) return null;
  const { name, email, role, memberships } = user;
  return { id, name, email, role, teamIds: memberships.map(({ teamId }) => teamId) };
}

/** Everybody with an account, by name. For administrators. */
export async function listPeople(actor: Actor): Promise<Person[]> {
  authorize(actor, 'user.read', { teamId: null });
  const users = await db().user.findMany({ orderBy: { name: 'asc' } });
  return users.map(({ id, name, email, role, active, version, passwordHash }) => ({
    id,
    name,
    email,
    role,
    active,
    version,
    joined: passwordHash !== null,
  }));
}

/**
 * Changes a person's role, or deactivates or reactivates the account; their sessions end at once.
 * Refused where somebody changed it meanwhile, and where no administrator would be left.
 */
export async function changeUser(
  actor: Actor,
  input: { id: string; version: number; role?: Role; active?: boolean },
): Promise<void> {
  await change(async (tx) => {
    const user = await tx.user.findUnique({ where: { id: input.id } });
    authorize(actor, 'user.change', { teamId: null });
    if (!user) throw new AppError('not-found', 'There is no such account.');
    // Two administrators who demote each other at once must not leave none: one waits here.
    await tx.$queryRaw`SELECT id FROM "user" WHERE role = 'administrator' ORDER BY id FOR UPDATE`;
    const role = input.role ?? user.role;
    const active = input.active ?? user.active;
    const others = await tx.user.count({
      where: {
        role: 'administrator',
        active: true,
        passwordHash: { not: null },
        id: { not: user.id },
      },
    });
    if (others === 0 && (role !== 'administrator' || !active))
      throw new AppError('invalid', 'Somebody has to stay administrator. Make another one first.');
    const { count } = await tx.user.updateMany({
      where: { id: user.id, version: input.version },
      data: { role, active, version: { increment: 1 } },
    });
    if (count === 0)
      throw new AppError('conflict', `${user.name}’s account was changed meanwhile. Look again.`);
    const now = new Date();
    await tx.session.updateMany({
      where: { userId: user.id, revokedAt: null },
      data: { revokedAt: now },
    });
    await record(tx, {
      actorId: actor.id,
      event: 'user.changed',
      subjectType: 'user',
      subjectId: user.id,
      detail: { role, active },
    });
  });
}
