import { AppError } from '@/domain/errors';
import { db } from './db';

/** A burst of ten tries, then one every twelve seconds. */
const burst = 10;
const perSecond = 1 / 12;

/**
 * Takes one try from the bucket of each key, in one atomic statement each, so that it holds over
 * all instances of the server. Refused with the time to wait where a bucket is empty.
 */
export async function takeTry(keys: string[]): Promise<void> {
  for (const key of keys) {
    const rows = await db().$queryRaw<{ tokens: number }[]>`
      INSERT INTO throttle AS t (key, tokens, updated_at) VALUES (${key}, ${burst - 1}, now())
      ON CONFLICT (key) DO UPDATE SET
        tokens = GREATEST(LEAST(${burst}::float8,
          t.tokens + ${perSecond}::float8 * EXTRACT(EPOCH FROM now() - t.updated_at)) - 1, -1),
        updated_at = now()
      RETURNING tokens`;
    const tokens = rows[0]?.tokens ?? 0;
    if (tokens < 0)
      throw new AppError('forbidden', 'Too many tries. Wait a quarter of a minute and try again.');
  }
}

/** Fills an account's bucket again, after a sign-in that went well; an address's never is. */
export async function forgiveTries(key: string): Promise<void> {
  await db().throttle.deleteMany({ where: { key } });
}
