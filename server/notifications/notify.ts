import { type Notice, withoutRepeats } from '@/domain/notification';
import type { Store } from '../db';

/** The channel on which the store itself says, as a transaction ends, whom it told something. */
export const notifiedChannel = 'scenesetter_notified';

/** As many ids as one notification of PostgreSQL carries (7,999 bytes). */
const idsMost = 200;

/**
 * Tells people something, in the transaction of what they are told of: each thing once, nobody what
 * they did themselves. Their browsers hear of it when the transaction is through, and not before.
 */
export async function notify(tx: Store, notices: readonly Notice[]): Promise<void> {
  const all = withoutRepeats(notices);
  if (all.length === 0) return;
  const told = await tx.notification.createManyAndReturn({
    data: all.map((notice) => ({ ...notice, once: notice.once ?? null })),
    skipDuplicates: true,
    select: { userId: true },
  });
  const ids = [...new Set(told.map(({ userId }) => userId))];
  for (let at = 0; at < ids.length; at += idsMost) {
    const some = ids.slice(at, at + idsMost).join(' ');
    await tx.$executeRaw`SELECT pg_notify(${notifiedChannel}, ${some})::text`;
  }
}
