import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openPostgres, type Postgres } from './postgres';
import { makeSecrets } from './secrets';

/** An empty PostgreSQL in a folder of its own under the system's; `stop` removes all of it. */
export async function openTemporaryPostgres(): Promise<Postgres> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'scenesetter-'));
  const postgres = await openPostgres(folder, makeSecrets(), false);
  const stop = async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...postgres, stop };
}
