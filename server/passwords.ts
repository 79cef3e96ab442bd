import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's parameters for argon2id; about 13 ms a hash. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes a password with argon2id, in PHC form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, parameters);
}

let nobody: Promise<string> | undefined;

/**
 * Whether the password is the one that was hashed. Where there is no hash (no such account) it
 * takes the same time and answers false, so that nobody can tell which accounts exist.
 */
export async function isPassword(password: string, known: string | null): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(24).toString('base64url'));
  const right = await verify(known ?? (await nobody), password);
  return right && known !== null;
}

/** A new secret for a link or a session: 256 random bits, as 43 characters. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token: its SHA-256. A stolen store opens no session. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
