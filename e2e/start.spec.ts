import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import pg from 'pg';
import { isAlive, waitForEnd } from '../cli/pid';
import { freePort } from '../cli/ports';
import { storeUrl } from '../cli/postgres-cluster';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

let folder: string;
let port: number;
const begun: ChildProcess[] = [];

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'scenesetter-start-'));
  port = await freePort();
});

test.afterAll(async () => {
  for (const child of begun) child.kill('SIGKILL');
  const pid = await postgresPid().catch(() => 0);
  if (pid > 0 && isAlive(pid)) process.kill(pid, 'SIGQUIT');
  if (pid > 0) await waitForEnd(pid, 10_000);
  await rm(folder, { recursive: true, force: true });
});

/** Starts as a user does; resolves once `said` matches what it prints, or it has ended. */
async function start(said = /is running: \S+/, mode = 'start') {
  const child = spawn(process.execPath, ['cli/bootstrap.mjs', mode, '--empty'], {
    env: { ...process.env, SCENESETTER_DATA: folder, PORT: String(port), DATABASE_URL: '' },
  });
  begun.push(child);
  let output = '';
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await new Promise<void>((resolve) => {
    const hear = (chunk: Buffer) => {
      output += chunk;
      if (said.test(output)) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void exited.then(() => resolve());
  });
  return { child, exited, output: () => output };
}

async function postgresPid(): Promise<number> {
  const text = await readFile(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8');
  return Number(text.split('\n')[0]);
}

async function ask(sql: string): Promise<unknown[]> {
  const secrets = JSON.parse(await readFile(path.join(folder, 'secrets.json'), 'utf8'));
  const database = Number(await readFile(path.join(folder, 'postgres.port'), 'utf8'));
  const client = new pg.Client({ connectionString: storeUrl(database, secrets) });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

const answers = () =>
  fetch(`http://127.0.0.1:${port}/api/health`).then(
    (answer) => answer.ok,
    () => false,
  );

test('an empty start gives a link to set up the administrator, and stops without a trace', async () => {
  const { child, exited, output } = await start(/\/setup\/\S+/);
  expect(output()).toMatch(/\/setup\/\S+/);
  expect(await answers()).toBe(true);
  await ask(`INSERT INTO team (id, name) VALUES (gen_random_uuid(), 'Kept')`);
  const postgres = await postgresPid();
  child.kill('SIGINT');
  expect(await exited).toBe(0);
  expect(isAlive(postgres)).toBe(false);
  expect(await answers()).toBe(false);
});

// It once hung at its first page with a style sheet: what it starts had inherited the tether.
test('the development server shows a page, and stops', async () => {
  const { child, exited } = await start(undefined, 'dev');
  const page = await fetch(`http://127.0.0.1:${port}/sign-in`, {
    signal: AbortSignal.timeout(60_000),
  });
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('Sign in');
  child.kill('SIGINT');
  expect(await exited).toBe(0);
});

test('what is kept beside the database is for its owner alone', async () => {
  test.skip(process.platform === 'win32', 'Windows has no modes');
  for (const name of await readdir(folder)) {
    const found = await stat(path.join(folder, name));
    expect([name, (found.mode & 0o777).toString(8)]).toEqual([
      name,
      found.isDirectory() ? '700' : '600',
    ]);
  }
});

test('a start after a kill -9 recovers with every row, and a second one leaves it alone', async () => {
  const killed = await start();
  const postgres = await postgresPid();
  killed.child.kill('SIGKILL');
  await killed.exited;
  process.kill(postgres, 'SIGKILL');
  // The web server notices by itself that its start is gone.
  await expect.poll(answers).toBe(false);

  const again = await start();
  expect(await ask('SELECT name FROM team')).toEqual([{ name: 'Kept' }]);
  const second = await start();
  expect(await second.exited).toBe(0);
  expect(second.output()).toContain(`already running (process ${again.child.pid})`);
  expect(second.output()).toContain(`http://localhost:${port}`);
  expect(await answers()).toBe(true);
  again.child.kill('SIGTERM');
  expect(await again.exited).toBe(0);
});

test('a database left running by a killed start is taken over', async () => {
  const killed = await start();
  const postgres = await postgresPid();
  killed.child.kill('SIGKILL');
  await killed.exited;
  await expect.poll(answers).toBe(false);
  const again = await start();
  expect(await postgresPid()).toBe(postgres);
  again.child.kill('SIGINT');
  expect(await again.exited).toBe(0);
  expect(isAlive(postgres)).toBe(false);
});
