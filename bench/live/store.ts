import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openPostgres, type Postgres } from '@/cli/postgres';
import type { Secrets } from '@/cli/secrets';

/** A PostgreSQL as it is in use, which waits for the disk; `stop` removes all of it. */
export type LastingPostgres = Postgres & {
  /** Ends it at once, as a power cut does, and starts it again from what the disk has. */
  crash(): Promise<void>;
};

/** An empty one in a folder of its own under the system's. */
export async function openLastingPostgres(secrets: Secrets): Promise<LastingPostgres> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'scenesetter-'));
  let running = await openPostgres(folder, secrets);
  return {
    ...running,
    async crash() {
      // PostgreSQL's own "immediate" shutdown: no checkpoint, and recovery at the next start.
      process.kill(running.pid, 'SIGQUIT');
      running = await openPostgres(folder, secrets);
    },
    async stop() {
      await running.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
