import { listComments } from '@/server/comments/list';
import { respond } from '@/server/page';

/** A memo's threads as they stand in its text at a version, for the editor. */
export async function GET(
  request: Request,
  context: RouteContext<'/api/memos/[id]/comments'>,
): Promise<Response> {
  return respond(request, async (actor) => {
    const body = await listComments(actor, (await context.params).id);
    return Response.json(body, { headers: { 'Cache-Control': 'no-store' } });
  });
}
