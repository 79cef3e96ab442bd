import type { Actor } from '@/domain/user';
import type { Store } from '../db';
import type { AddresseeRow } from './load';

/** As whom somebody answers: in their own name (`forId` is null), or for one who is away. */
export type Answering = { forId: string | null };

/** For whom the actor answers on a day (`YYYY-MM-DD`), besides themselves. */
export async function answersForOn(store: Store, actor: Actor, day: string): Promise<string[]> {
  const on = new Date(`${day}T00:00:00Z`);
  const rows = await store.delegation.findMany({
    where: { delegateId: actor.id, firstDay: { lte: on }, lastDay: { gte: on } },
    select: { userId: true },
  });
  return rows.map(({ userId }) => userId);
}

/**
 * As whom the actor may answer for somebody on the list; null where they may not. A memo's author
 * clears it neither in their own name nor in another's.
 */
export function answeringAs(
  actor: Actor,
  { userId, office }: Pick<AddresseeRow, 'userId' | 'office'>,
  { authorId, answersFor }: { authorId: string; answersFor: readonly string[] },
): Answering | null {
  if (actor.id === authorId) return null;
  const members = office?.members.map((member) => member.userId) ?? [];
  const asked = [...(userId ? [userId] : []), ...members];
  if (asked.includes(actor.id)) return { forId: null };
  const away = asked.find((id) => answersFor.includes(id));
  return away === undefined ? null : { forId: away };
}
