import { watchClearances } from '../clearance/telling';
import { sendDue } from './mail';

/** How often it is looked for mail that is to go out, and what time alone brings about, in ms. */
const mailEvery = 5000;
const watchEvery = 60_000;
/** A mail server that is away is left in peace for so long, in ms. */
const restAfterFault = 60_000;

// Next's dev server loads modules anew at each change; one clock is enough.
const kept = globalThis as { scenesetterPost?: NodeJS.Timeout[] };

/** Sends mail and watches deadlines from now on, as long as the process lives; tries again after a fault. */
export function startPost(): void {
  if (kept.scenesetterPost) return;
  let restUntil = 0;
  let busy = false;
  const post = async () => {
    if (busy || Date.now() < restUntil) return;
    busy = true;
    try {
      await sendDue();
    } catch (fault) {
      restUntil = Date.now() + restAfterFault;
      console.error(`Mail did not go out: ${(fault as Error).message}`);
    } finally {
      busy = false;
    }
  };
  const watch = () =>
    watchClearances().catch((fault: Error) =>
      console.error(`Deadlines were not looked at: ${fault.message}`),
    );
  kept.scenesetterPost = [
    setInterval(() => void post(), mailEvery).unref(),
    setInterval(() => void watch(), watchEvery).unref(),
  ];
}
