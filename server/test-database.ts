import process from 'node:process';
import pg from 'pg';
import { inject } from 'vitest';

// Loaded before each file of server tests: gives its worker a database of its own, and names it
// in DATABASE_URL before anything reads that.

const templateUrl = new URL(inject('templateUrl'));
const template = templateUrl.pathname.slice(1);
const name = `${template}_${process.env.VITEST_POOL_ID ?? '0'}`;

function urlOf(base: URL | string, database: string): string {
  const url = new URL(base);
  url.pathname = `/${database}`;
  return url.href;
}

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // A text with several statements gives several results; none of ours asks for those rows.
    const result = await client.query<T>(sql);
    return Array.isArray(result) ? [] : result.rows;
  } finally {
    await client.end();
  }
}

const adminUrl = inject('adminUrl');
const there = await ask(adminUrl, `SELECT 1 FROM pg_database WHERE datname = '${name}'`);
if (there.length === 0) {
  const owner = decodeURIComponent(templateUrl.username);
  await ask(adminUrl, `CREATE DATABASE "${name}" TEMPLATE "${template}" OWNER "${owner}"`);
}
process.env.DATABASE_URL = urlOf(templateUrl, name);

/** Empties every table, the audit included: what `beforeEach` calls where tests share tables. */
export async function resetDatabase(): Promise<void> {
  const url = urlOf(adminUrl, name);
  const tables = await ask<{ tablename: string }>(
    url,
    `SELECT tablename FROM pg_tables
      WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  );
  const list = tables.map(({ tablename }) => `"${tablename}"`).join(', ');
  // The audit's triggers refuse TRUNCATE; as a replica, a superuser's session fires none.
  await ask(url, `SET session_replication_role = replica; TRUNCATE ${list} CASCADE`);
}
