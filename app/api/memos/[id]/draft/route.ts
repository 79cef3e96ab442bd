import { getMemo } from '@/server/memos';
import { respond } from '@/server/page';

/** What the editor opens: the document at its version, with the evidence it rests on. */
export async function GET(
  _request: Request,
  context: RouteContext<'/api/memos/[id]/draft'>,
): Promise<Response> {
  return respond(async (actor) => {
    const { version, document, evidence } = await getMemo(actor, (await context.params).id);
    return Response.json(
      { version, document, evidence },
      { headers: { 'Cache-Control': 'no-store' } },
    );
  });
}
