import { openBell } from '@/server/notifications/stream';
import { respond } from '@/server/page';

/** How many things one has not read, now and whenever it changes, as server-sent events. */
export async function GET(request: Request): Promise<Response> {
  return respond(
    request,
    async (actor) =>
      new Response(await openBell(actor), {
        headers: {
          'Content-Type': 'text/event-stream',
          'Cache-Control': 'no-store',
          'X-Accel-Buffering': 'no',
        },
      }),
  );
}
