import { withDatabase } from '../store';

/** Runs `fn` with the store open, and lets go of it after. */
export async function withStore<T>(fn: () => Promise<T>): Promise<T> {
  return withDatabase(async () => {
    try {
      return await fn();
    } finally {
      const { db } = await import('@/server/db');
      await db().$disconnect();
    }
  });
}

/** A store that is opened when it is first needed, if ever, and then held until it is closed. */
export class StoreOnDemand {
  private opening: Promise<void> | null = null;
  private held: Promise<void> = Promise.resolve();
  private release = () => {};

  /** Resolves once the store is open. */
  open(): Promise<void> {
    this.opening ??= new Promise((resolve, reject) => {
      const released = new Promise<void>((done) => {
        this.release = done;
      });
      this.held = withStore(() => {
        resolve();
        return released;
      });
      this.held.catch(reject);
    });
    return this.opening;
  }

  /** Lets go of the store, where it was opened at all. */
  async close(): Promise<void> {
    this.release();
    await this.held.catch(() => undefined);
  }
}
