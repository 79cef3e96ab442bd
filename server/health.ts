import { db } from './db';

/** Whether the store answers. */
export async function isStoreUp(): Promise<boolean> {
  try {
    await db().$queryRaw`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}
