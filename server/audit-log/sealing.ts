import { sealAudit } from './seal';

/** How often what was recorded is sealed, in ms. */
const every = 60_000;

// Next's dev server loads modules anew at each change; one clock is enough.
const kept = globalThis as { scenesetterSealing?: NodeJS.Timeout };

/** Seals the audit every minute from now on, as long as the process lives; tries again after a fault. */
export function startSealing(): void {
  kept.scenesetterSealing ??= setInterval(() => {
    sealAudit().catch((fault: Error) =>
      console.error(`The audit was not sealed: ${fault.message}`),
    );
  }, every).unref();
}
