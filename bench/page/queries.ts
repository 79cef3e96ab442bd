import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { connect } from '@/cli/postgres-cluster';

/** The statements that `work` sends to the database, counted in the server's own log. */
export async function countQueries(adminUrl: string, work: () => Promise<void>): Promise<number> {
  const client = await connect(adminUrl);
  try {
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    const log = path.join(path.dirname(rows[0]?.data_directory ?? ''), 'postgres.log');
    const before = (await readFile(log, 'utf8')).length;
    await work();
    const written = (await readFile(log, 'utf8')).slice(before);
    return [...written.matchAll(/LOG: {2}(?:execute [^:]+|statement): /g)].length;
  } finally {
    await client.end();
  }
}

/** Has every later connection of the application log each of its statements. */
export async function logStatements(adminUrl: string): Promise<void> {
  const client = await connect(adminUrl);
  await client.query(`ALTER ROLE scenesetter SET log_statement = 'all'`);
  await client.end();
}
