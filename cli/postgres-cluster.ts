import { spawn } from 'node:child_process';
import { chmod, chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { Refusal } from './place';
import type { Household } from './postgres-owner';
import type { Secrets } from './secrets';

/** The address of the store's database at a port of this machine, for its owner or superuser. */
export function storeUrl(
  port: number,
  secrets: Secrets,
  user: 'scenesetter' | 'postgres' = 'scenesetter',
) {
  const password = user === 'postgres' ? secrets.POSTGRES_PASSWORD : secrets.STORE_PASSWORD;
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${user}?sslmode=disable`;
}

/** One connection to a database; the caller ends it. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection that breaks fails its query; unheard, the same error would end the process.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Makes an empty cluster. It takes its place only when it is whole. */
export async function makeCluster(household: Household, secrets: Secrets): Promise<void> {
  const { cluster, owner, programs } = household;
  const draft = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, secrets.POSTGRES_PASSWORD, { mode: 0o600 });
  if (owner) for (const file of [draft, passwordFile]) await chown(file, owner.uid, owner.gid);
  const args = [
    `--pgdata=${draft}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // PostgreSQL's own collation: the same order on every system, whatever is installed.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  try {
    if (process.platform !== 'win32') {
      for (const name of ['initdb', 'postgres', 'pg_ctl']) {
        await chmod(path.join(programs, name), 0o755).catch(() => undefined);
      }
    }
    await run(path.join(programs, 'initdb'), args, household);
    await rename(draft, cluster);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function run(program: string, args: string[], { owner, cluster }: Household) {
  const cwd = path.parse(cluster).root;
  const child = spawn(program, args, { ...owner, cwd, windowsHide: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const code = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', resolve);
  });
  if (code !== 0) throw new Refusal(`The database could not be made (initdb: ${code}).\n${output}`);
}

/** Makes the store's role and database where they are missing. */
export async function makeStore(port: number, secrets: Secrets): Promise<void> {
  const client = await connect(storeUrl(port, secrets, 'postgres')).catch((error: Error) => {
    throw new Refusal(
      `The database does not accept the password in secrets.json: ${error.message}`,
    );
  });
  try {
    const role = await client.query(`SELECT 1 FROM pg_roles WHERE rolname = 'scenesetter'`);
    if (role.rowCount === 0) {
      const password = client.escapeLiteral(secrets.STORE_PASSWORD);
      await client.query(`CREATE ROLE scenesetter LOGIN PASSWORD ${password}`);
    }
    const store = await client.query(`SELECT 1 FROM pg_database WHERE datname = 'scenesetter'`);
    if (store.rowCount === 0) await client.query('CREATE DATABASE scenesetter OWNER scenesetter');
  } finally {
    await client.end();
  }
}
