import { AppError } from '@/domain/errors';
import type { Actor } from '@/domain/user';
import { Prisma } from '@/prisma/client/client';
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
  return find(Prisma.sql`s.token_hash = ${hashToken(token)}`);
}

/** The same by the session's id, for what goes on without a request: an open stream. */
export function actorOfSession(id: string): Promise<(Actor & { sessionId: string }) | null> {
  return find(Prisma.sql`s.id = ${id}::uuid`);
}

type Found = Actor & { sessionId: string; seenAt: Date };

/** One question to the store and not one for each table: every request begins with it. */
async function find(isIt: Prisma.Sql): Promise<(Actor & { sessionId: string }) | null> {
  const now = new Date();
  const [found] = await db().$queryRaw<Found[]>`
    SELECT u.id::text, u.name, u.email, u.role::text AS role, s.id::text AS "sessionId",
           s.seen_at AS "seenAt", array(SELECT m.team_id::text FROM membership m
                                         WHERE m.user_id = u.id) AS "teamIds"
      FROM session s JOIN "user" u ON u.id = s.user_id
     WHERE ${isIt} AND s.revoked_at IS NULL AND u.active AND s.expires_at >= ${now}
       AND s.seen_at >= ${new Date(now.getTime() - idleLimit)}`;
  if (!found) return null;
  const { seenAt, ...actor } = found;
  if (seenAt.getTime() + seenEvery < now.getTime())
    await db().session.update({ where: { id: actor.sessionId }, data: { seenAt: now } });
  return actor;
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
