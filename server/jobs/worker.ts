import { db } from '../db';
import { tidyExports } from '../export-jobs';
import { doFrom } from '../whence';
import { workOnExport } from './export';
import { enqueue, type Jobs, makeQueue } from './queue';

/** A worker of the queue in this process. */
export type Worker = {
  /** Lets what is being made come to its end, at most `patience` ms, and takes nothing new. */
  stop: (patience?: number) => Promise<void>;
};

/** A pass takes no new memo after so long, in ms; then whoever waits longest has their turn. */
const passFor = 10_000;

/**
 * Takes jobs from the queue until it is stopped. One that was lost with its process, however that
 * ended, is taken up by the next worker that looks (`maintainEvery`, in seconds) once its time is up.
 */
export async function startWorker(options: { maintainEvery?: number } = {}): Promise<Worker> {
  const boss = makeQueue(options);
  const stopping = new AbortController();
  await boss.start();
  await boss.work<Jobs['export']>('export', { pollingIntervalSeconds: 1 }, async (jobs) => {
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(passFor)]);
    for (const { data } of jobs) {
      const isOver = await doFrom('background', () => workOnExport(data.job, signal));
      // Before this job is ended: a kill between the two leaves a pass too many, which finds nothing.
      if (!isOver) await enqueue(db(), 'export', data);
    }
  });
  await boss.work('export-tidy', { pollingIntervalSeconds: 60 }, () => tidyExports());
  await boss.schedule('export-tidy', '*/10 * * * *');
  return {
    stop: async (patience = 3000) => {
      stopping.abort();
      await boss.stop({ timeout: patience });
    },
  };
}

// A development server loads modules anew at each change; one worker must serve them all.
const kept = globalThis as { scenesetterWorker?: Promise<Worker> };

const longestWait = 30_000;

/** Starts the worker of a web server, once; it waits for a store that does not answer yet. */
export function startWorkerOnce(): void {
  if (kept.scenesetterWorker) return;
  const worker = startPatiently(500);
  kept.scenesetterWorker = worker;
  const stop = () => void worker.then((each) => each.stop()).catch(() => undefined);
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

async function startPatiently(wait: number): Promise<Worker> {
  try {
    return await startWorker();
  } catch (error) {
    console.error(`The queue did not start: ${error instanceof Error ? error.message : error}`);
    await new Promise((resolve) => setTimeout(resolve, wait).unref());
    return startPatiently(Math.min(longestWait, wait * 2));
  }
}
