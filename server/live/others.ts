import pg from 'pg';
import { env } from '../env';
import { notifiedChannel } from '../notifications/notify';
import { type Notice, noticeOf, readNotice } from './notice';

/** The channel on which instances tell each other what was committed and who is present. */
const channel = 'scenesetter_live';

type Ears = {
  /** People (their ids, parted by spaces) were told something. */
  onNotified: (ids: string) => void;
  /** One of the other instances says something. */
  onNotice: (notice: Notice) => void;
  /** What was said until now may have been missed. */
  onConnected: () => Promise<void>;
};

type Others = {
  /** Set while the line stands. */
  client: pg.Client | null;
  listening: Promise<void> | null;
  notices: string[];
  sending: boolean;
};

// A build has this module once for each route that uses it; there must be one line for all.
const kept = globalThis as { scenesetterOthers?: Others };

function others(): Others {
  kept.scenesetterOthers ??= { client: null, listening: null, notices: [], sending: false };
  return kept.scenesetterOthers;
}

const shortestWait = 250;
const longestWait = 5000;
/** How many notices wait for the line at most. */
const waitingMost = 10_000;

/** Begins to hear the other instances, once for this process; resolves when it hears them. */
export function listen(ears: Ears): Promise<void> {
  const state = others();
  state.listening ??= connect(ears);
  return state.listening;
}

/**
 * Tells the other instances, at once or with the next statement: what comes while one is under way
 * goes together. PostgreSQL lets one transaction after the other through that notifies, each until
 * it is on the disk: at each key of many writers that made a queue of seconds. So a notice goes
 * apart from the commit that it tells of, after it, on a line of its own, and does not wait for the
 * disk. What gets lost while the line is down is made up for: versions are compared.
 */
export function notify(notice: Notice): void {
  const state = others();
  if (state.notices.length < waitingMost) state.notices.push(noticeOf(notice));
  if (!state.sending) void send(state);
}

async function send(state: Others): Promise<void> {
  state.sending = true;
  while (state.client && state.notices.length > 0)
    await state.client
      .query('SELECT pg_notify($1, notice) FROM unnest($2::text[]) AS notice', [
        channel,
        state.notices.splice(0),
      ])
      .catch(() => undefined);
  state.sending = false;
}

async function connect(ears: Ears, wait = shortestWait): Promise<void> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  const again = () => {
    others().client = null;
    others().notices = [];
    client.removeAllListeners();
    client.on('error', () => undefined);
    void client.end().catch(() => undefined);
    const timer = setTimeout(() => void connect(ears, Math.min(longestWait, wait * 2)), wait);
    timer.unref();
  };
  client.on('error', again);
  client.on('end', again);
  client.on('notification', ({ channel: name, payload }) => {
    if (name === notifiedChannel) return ears.onNotified(payload ?? '');
    const notice = readNotice(payload ?? '');
    if (notice) ears.onNotice(notice);
  });
  try {
    await client.connect();
    await client.query(
      `SET synchronous_commit = off; LISTEN ${channel}; LISTEN ${notifiedChannel}`,
    );
  } catch {
    again();
    return;
  }
  others().client = client;
  void send(others());
  await ears.onConnected().catch(() => undefined);
}
