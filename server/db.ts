import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from '@/prisma/client/client';
import { env } from './env';

/** The store, or a transaction on it: what reads and writes take. */
export type Store = PrismaClient | Prisma.TransactionClient;

// Next's dev server loads modules anew at each change; one pool must serve them all.
const kept = globalThis as { scenesetterDb?: PrismaClient };

/** A new connection costs both sides more than many queries: one is kept for so long, in ms. */
const idleFor = 600_000;

/** The one client of this process, made at first use. */
export function db(): PrismaClient {
  kept.scenesetterDb ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_URL,
      idleTimeoutMillis: idleFor,
      keepAlive: true,
    }),
  });
  return kept.scenesetterDb;
}

/** Runs the five verbs of a change in one transaction: all of it is kept, or none. */
export function change<T>(work: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  return db().$transaction(work, { timeout: 20_000, maxWait: 10_000 });
}
