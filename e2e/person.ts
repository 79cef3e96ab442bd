import { createHash, randomBytes } from 'node:crypto';
import type { BrowserContext } from '@playwright/test';
import { encode } from 'next-auth/jwt';
import { v7 } from 'uuid';
import { claim, isHeld } from '@/cli/lock';
import { connect } from '@/cli/postgres-cluster';
import { keepSecrets } from '@/cli/secrets';

/** Where the running application keeps its things, and its store. */
export async function runningStore(): Promise<{ folder: string; databaseUrl: string }> {
  const folder = process.env.E2E_DATA ?? '.data';
  const running = await claim(folder, 'command');
  if (isHeld(running) || !running.databaseUrl) throw new Error('Nothing runs on this folder.');
  return { folder, databaseUrl: running.databaseUrl };
}

/** Asks the running application's store. */
export async function ask(query: string, values: unknown[]): Promise<void> {
  const client = await connect((await runningStore()).databaseUrl);
  try {
    await client.query(query, values);
  } finally {
    await client.end();
  }
}

/** A team of its own, with nothing in it; returns its id. */
export async function makeTeam(name: string): Promise<string> {
  const id = v7();
  await ask('INSERT INTO team (id, name) VALUES ($1, $2)', [id, `${name} ${id}`]);
  return id;
}

/**
 * A new editor of the demonstration team, or of another, signed in with this browser: for what would get in the
 * way of the other tests if it happened to one of the accounts they share. Returns the user's id.
 */
export async function signInNewEditor(
  context: BrowserContext,
  name: string,
  team: string | null = null,
): Promise<string> {
  const { folder } = await runningStore();
  const { NEXTAUTH_SECRET } = await keepSecrets(folder);
  const [id, sid] = [v7(), randomBytes(32).toString('base64url')];
  await ask(`INSERT INTO "user" (id, email, name, role) VALUES ($1, $2, $3, 'editor')`, [
    id,
    `${id}@example.org`,
    name,
  ]);
  await ask(
    `INSERT INTO membership (user_id, team_id)
     SELECT $1, coalesce($2::uuid, (SELECT team_id FROM article LIMIT 1))`,
    [id, team],
  );
  await ask(
    `INSERT INTO session (id, token_hash, user_id, expires_at)
     VALUES ($1, $2, $3, now() + interval '1 hour')`,
    [v7(), createHash('sha256').update(sid).digest('hex'), id],
  );
  const value = await encode({ token: { sid }, secret: NEXTAUTH_SECRET });
  const cookie = { name: 'next-auth.session-token', value, domain: 'localhost', path: '/' };
  await context.addCookies([{ ...cookie, httpOnly: true }]);
  return id;
}
