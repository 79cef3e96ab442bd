import { db } from '../db';
import { type Notice, noticeOf } from './notice';

/** The channel on which instances tell each other what was committed and who is present. */
export const channel = 'scenesetter_live';

type Queue = { notices: string[]; sending: boolean };

// A build has this module once for each route that uses it; there must be one queue for all.
const kept = globalThis as { scenesetterNotices?: Queue };

/**
 * Tells the other instances, as soon as the store takes it; what comes meanwhile goes together in
 * the next statement. PostgreSQL lets one transaction after the other through that notifies, each
 * until it is on the disk: at each key of many writers that was a queue of seconds. So a notice
 * goes apart from the commit that it tells of, after it, and does not wait for the disk. One that
 * gets lost with the store or this process is made up for: versions are compared.
 */
export function notify(notice: Notice): void {
  kept.scenesetterNotices ??= { notices: [], sending: false };
  const queue = kept.scenesetterNotices;
  queue.notices.push(noticeOf(notice));
  if (!queue.sending) void send(queue);
}

async function send(queue: Queue): Promise<void> {
  queue.sending = true;
  while (queue.notices.length > 0) {
    const notices = queue.notices.splice(0);
    await db().$queryRaw`
      SELECT set_config('synchronous_commit', 'off', true), count(pg_notify(${channel}, notice))::int
        FROM unnest(${notices}::text[]) AS notice`.catch(() => undefined);
  }
  queue.sending = false;
}
