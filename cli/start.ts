import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { build } from './build';
import { type Database, hasAdministrator, openDatabase } from './database';
import { type Held, isHeld } from './lock';
import { isAlive } from './pid';
import { Refusal, root, storeFolder } from './place';
import { step } from './progress';
import { keepSecrets } from './secrets';
import { claimPatiently } from './store';
import { choosePort, serve, type Web, whenHealthy } from './web';

// `npm start` and `npm run dev`: everything from nothing to a page that answers, and back.

const usage = `npm start -- [--empty] [--data FOLDER]

--empty        start without the demo newsroom; you are given a link to set up an administrator
--data FOLDER  keep the database and secrets there instead of in .data (or set SCENESETTER_DATA)

Environment: PORT, DATABASE_URL (a PostgreSQL 15 or newer to use instead of the embedded one),
NEXTAUTH_URL (the address people use, behind a proxy). All may be set in a file .env.`;

interface Choices {
  mode: 'start' | 'dev';
  empty: boolean;
}

/** What is open, in the order it was opened; `close` ends it the other way round, once. */
class Opened {
  held: Held | null = null;
  database: Database | null = null;
  web: Web | null = null;
  readonly stopping = new AbortController();
  private closing: Promise<void> | null = null;

  close(): Promise<void> {
    this.closing ??= this.closeAll();
    return this.closing;
  }

  private async closeAll(): Promise<void> {
    this.stopping.abort();
    await this.web?.stop();
    await this.database?.postgres?.stop();
    await this.held?.release();
  }
}

function readChoices(): Choices | null {
  const { values } = parseArgs({
    options: {
      empty: { type: 'boolean', default: false },
      dev: { type: 'boolean', default: false },
      data: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.data) process.env.SCENESETTER_DATA = values.data;
  if (values.help) return null;
  return { mode: values.dev ? 'dev' : 'start', empty: values.empty };
}

async function start(choices: Choices, opened: Opened): Promise<number> {
  const folder = storeFolder();
  const held = await claimPatiently(folder, 'starting');
  if (!isHeld(held)) {
    console.log(`Scenesetter is already running (process ${held.pid}): ${held.address}`);
    return 0;
  }
  opened.held = held;
  opened.database = await openDatabase(folder, choices.empty);
  opened.stopping.signal.throwIfAborted();
  const port = await choosePort();
  const address = `http://localhost:${port}`;
  const env = await webEnvironment(folder, opened.database.url, address, choices.mode);
  if (choices.mode === 'start') await build(env, opened.stopping.signal);
  const web = serve(choices.mode, port, env);
  opened.web = web;
  opened.stopping.signal.throwIfAborted();
  if (!(await step('Starting the web server', () => whenHealthy(port, web)))) {
    opened.stopping.signal.throwIfAborted();
    throw new Refusal('The web server did not come up.');
  }
  Object.assign(held.status, { doing: 'running', address, databaseUrl: opened.database.url });
  await greet(folder, opened.database, env.NEXTAUTH_URL ?? address);
  return await watch(opened, web);
}

async function webEnvironment(
  folder: string,
  databaseUrl: string,
  address: string,
  mode: 'start' | 'dev',
): Promise<NodeJS.ProcessEnv> {
  const { NEXTAUTH_SECRET, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY } = await keepSecrets(folder);
  return {
    NEXTAUTH_SECRET,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
    NEXTAUTH_URL: address,
    NEXT_TELEMETRY_DISABLED: '1',
    ...process.env,
    NODE_ENV: mode === 'dev' ? 'development' : 'production',
    DATABASE_URL: databaseUrl,
  };
}

async function greet(folder: string, database: Database, address: string): Promise<void> {
  const signIn = path.relative(root, path.join(folder, 'sign-in.txt'));
  const lines = [`\nScenesetter is running: ${address}`];
  if (database.accounts) {
    lines.push(`\nSign in with one of these (kept in ${signIn}):\n\n${database.accounts}`);
  } else if (!(await hasAdministrator(database.url))) {
    process.env.DATABASE_URL = database.url;
    const { openSetup } = await import('@/server/invitations');
    lines.push(`Set up the administrator: ${address}/setup/${await openSetup()}`);
  } else if (database.postgres) {
    lines.push(`The accounts of the first start are in ${signIn}.`);
  }
  console.log([...lines, 'Ctrl-C stops it.'].join('\n'));
}

/** Resolves when something that should go on running has ended by itself. */
async function watch(opened: Opened, web: Web): Promise<number> {
  const postgres = opened.database?.postgres;
  const databaseGone = new Promise<string>((resolve) => {
    if (!postgres) return;
    const timer = setInterval(() => {
      if (isAlive(postgres.pid)) return;
      clearInterval(timer);
      resolve('PostgreSQL has ended unexpectedly; its log is postgres.log beside the data.');
    }, 500);
    timer.unref();
  });
  const webGone = web.exited.then((code) => `The web server has ended unexpectedly (${code}).`);
  const message = await Promise.race([databaseGone, webGone]);
  if (opened.stopping.signal.aborted) return 0;
  console.error(message);
  return 1;
}

function onEnd(end: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  // npm runs us through a shell, which on many systems keeps SIGTERM to itself and leaves us.
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event) return;
  setInterval(() => process.ppid !== parent && end(), 500).unref();
}

async function main(): Promise<number> {
  const choices = readChoices();
  if (choices === null) {
    console.log(usage);
    return 0;
  }
  const opened = new Opened();
  onEnd(() => {
    // Repeats are ignored: npm passes on a Ctrl-C that the terminal has sent us already.
    if (!opened.stopping.signal.aborted) process.stderr.write('\nStopping …\n');
    void opened.close();
  });
  try {
    return await start(choices, opened);
  } catch (error) {
    if (opened.stopping.signal.aborted) return 0;
    console.error(error instanceof Refusal ? error.message : error);
    return 1;
  } finally {
    await opened.close();
  }
}

process.exit(await main());
