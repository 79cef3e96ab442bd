import { setTimeout as sleep } from 'node:timers/promises';
import { migrate } from '@/cli/migrate';
import { step } from '@/cli/progress';
import { makeSecrets, type Secrets } from '@/cli/secrets';
import { Ledger } from './live/ledger';
import { buildNewsroom, fetchText, type Newsroom } from './live/newsroom';
import { type LastingPostgres, openLastingPostgres } from './live/store';
import { Writer } from './live/writer';
import { buildSite, openSite, type Site } from './page/site';

/**
 * Twenty writers on one memo for four minutes, over two instances of which one is killed every
 * few seconds (-9), with lines that drop, streams that end, and one immediate stop of PostgreSQL
 * in the middle. Counts the words that were typed, those that are neither in the memo nor handed
 * to their writer nor taken out by one who saw them (`lost`), those that stand in it twice
 * (`doubled`), and the texts that differ from the stored one in the end.
 */
export type Figures = Record<string, number>;

const people = 20;
const minutes = 4;
/** How long an instance is up between two kills, in ms (mean). */
const killEvery = 3000;

/** Runs it once. The order of events is the machine's; what must come of it is not. */
export async function bench(): Promise<Figures> {
  const secrets = makeSecrets();
  const postgres = await openLastingPostgres(secrets);
  const sites: Site[] = [];
  try {
    await migrate(postgres.url);
    const newsroom = await buildNewsroom(postgres.url, secrets, { memos: 1, people });
    await buildSite(postgres.url, secrets);
    for (let n = 0; n < 2; n += 1) sites.push(await openSite(postgres.url, secrets));
    return await step('Twenty writers, and everything else against them', () =>
      run(sites, postgres, secrets, newsroom),
    );
  } finally {
    for (const site of sites) await site.stop();
    await postgres.stop();
  }
}

async function run(
  sites: Site[],
  postgres: LastingPostgres,
  secrets: Secrets,
  { memos, cookies }: Newsroom,
): Promise<Figures> {
  const origins = sites.map((site) => site.origin);
  const [memo = ''] = memos;
  const start = await fetchText(origins[0] ?? '', memo, cookies[0] ?? '');
  const ledger = new Ledger();
  const writers = cookies.map(
    (cookie, n) => new Writer(n % 2 ? origins : origins.toReversed(), memo, cookie, start),
  );
  for (const writer of writers) writer.sync.listen();
  const until = Date.now() + minutes * 60_000;
  const counts = { kills: 0, spells: 0, drops: 0, stops: 0 };
  await Promise.all([
    ...writers.map((writer, n) => ledger.writeUntil(writer, n, until)),
    ...writers.map((writer) => disturbUntil(writer, until, counts)),
    ...sites.map((_, at) =>
      killUntil(sites, at, { databaseUrl: postgres.url, secrets, until, counts }),
    ),
    stopStore(postgres, until - (minutes * 60_000) / 2, counts),
  ]);
  for (const writer of writers) writer.line.down = false;
  await settle(writers);
  const { version, document } = await fetchText(origins[0] ?? '', memo, cookies[0] ?? '');
  const differing = writers.filter((writer) => !writer.state.doc.eq(document)).length;
  for (const writer of writers) writer.sync.stop();
  return { ...counts, ...ledger.count(document, writers), versions: version, differing };
}

type Killing = {
  databaseUrl: string;
  secrets: Secrets;
  until: number;
  counts: { kills: number };
};

/** Ends an instance again and again, and starts it anew at its own port. */
async function killUntil(sites: Site[], at: number, killing: Killing): Promise<void> {
  const { databaseUrl, secrets, until, counts } = killing;
  await sleep((at * killEvery) / 2);
  while (Date.now() < until) {
    await sleep(killEvery * (0.5 + Math.random()));
    const site = sites[at];
    if (!site) return;
    await site.crash();
    counts.kills += 1;
    sites[at] = await openSite(databaseUrl, secrets, Number(new URL(site.origin).port));
  }
}

async function stopStore(
  postgres: LastingPostgres,
  at: number,
  counts: { stops: number },
): Promise<void> {
  await sleep(at - Date.now());
  await postgres.crash();
  counts.stops += 1;
}

/** Now and then the line goes for some seconds, or only the stream ends. */
async function disturbUntil(
  writer: Writer,
  until: number,
  counts: { spells: number; drops: number },
): Promise<void> {
  while (Date.now() < until) {
    await sleep(4000 + Math.random() * 20_000);
    if (Math.random() < 0.5) {
      counts.spells += 1;
      writer.line.down = true;
      await sleep(500 + Math.random() * 3000);
      writer.line.down = false;
    } else {
      counts.drops += 1;
      writer.sync.deafen();
      await sleep(Math.random() * 1000);
      writer.sync.listen();
    }
  }
}

async function settle(writers: Writer[]): Promise<void> {
  const until = Date.now() + 60_000;
  for (const writer of writers) void writer.sync.flush();
  const isSettled = () =>
    writers.every(({ sync }) => sync.pending() === 0 && sync.version === writers[0]?.sync.version);
  // Twice, for what was put back may still come in.
  for (let calm = 0; calm < 20; calm = isSettled() ? calm + 1 : 0) {
    if (Date.now() > until) {
      for (const { sync, status } of writers)
        process.stderr.write(`${sync.version} ${sync.pending()} ${JSON.stringify(status)}\n`);
      throw new Error('The writers did not come to one text.');
    }
    await sleep(100);
  }
}
