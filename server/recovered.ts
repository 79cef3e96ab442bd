import type { Collision } from '@/domain/batch';
import type { Actor } from '@/domain/user';
import { authorizeMemo } from './access';
import { db } from './db';

/** Words of the actor that met with another's deletion in a memo, until they have seen them. */
export async function listRecovered(
  actor: Actor,
  memoId: string,
): Promise<(Collision & { id: string })[]> {
  const rows = await db().recoveredText.findMany({
    where: { memoId, authorId: actor.id, seenAt: null },
    orderBy: { createdAt: 'asc' },
  });
  return rows.map(({ id, kind, text, by }) => ({ id, kind, text, by }));
}

/**
 * Notes that the actor has seen what was kept for them. The words stay in the store. Their own
 * alone, and only where they may read the memo.
 */
export async function markRecoveredSeen(actor: Actor, memoId: string): Promise<void> {
  await authorizeMemo(db(), actor, 'memo.read', memoId);
  await db().recoveredText.updateMany({
    where: { memoId, authorId: actor.id, seenAt: null },
    data: { seenAt: new Date() },
  });
}
