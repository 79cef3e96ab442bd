/** What a web server starts beside answering: the worker that makes what people asked for in the background. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startWorkerOnce } = await import('@/server/jobs/worker');
  startWorkerOnce();
}
