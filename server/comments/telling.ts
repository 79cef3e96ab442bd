import type { EntryKind } from '@/domain/comment/comment';
import type { Notice, NotificationKind } from '@/domain/notification';
import type { Actor } from '@/domain/user';
import type { Store } from '../db';
import { notify } from '../notifications/notify';

type Opened = { thread: { id: string }; memo: { id: string; authorId: string } };

/** Tells whoever is mentioned in a new thread, and the memo's author, that it is there. */
export async function tellOpened(
  tx: Store,
  actor: Actor,
  { thread, memo }: Opened,
  mentioned: readonly string[],
): Promise<void> {
  const tell = noticesOf(actor, { thread, memo });
  await notify(tx, [
    ...tell('comment.mentioned', mentioned),
    ...tell('comment.opened', without([memo.authorId], mentioned)),
  ]);
}

type Entered = Opened & {
  thread: { authorId: string; entries: { authorId: string }[] };
  kind: EntryKind;
};

const kinds: Record<EntryKind, NotificationKind> = {
  said: 'comment.answered',
  resolved: 'comment.resolved',
  reopened: 'comment.reopened',
  graded: 'comment.answered',
};

/** Tells whoever is mentioned in a new entry, and all others who took part in the thread. */
export async function tellEntered(
  tx: Store,
  actor: Actor,
  { thread, memo, kind }: Entered,
  mentioned: readonly string[],
): Promise<void> {
  const tell = noticesOf(actor, { thread, memo });
  const party = [thread.authorId, ...thread.entries.map(({ authorId }) => authorId)];
  await notify(tx, [
    ...tell('comment.mentioned', mentioned),
    ...tell(kinds[kind], without(party, mentioned)),
  ]);
}

function noticesOf(actor: Actor, { thread, memo }: Opened) {
  const base = { byId: actor.id, memoId: memo.id, place: `comments#thread-${thread.id}` };
  return (kind: NotificationKind, people: readonly string[]): Notice[] =>
    people.map((userId) => ({ ...base, kind, userId }));
}

function without(people: readonly string[], told: readonly string[]): string[] {
  return people.filter((id) => !told.includes(id));
}
