/**
 * What a web server starts beside answering: the worker that makes what people asked for in the
 * background, and the clock by which the audit is sealed.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startWorkerOnce } = await import('@/server/jobs/worker');
  const { startSealing } = await import('@/server/audit-log/sealing');
  startWorkerOnce();
  startSealing();
}
