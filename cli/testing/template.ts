import process from 'node:process';
import type { TestProject } from 'vitest/node';
import { migrate } from '@/cli/migrate';
import { connect } from '@/cli/postgres-cluster';
import { openTemporaryPostgres } from '@/cli/temporary';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A superuser's address: databases are made and emptied with it. */
    adminUrl: string;
    /** What the code under test connects with; the database in it is the template. */
    templateUrl: string;
  }
}

/**
 * Makes the migrated template that each worker's database is copied from: on a PostgreSQL of its
 * own, or on the one TEST_DATABASE_URL names (a superuser's address), which it leaves tidy.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const named = process.env.TEST_DATABASE_URL;
  const postgres = named ? null : await openTemporaryPostgres();
  const adminUrl = named ?? postgres?.adminUrl ?? '';
  const template = `scenesetter_template_${process.pid}`;
  const templateUrl = withDatabaseName(postgres?.url ?? adminUrl, template);
  const owner = decodeURIComponent(new URL(templateUrl).username);
  await run(adminUrl, `CREATE DATABASE "${template}" OWNER "${owner}"`);
  await migrate(templateUrl);
  project.provide('adminUrl', adminUrl);
  project.provide('templateUrl', templateUrl);
  return async () => {
    if (postgres) await postgres.stop();
    else await dropAll(adminUrl, template);
  };
}

async function dropAll(adminUrl: string, template: string): Promise<void> {
  const client = await connect(adminUrl);
  const query = 'SELECT datname FROM pg_database WHERE datname LIKE $1';
  const { rows } = await client.query<{ datname: string }>(query, [`${template}%`]);
  for (const { datname } of rows) await client.query(`DROP DATABASE "${datname}" WITH (FORCE)`);
  await client.end();
}

async function run(url: string, sql: string): Promise<void> {
  const client = await connect(url);
  await client.query(sql);
  await client.end();
}

function withDatabaseName(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
