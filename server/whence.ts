import { AsyncLocalStorage } from 'node:async_hooks';

// Beside the actor and not in him: what is recorded names its actor by id in some sixty places, and by
// which way a request came is the same for all that is done in it.
const kept = globalThis as { scenesetterWhence?: AsyncLocalStorage<string> };

function ways(): AsyncLocalStorage<string> {
  kept.scenesetterWhence ??= new AsyncLocalStorage();
  return kept.scenesetterWhence;
}

/** Does some work, all of whose entries in the audit say that it came by this way. */
export function doFrom<T>(whence: string, work: () => T): T {
  return ways().run(whence, work);
}

/** By which way what is done now came; null where nobody said it. */
export function whenceNow(): string | null {
  return ways().getStore() ?? null;
}
