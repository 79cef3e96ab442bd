import { execFileSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { commandLine, isAlive, waitForEnd } from './pid';
import type { Household } from './postgres-owner';

/** What a cluster's own postmaster.pid says. */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

/** Reads a cluster's postmaster.pid; null where there is none. It may be a dead server's. */
export async function readPostmaster(cluster: string): Promise<Postmaster | null> {
  try {
    const lines = (await readFile(path.join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
    const ready = lines[7]?.trim() === 'ready';
    return { pid: Number(lines[0]), port: Number(lines[3]), ready };
  } catch {
    return null;
  }
}

/**
 * The PostgreSQL that serves this cluster now; null where none does. A postmaster.pid whose
 * number belongs to another program by now is removed: PostgreSQL would refuse to start over it.
 */
export async function findPostmaster(cluster: string): Promise<Postmaster | null> {
  const written = await readPostmaster(cluster);
  if (written === null || !isAlive(written.pid)) return null;
  if (isOurs(written.pid, cluster)) return written;
  await rm(path.join(cluster, 'postmaster.pid'), { force: true });
  return null;
}

function isOurs(pid: number, cluster: string): boolean {
  const line = commandLine(pid);
  return line === null || (line.includes('postgres') && line.includes(cluster));
}

/** Ends a cluster's PostgreSQL: a fast shutdown, and a crash stop if that takes 15 seconds. */
export async function stopPostmaster(pid: number, household: Household): Promise<void> {
  if (!isAlive(pid) || !isOurs(pid, household.cluster)) return;
  if (process.platform === 'win32') {
    const stop = ['stop', '-m', 'fast', '-w', '-D', household.cluster];
    execFileSync(path.join(household.programs, 'pg_ctl'), stop, { stdio: 'ignore' });
    return;
  }
  process.kill(pid, 'SIGINT');
  if (await waitForEnd(pid, 15_000)) return;
  process.kill(pid, 'SIGQUIT');
  if (await waitForEnd(pid, 5000)) return;
  process.kill(pid, 'SIGKILL');
  await waitForEnd(pid, 5000);
}
