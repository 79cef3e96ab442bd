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

/**
 * A new editor of the demonstration team, signed in with this browser: for what would get in the
 * way of the other tests if it happened to one of the accounts they share. Returns the user's id.
 */
export async function signInNewEditor(context: BrowserContext, name: string): Promise<string> {
  const { folder } = await runningStore();
  const { NEXTAUTH_SECRET } = await keepSecrets(folder);
  const [id, sid] = [v7(), randomBytes(32).toString('base64url')];
  await ask(`INSERT INTO "user" (id, email, name, role) VALUES ($1, $2, $3, 'editor')`, [
    id,
    `${id}@example.org`,
    name,
  ]);
  await ask(`INSERT INTO membership (user_id, team_id) SELECT $1, team_id FROM article LIMIT 1`, [
    id,
  ]);
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
