import { getDraft } from '@/server/memos';
import { respond } from '@/server/page';

/** What the editor opens: the document at its version, with the evidence it rests on and its issues. */
export async function GET(
  _request: Request,
  context: RouteContext<'/api/memos/[id]/draft'>,
): Promise<Response> {
  return respond(async (actor) => {
    const { version, document, evidence, issues } = await getDraft(
      actor,
      (await context.params).id,
    );
    return Response.json(
      { version, document, evidence, issues },
      { headers: { 'Cache-Control': 'no-store' } },
    );
  });
}
