import { AppError } from '@/domain/errors';
import type { Actor } from '@/domain/user';
import { record } from './audit';
import { authorize } from './authorize';
import { change, db, type Store } from './db';
import { hashToken, newToken } from './passwords';

const hour = 3_600_000;
/** A session ends after this long without a request, and after the second whatever happens. */
export const idleLimit = 12 * hour;
export const absoluteLimit = 7 * 24 * hour;
/** How stale "last seen" may be: a write a minute is enough. */
const seenEvery = 60_000;

/** One of a person's sessions, as their account page lists it. */
export type OwnSession = {
  id: string;
  createdAt: Date;
  seenAt: Date;
  agent: string;
  current: boolean;
};

/** Begins a session and returns its token; only the token's hash is kept. */
export async function beginSession(tx: Store, userId: string, agent: string): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(Date.now() + absoluteLimit);
  await tx.session.create({
    data: { userId, tokenHash: hashToken(token), expiresAt, agent: agent.slice(0, 200) },
  });
  return token;
}

/**
 * Whose session this token is, read from the store at each call, so that an ended session or a
 * deactivated account stops at once. Null where it is nobody's.
 */
export function actorOf(token: string): Promise<(Actor & { sessionId: string }) | null> {
  return find({ tokenHash: hashToken(token) });
}

/** The same by the session's id, for what goes on without a request: an open stream. */
export function actorOfSession(id: string): Promise<(Actor & { sessionId: string }) | null> {
  return find({ id });
}

async function find(
  where: { tokenHash: string } | { id: string },
): Promise<(Actor & { sessionId: string }) | null> {
  const session = await db().session.findUnique({
    where,
    include: { user: { include: { memberships: true } } },
  });
  if (!session || session.revokedAt || !session.user.active) return null;
  const now = Date.now();
  if (session.expiresAt.getTime() < now || session.seenAt.getTime() + idleLimit < now) return null;
  if (session.seenAt.getTime() + seenEvery < now)
    await db().session.update({ where: { id: session.id }, data: { seenAt: new Date(now) } });
  const { user } = session;
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    teamIds: user.memberships.map((membership) => membership.teamId),
    sessionId: session.id,
  };
}

/** The actor's own open sessions, the latest first. */
export async function listSessions(actor: Actor & { sessionId: string }): Promise<OwnSession[]> {
  const sessions = await db().session.findMany({
    where: {
      userId: actor.id,
      revokedAt: null,
      expiresAt: { gt: new Date() },
      seenAt: { gt: new Date(Date.now() - idleLimit) },
    },
    orderBy: { seenAt: 'desc' },
  });
  return sessions.map(({ id, createdAt, seenAt, agent }) => ({
    id,
    createdAt,
    seenAt,
    agent,
    current: id === actor.sessionId,
  }));
}

/** Ends one of the actor's own sessions at once. Ending an ended one changes nothing. */
export async function endSession(actor: Actor, id: string): Promise<void> {
  await change(async (tx) => {
    const session = await tx.session.findUnique({ where: { id } });
    if (session?.userId !== actor.id)
      throw new AppError('not-found', 'This session is not there any more.');
    authorize(actor, 'session.end', { teamId: null, ownerId: session.userId });
    if (session.revokedAt) return;
    await tx.session.update({ where: { id }, data: { revokedAt: new Date() } });
    await record(tx, {
      actorId: actor.id,
      event: 'session.ended',
      subjectType: 'session',
      subjectId: id,
    });
  });
}
