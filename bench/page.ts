import { migrate } from '@/cli/migrate';
import { connect } from '@/cli/postgres-cluster';
import { step } from '@/cli/progress';
import { makeSecrets } from '@/cli/secrets';
import { openTemporaryPostgres } from '@/cli/temporary';
import { median } from './median';
import { buildDesk, copyMemo, type Desk, pickMemos } from './page/desk';
import { type Asked, closeConnections, timeFirstByte } from './page/first-byte';
import { countQueries, logStatements } from './page/queries';
import { type Scripts, weighScripts } from './page/scripts';
import { buildSite, openSite, type Site } from './page/site';

const n = 50;
const warmups = 10;
const few = 1_000;
const many = 20_000;

/**
 * What a memo's page takes, in production on a PostgreSQL of its own: milliseconds to the first
 * byte (medians over `n` memos, one request at a time) with 1,000 and with 20,000 memos stored;
 * compressed JavaScript in kB (1,000 bytes) to read a memo and, in all, to edit one; the SQL
 * statements that one page sends; and JavaScript and statements of the workbench.
 */
export type Figures = {
  ttfb_1k_ms: number;
  ttfb_20k_ms: number;
  ratio: number;
  reading_js_kb: number;
  editing_js_kb: number;
  sql_statements: number;
  checking_js_kb: number;
  checking_sql_statements: number;
  n: number;
};

/** What is open, to be closed the other way round, however the benchmark ends. */
class Opened {
  private readonly steps: (() => Promise<void>)[] = [];

  add<T extends { stop(): Promise<void> }>(opened: T): T {
    this.steps.push(() => opened.stop());
    return opened;
  }

  async close(): Promise<void> {
    closeConnections();
    for (let step = this.steps.pop(); step; step = this.steps.pop()) await step();
  }
}

/** Measures on two stores that differ in their number of memos alone, turn by turn. */
export async function bench(): Promise<Figures> {
  const opened = new Opened();
  const stop = () => void opened.close().finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  try {
    return await measure(opened);
  } finally {
    await opened.close();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
  }
}

async function measure(opened: Opened): Promise<Figures> {
  const secrets = makeSecrets();
  const postgres = opened.add(await openTemporaryPostgres());
  await migrate(postgres.url);
  const desk = await buildDesk(postgres.url, secrets);
  const large = await step('Storing the memos', () => fill(postgres, desk));
  await buildSite(postgres.url, secrets);
  const sites = [
    opened.add(await openSite(postgres.url, secrets)),
    opened.add(await openSite(large, secrets)),
  ];
  const [short = 0, long = 0] = await step('Timing the pages', () => timeAll(sites, desk));
  const scripts = await weighScripts(sites[0] as Site, desk);
  await logStatements(postgres.adminUrl);
  const logged = opened.add(await openSite(large, secrets));
  const [first, second] = await pickMemos(logged.databaseUrl, 2);
  if (!first || !second) throw new Error('There are no memos.');
  const count = (asked: Asked[]) => countStatements(postgres.adminUrl, logged, desk, asked);
  return {
    ...figuresOf(short, long, scripts),
    sql_statements: await count([first, second]),
    checking_sql_statements: await count([desk.workbench, desk.workbench]),
    n,
  };
}

function figuresOf(short: number, long: number, { reading, editing, checking }: Scripts) {
  return {
    ttfb_1k_ms: Number(short.toFixed(1)),
    ttfb_20k_ms: Number(long.toFixed(1)),
    ratio: Number((long / short).toFixed(2)),
    reading_js_kb: Number((reading / 1000).toFixed(1)),
    editing_js_kb: Number((editing / 1000).toFixed(1)),
    checking_js_kb: Number((checking / 1000).toFixed(1)),
  };
}

/** Fills the store, and makes a copy of it that is filled further; returns the copy's address. */
async function fill(postgres: { url: string; adminUrl: string }, desk: Desk): Promise<string> {
  await copyMemo(postgres.url, desk.memo, 2, few);
  const admin = await connect(postgres.adminUrl);
  await admin.query('CREATE DATABASE scenesetter_large TEMPLATE scenesetter OWNER scenesetter');
  await admin.end();
  const large = new URL(postgres.url);
  large.pathname = '/scenesetter_large';
  await copyMemo(large.href, desk.memo, few + 1, many);
  return large.href;
}

/** The median of each site. By turns, so that whatever else the machine does strikes both. */
async function timeAll(sites: Site[], desk: Desk): Promise<number[]> {
  const memos = await Promise.all(sites.map((site) => pickMemos(site.databaseUrl, n + warmups)));
  const times: number[][] = sites.map(() => []);
  for (let round = 0; round < n + warmups; round++)
    for (const [at, site] of sites.entries()) {
      const memo = memos[at]?.[round];
      if (!memo) throw new Error('There are fewer memos than requests.');
      const time = await timeFirstByte(site, desk, memo);
      if (round >= warmups) times[at]?.push(time);
    }
  return times.map((each) => median(each, 3));
}

/** The statements of the last page, once the ones before it have warmed the server up. */
async function countStatements(
  adminUrl: string,
  site: Site,
  desk: Desk,
  asked: Asked[],
): Promise<number> {
  for (const page of asked.slice(0, -1)) await timeFirstByte(site, desk, page);
  return countQueries(adminUrl, async () => {
    for (const page of asked.slice(-1)) await timeFirstByte(site, desk, page);
  });
}
