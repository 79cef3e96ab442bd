import { build } from '@/cli/build';
import { freePort } from '@/cli/ports';
import type { Secrets } from '@/cli/secrets';
import { serve, whenHealthy } from '@/cli/web';

/** The application as it runs in production, on a database. */
export type Site = {
  origin: string;
  databaseUrl: string;
  stop(): Promise<void>;
  /** Ends it as a crash does. */
  crash(): Promise<void>;
};

/** Builds the application, if its sources have changed since the last build. */
export async function buildSite(databaseUrl: string, secrets: Secrets): Promise<void> {
  await build(environment(databaseUrl, secrets, 'http://localhost'), new AbortController().signal);
}

/** Serves the build at a (free) port of this machine. Throws where it doesn't come up. */
export async function openSite(databaseUrl: string, secrets: Secrets, at?: number): Promise<Site> {
  const port = at ?? (await freePort());
  const origin = `http://localhost:${port}`;
  const web = serve('start', port, environment(databaseUrl, secrets, origin));
  if (!(await whenHealthy(port, web))) {
    await web.stop();
    throw new Error('The web server did not come up.');
  }
  return { origin, databaseUrl, stop: () => web.stop(), crash: () => web.crash() };
}

function environment(databaseUrl: string, secrets: Secrets, origin: string): NodeJS.ProcessEnv {
  const { NEXTAUTH_SECRET, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY } = secrets;
  return {
    ...process.env,
    NEXTAUTH_SECRET,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
    NEXTAUTH_URL: origin,
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
  };
}
