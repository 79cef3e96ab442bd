import { countUnread } from '@/server/notifications/list';
import { respond } from '@/server/page';

/** How many things one has not read. */
export async function GET(request: Request): Promise<Response> {
  return respond(request, async (actor) =>
    Response.json(
      { unread: await countUnread(actor) },
      { headers: { 'Cache-Control': 'no-store' } },
    ),
  );
}
