import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { readFile, rename, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './pid';
import { makePrivateFolder, Refusal, readIfThere, writePrivate } from './place';
import { freePort, isFree } from './ports';
import { connect, makeCluster, makeStore, storeUrl } from './postgres-cluster';
import { findHousehold, type Household } from './postgres-owner';
import { findPostmaster, readPostmaster, stopPostmaster } from './postmaster';
import type { Secrets } from './secrets';

/** A running embedded PostgreSQL with the store's database in it. */
export interface Postgres {
  pid: number;
  /** What the application connects with: it owns its database and is no superuser. */
  url: string;
  /** The superuser's address, to the database `postgres`. */
  adminUrl: string;
  /** Ends it in order; its files stay. */
  stop(): Promise<void>;
}

/**
 * Opens the PostgreSQL kept below `folder`, and makes it there the first time. One left running
 * by a start that was killed is taken over. `lasting: false` skips the waits for the disk.
 */
export async function openPostgres(
  folder: string,
  secrets: Secrets,
  lasting = true,
): Promise<Postgres> {
  await makePrivateFolder(folder);
  const household = await findHousehold(folder);
  if (!existsSync(path.join(household.cluster, 'PG_VERSION'))) {
    await makeCluster(household, secrets);
  }
  const running = await takeOver(household, secrets);
  const { pid, port } = running ?? (await launchPatiently(folder, household, lasting));
  await makeStore(port, secrets);
  return {
    pid,
    url: storeUrl(port, secrets),
    adminUrl: adminUrl(port, secrets),
    stop: () => stopPostmaster(pid, household),
  };
}

function adminUrl(port: number, secrets: Secrets): string {
  return storeUrl(port, secrets, 'postgres');
}

/** A PostgreSQL that already serves our cluster, once it answers to our password; or null. */
async function takeOver(household: Household, secrets: Secrets) {
  const found = await findPostmaster(household.cluster);
  if (found === null) return null;
  for (let tries = 0; tries < 50 && isAlive(found.pid); tries += 1) {
    try {
      const client = await connect(adminUrl(found.port, secrets));
      await client.end();
      return found;
    } catch {
      await sleep(100);
    }
  }
  // It is ours, by its files, but does not answer: it was on its way down, or is stuck.
  await stopPostmaster(found.pid, household);
  return null;
}

async function launchPatiently(folder: string, household: Household, lasting: boolean) {
  // After a kill -9 the last of its children may hold the shared memory for a moment.
  for (let tries = 1; ; tries += 1) {
    try {
      return await launch(folder, household, lasting);
    } catch (error) {
      if (tries === 3) throw error;
      await sleep(500 * tries);
    }
  }
}

async function launch(folder: string, household: Household, lasting: boolean) {
  const port = await rememberedPort(folder);
  const log = path.join(folder, 'postgres.log');
  if (((await stat(log).catch(() => null))?.size ?? 0) > 5_000_000) await rename(log, `${log}.old`);
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    `shared_buffers=${cacheSize()}MB`,
    ...(lasting ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ].flatMap((setting) => ['-c', setting]);
  const output = openSync(log, 'a', 0o600);
  const child = spawn(
    path.join(household.programs, 'postgres'),
    ['-D', household.cluster, '-p', String(port), ...settings],
    {
      ...household.owner,
      // In a group of its own: Ctrl-C must reach the web server first, and this by our hand.
      detached: process.platform !== 'win32',
      windowsHide: true,
      stdio: ['ignore', output, output],
      cwd: path.parse(household.cluster).root,
    },
  );
  closeSync(output);
  child.unref();
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error('exit')));
  });
  failed.catch(() => undefined);
  const pid = child.pid ?? 0;
  try {
    await Promise.race([failed, whenReady(household.cluster, pid)]);
  } catch {
    const lines = (await readFile(log, 'utf8')).trimEnd().split('\n').slice(-8).join('\n');
    throw new Refusal(`PostgreSQL did not start. The end of ${log}:\n${lines}`);
  }
  return { pid, port };
}

async function whenReady(cluster: string, pid: number): Promise<void> {
  // Recovery after a crash can take long, and says so in the log; it is not cut short.
  for (let tries = 0; tries < 6000; tries += 1) {
    const postmaster = await readPostmaster(cluster);
    if (postmaster?.pid === pid && postmaster.ready) return;
    await sleep(20);
  }
  throw new Error('PostgreSQL was not ready after two minutes.');
}

/** A quarter of the memory, as PostgreSQL's manual advises, and a gigabyte at most; in MB. */
function cacheSize(): number {
  return Math.max(128, Math.min(1024, Math.floor(os.totalmem() / 2 ** 22)));
}

async function rememberedPort(folder: string): Promise<number> {
  const file = path.join(folder, 'postgres.port');
  const kept = Number(await readIfThere(file));
  if (kept > 0 && (await isFree(kept))) return kept;
  const port = await freePort();
  await writePrivate(file, `${port}\n`);
  return port;
}
