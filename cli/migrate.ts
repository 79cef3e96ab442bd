import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { Refusal, root } from './place';
import { connect } from './postgres-cluster';

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

interface Applied {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

// The table and the lock are Prisma's own, so that `prisma migrate deploy` agrees with us.
const lock = 72707369;
const table = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/**
 * Applies what is new in prisma/migrations, each in one transaction; two at once wait for each
 * other. Refused below PostgreSQL 15, and where the database's history is not this checkout's.
 */
export async function migrate(url: string): Promise<void> {
  const client = await connect(url).catch((error: Error) => {
    throw new Refusal(`The database can't be reached: ${error.message || String(error)}`);
  });
  try {
    await checkVersion(client);
    await client.query('SELECT pg_advisory_lock($1)', [lock]);
    await client.query(`SET client_min_messages = warning; ${table}`);
    for (const migration of await findNew(client)) await apply(client, migration);
  } finally {
    await client.end();
  }
}

async function checkVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string }>(
    `SELECT current_setting('server_version_num')::int AS number,
            current_setting('server_version') AS version`,
  );
  if (!rows[0] || rows[0].number >= 150_000) return;
  throw new Refusal(
    `Scenesetter needs PostgreSQL 15 or newer; the one at DATABASE_URL is ${rows[0].version}.`,
  );
}

async function findNew(client: pg.Client): Promise<Migration[]> {
  const written = await readMigrations();
  const { rows } = await client.query<Applied>(
    `SELECT migration_name, checksum, finished_at FROM "_prisma_migrations"
      WHERE rolled_back_at IS NULL`,
  );
  for (const row of rows) {
    const mine = written.find(({ name }) => name === row.migration_name);
    if (!mine) {
      throw new Refusal(
        `The database holds the migration ${row.migration_name}, which is not in this version ` +
          'of Scenesetter. Update Scenesetter, or use another database.',
      );
    }
    if (row.finished_at === null) {
      throw new Refusal(
        `The migration ${row.migration_name} was begun and not finished by another program.`,
      );
    }
    if (mine.checksum !== row.checksum) {
      throw new Refusal(
        `prisma/migrations/${row.migration_name} was changed after the database got it. ` +
          'Restore the file and write a new migration.',
      );
    }
  }
  const applied = new Set(rows.map((row) => row.migration_name));
  return written.filter(({ name }) => !applied.has(name));
}

async function readMigrations(): Promise<Migration[]> {
  const folder = path.join(root, 'prisma', 'migrations');
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations"
         (id, checksum, migration_name, logs, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, '', now(), now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(`The migration ${name} failed, and nothing of it was kept: ${reason}`);
  }
}
