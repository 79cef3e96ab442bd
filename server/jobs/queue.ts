import PgBoss from 'pg-boss';
import type { Store } from '../db';
import { env } from '../env';

/** The queues and what a job of each says; a migration makes them. */
export type Jobs = { export: { job: string }; 'export-tidy': Record<string, never> };

/**
 * A queue on our store. Its tables are made by our migrations, by whoever may make the others: with
 * `migrate: false` it only looks whether they are those of its version. Rejects nothing by itself:
 * what it can't do in the background it says as an error, and tries again.
 */
export function makeQueue(options: { maintainEvery?: number } = {}): PgBoss {
  const { maintainEvery = 10 } = options;
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    application_name: 'scenesetter-queue',
    schema: 'pgboss',
    migrate: false,
    max: 2,
    maintenanceIntervalSeconds: maintainEvery,
  });
  boss.on('error', (error) => console.error(`The queue: ${error.message}`));
  return boss;
}

// It is never started: what it sends goes by the caller's connection.
let sender: PgBoss | undefined;

/** Puts a job into its queue in the caller's transaction: it is there once that is committed. */
export async function enqueue<Name extends keyof Jobs>(
  tx: Store,
  name: Name,
  data: Jobs[Name],
): Promise<void> {
  sender ??= makeQueue();
  const executeSql = async (text: string, values: unknown[]) => ({
    rows: await tx.$queryRawUnsafe<unknown[]>(text, ...values),
  });
  const id = await sender.send(name, data, { db: { executeSql } });
  if (id === null) throw new Error(`The store has no queue “${name}”.`);
}
