import { migrate } from '@/cli/migrate';
import { connect } from '@/cli/postgres-cluster';
import { step } from '@/cli/progress';
import { makeSecrets } from '@/cli/secrets';
import { buildNewsroom, fetchText, type Newsroom } from './live/newsroom';
import { fillLog, timeOpening } from './live/opening';
import { measureScreen } from './live/screen';
import { openLastingPostgres } from './live/store';
import { typeTogether } from './live/typing';
import { buildSite, openSite, type Site } from './page/site';

/**
 * Writing together, in production on two instances and one PostgreSQL, all on this machine with
 * the writers themselves. Milliseconds from a writer's key to another writer's text (`p50`, `p99`)
 * with 20 writers on one memo and with 50 memos of three writers each; the former once more, to the
 * screen of a real Chromium (`screen`) that draws on the same cores; milliseconds to open a memo of
 * 10,000 edits; and the bytes that an edit takes in the store, log, audit and indexes together.
 */
export type Figures = Record<string, number>;

const seconds = 20;

/** Runs the loads one after the other; every writer's text is compared with the stored one. */
export async function bench(): Promise<Figures> {
  const secrets = makeSecrets();
  const postgres = await openLastingPostgres(secrets);
  const sites: Site[] = [];
  try {
    await migrate(postgres.url);
    const size = { memos: 63, people: 20 };
    const newsroom = await buildNewsroom(postgres.url, secrets, size);
    await buildSite(postgres.url, secrets);
    for (let n = 0; n < 2; n += 1) sites.push(await openSite(postgres.url, secrets));
    return await measure(sites, newsroom, postgres.adminUrl);
  } finally {
    for (const site of sites) await site.stop();
    await postgres.stop();
  }
}

async function measure(sites: Site[], newsroom: Newsroom, adminUrl: string): Promise<Figures> {
  const origins = sites.map((site) => site.origin);
  const [one = '', shown = '', long = '', ...memos] = newsroom.memos;
  const many = memos.splice(0, 50);
  // Until each instance has all its connections to the store, and the store has met each question.
  await step('Warming up', () =>
    typeTogether(origins, newsroom, memos, { writers: 6, pause: 600, seconds: 8 }),
  );
  const before = await storedBytes(adminUrl);
  const load = { writers: 20, pause: 400, seconds };
  const twenty = await step('Twenty writers on one memo', () =>
    typeTogether(origins, newsroom, [one], load),
  );
  const bytes = ((await storedBytes(adminUrl)) - before) / twenty.keys;
  // Apart: a browser draws on the same cores, and takes more of them than all the rest.
  const screen = measureScreen(origins[0] ?? '', shown, newsroom.cookies[0] ?? '');
  const watched = await step('The same before a screen', async () => {
    await screen.open();
    return typeTogether(origins, newsroom, [shown], load);
  });
  const seen = await screen.close(watched.keyed);
  const fifty = await step('Three writers on each of 50 memos', () =>
    typeTogether(origins, newsroom, many, { writers: 3, pause: 2000, seconds }),
  );
  await step('A memo of 10,000 edits', () => fillLog(origins, long, newsroom));
  const opening = await timeOpening(origins[1] ?? '', long, newsroom.cookies[0] ?? '');
  const edits = (await fetchText(origins[0] ?? '', long, newsroom.cookies[0] ?? '')).version;
  return {
    one_memo_writers: 20,
    one_memo_keys_a_second: twenty.keysASecond,
    one_memo_p50_ms: twenty.p50,
    one_memo_p99_ms: twenty.p99,
    one_memo_screen_p50_ms: seen.p50,
    one_memo_screen_p99_ms: seen.p99,
    fifty_memos_writers: 150,
    fifty_memos_keys_a_second: fifty.keysASecond,
    fifty_memos_p50_ms: fifty.p50,
    fifty_memos_p99_ms: fifty.p99,
    opening_edits: edits,
    opening_ms: opening,
    bytes_an_edit: Math.round(bytes),
    lost: twenty.lost + watched.lost + fifty.lost,
    n: twenty.n + watched.n + fifty.n,
  };
}

async function storedBytes(adminUrl: string): Promise<number> {
  const address = new URL(adminUrl);
  address.pathname = '/scenesetter';
  const client = await connect(address.href);
  try {
    const { rows } = await client.query<{ bytes: string }>(
      `SELECT pg_total_relation_size('memo_batch') + pg_total_relation_size('audit_entry') AS bytes`,
    );
    return Number(rows[0]?.bytes);
  } finally {
    await client.end();
  }
}
