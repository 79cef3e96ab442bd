/**
 * What a web server starts beside answering: the worker that makes what people asked for in the
 * background, and the clocks by which the audit is sealed, mail goes out and deadlines are watched.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startWorkerOnce } = await import('@/server/jobs/worker');
  const { startSealing } = await import('@/server/audit-log/sealing');
  const { startPost } = await import('@/server/notifications/clock');
  startWorkerOnce();
  startSealing();
  startPost();
}
