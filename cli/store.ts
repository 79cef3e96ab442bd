import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from './database';
import { claim, type Held, isHeld, type Status } from './lock';
import { makePrivateFolder, storeFolder } from './place';
import { step } from './progress';

/**
 * Runs `fn` with DATABASE_URL set to the store: the server it names already, that of a start
 * that is running, or the embedded one, opened as a first start would and closed again after.
 * Load what reads the environment inside `fn`. Nothing is printed on standard output.
 */
export async function withDatabase<T>(fn: () => Promise<T>): Promise<T> {
  const folder = storeFolder();
  if (process.env.DATABASE_URL) {
    await openDatabase(folder, false);
    return fn();
  }
  const outcome = await claimPatiently(folder, 'command');
  if (!isHeld(outcome)) {
    process.env.DATABASE_URL = outcome.databaseUrl ?? '';
    return fn();
  }
  try {
    return await withEmbedded(folder, fn);
  } finally {
    await outcome.release();
  }
}

/** Takes a data folder, or tells of the start that runs on it; waits while neither is decided. */
export async function claimPatiently(
  folder: string,
  doing: Status['doing'],
): Promise<Held | Status> {
  await makePrivateFolder(folder);
  const settled = (outcome: Held | Status) => isHeld(outcome) || outcome.doing === 'running';
  const first = await claim(folder, doing);
  if (settled(first) || isHeld(first)) return first;
  const what = first.doing === 'command' ? 'another command' : 'another start';
  return step(`Waiting for ${what} (process ${first.pid})`, async () => {
    for (;;) {
      await sleep(200);
      const outcome = await claim(folder, doing);
      if (settled(outcome)) return outcome;
    }
  });
}

async function withEmbedded<T>(folder: string, fn: () => Promise<T>): Promise<T> {
  const { url, postgres, accounts } = await openDatabase(folder, false);
  // A command may be ended by Ctrl-C at any time; its database must not outlive it.
  const stop = () => {
    void postgres?.stop().finally(() => process.exit(130));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  if (accounts) process.stderr.write(`The demo newsroom is set up. Sign in with:\n\n${accounts}\n`);
  process.env.DATABASE_URL = url;
  try {
    return await fn();
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, stop);
    await postgres?.stop();
  }
}
