import { kindSchema, type Notification, pathOf } from '@/domain/notification';
import type { Actor } from '@/domain/user';
import { memosVisibleTo } from '../access';
import { authorize, idFrom } from '../authorize';
import { change, db, type Store } from '../db';
import { notifiedChannel } from './notify';

/** So many are listed, the newest first. */
const listedMost = 100;

/** What the actor is told of: their own, and of memos that they may read now. */
export function notificationsVisibleTo(actor: Actor) {
  return { userId: actor.id, OR: [{ memoId: null }, { memo: memosVisibleTo(actor) }] };
}

/** The newest things that the actor was told of. */
export async function listNotifications(actor: Actor): Promise<Notification[]> {
  const rows = await db().notification.findMany({
    where: notificationsVisibleTo(actor),
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: listedMost,
    include: { by: { select: { name: true } }, memo: { select: { title: true } } },
  });
  return rows.map((row) => ({
    id: row.id,
    kind: kindSchema.parse(row.kind),
    by: row.by?.name ?? null,
    title: row.memo?.title ?? null,
    at: row.createdAt.toISOString(),
    isRead: row.readAt !== null,
  }));
}

/** How many of them the actor has not read. */
export function countUnread(actor: Actor): Promise<number> {
  return db().notification.count({ where: { ...notificationsVisibleTo(actor), readAt: null } });
}

/** Marks one as read, and says where it leads: a path of this site. */
export async function followNotification(actor: Actor, id: string): Promise<string> {
  return change(async (tx) => {
    const row = await tx.notification.findUnique({ where: { id: idFrom(id) } });
    authorize(actor, 'notification.read', { teamId: null, ownerId: row?.userId ?? '' });
    if (!row) return '/notifications';
    if (!row.readAt) await markRead(tx, actor, { id: row.id });
    return pathOf(row);
  });
}

/** Marks all as read. */
export async function readAll(actor: Actor): Promise<void> {
  authorize(actor, 'notification.read', { teamId: null, ownerId: actor.id });
  await change((tx) => markRead(tx, actor, {}));
}

/** One's own reading is nobody else's matter, so that the audit does not have it. */
async function markRead(tx: Store, actor: Actor, which: { id?: string }): Promise<void> {
  const where = { ...which, userId: actor.id, readAt: null };
  await tx.notification.updateMany({ where, data: { readAt: new Date() } });
  await tx.$executeRaw`SELECT pg_notify(${notifiedChannel}, ${actor.id})::text`;
}
