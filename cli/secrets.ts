import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { makePrivateFolder, readIfThere, writePrivate } from './place';

/** What is made by chance at the first start and kept: no two installations share any of it. */
export interface Secrets {
  NEXTAUTH_SECRET: string;
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: string;
  /** Passwords of the embedded PostgreSQL: its superuser's, and the application's own. */
  POSTGRES_PASSWORD: string;
  STORE_PASSWORD: string;
}

/** The secrets kept in a folder's `secrets.json` (mode 0600); what is missing is made. */
export async function keepSecrets(folder: string): Promise<Secrets> {
  await makePrivateFolder(folder);
  const file = path.join(folder, 'secrets.json');
  const text = await readIfThere(file);
  const kept = (text === '' ? {} : JSON.parse(text)) as Partial<Secrets>;
  const secrets = { ...makeSecrets(), ...kept };
  if (Object.keys(kept).length < Object.keys(secrets).length) {
    await writePrivate(file, `${JSON.stringify(secrets, null, 2)}\n`);
  }
  return secrets;
}

/** Fresh secrets, for a database that is thrown away. */
export function makeSecrets(): Secrets {
  return {
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    POSTGRES_PASSWORD: randomBytes(24).toString('hex'),
    STORE_PASSWORD: randomBytes(24).toString('hex'),
  };
}
