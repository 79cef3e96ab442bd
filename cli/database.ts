import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { migrate } from './migrate';
import { makePrivateFolder, writePrivate } from './place';
import { openPostgres, type Postgres } from './postgres';
import { connect } from './postgres-cluster';
import { step } from './progress';
import { keepSecrets } from './secrets';

/** A database that is migrated, and seeded where it was due. */
export interface Database {
  url: string;
  /** Null where DATABASE_URL names a server that is not ours to start or stop. */
  postgres: Postgres | null;
  /** What to tell a person about signing in, right after the first start; or null. */
  accounts: string | null;
}

/**
 * Opens the database: the one DATABASE_URL names, or else the embedded one, which gets the demo
 * newsroom at its first start unless `empty`. That choice is kept: a later start adds nothing.
 */
export async function openDatabase(folder: string, empty: boolean): Promise<Database> {
  await makePrivateFolder(folder);
  const named = process.env.DATABASE_URL;
  if (named) {
    await step('Bringing the database up to date', () => migrate(named));
    return { url: named, postgres: null, accounts: null };
  }
  const secrets = await keepSecrets(folder);
  const postgres = await step('Starting PostgreSQL', () => openPostgres(folder, secrets));
  try {
    await dropHalfSeeded(folder, postgres);
    await step('Bringing the database up to date', () => migrate(postgres.url));
    const accounts = await seedOnce(folder, postgres, empty);
    return { url: postgres.url, postgres, accounts };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** Whether somebody can administer this installation already. */
export async function hasAdministrator(url: string): Promise<boolean> {
  return holds(url, `SELECT 1 FROM "user" WHERE role = 'administrator' AND active LIMIT 1`);
}

async function holds(url: string, query: string): Promise<boolean> {
  const client = await connect(url);
  try {
    return (await client.query(query)).rowCount === 1;
  } finally {
    await client.end();
  }
}

// There while the seed is being planted; a start that finds it begins anew. Nobody can have
// signed in before it was gone, so that nothing of anyone's is lost.
const marker = (folder: string) => path.join(folder, 'seeding');

async function dropHalfSeeded(folder: string, postgres: Postgres): Promise<void> {
  if (!existsSync(marker(folder))) return;
  const client = await connect(postgres.adminUrl);
  try {
    await client.query('DROP DATABASE IF EXISTS scenesetter WITH (FORCE)');
    await client.query('CREATE DATABASE scenesetter OWNER scenesetter');
  } finally {
    await client.end();
  }
}

async function seedOnce(folder: string, postgres: Postgres, empty: boolean) {
  const chosen = path.join(folder, 'first-start');
  if ((await readFile(chosen, 'utf8').catch(() => '')) !== '') return null;
  let table: string | null = null;
  if (!empty && !(await holds(postgres.url, 'SELECT 1 FROM "user" LIMIT 1'))) {
    await writePrivate(marker(folder), 'Removed when the demo newsroom is in place.\n');
    table = await step('Setting up the demo newsroom', async () => {
      // Only here: the database client takes a while to load, and most starts don't need it.
      const { plantSeed } = await import('./seed');
      return plantSeed(postgres.url);
    });
    await writePrivate(path.join(folder, 'sign-in.txt'), table);
  }
  await writePrivate(chosen, empty ? 'empty\n' : 'seeded\n');
  await rm(marker(folder), { force: true });
  return table;
}
