import { versionSchema } from '@/domain/memo';
import { getDraft, getTextAt } from '@/server/memos';
import { respond } from '@/server/page';

/**
 * What the editor opens: the document at its version, with the evidence it rests on, its issues
 * and what was kept for its writer; or, with `?at=VERSION`, the document alone as it was then.
 */
export async function GET(
  request: Request,
  context: RouteContext<'/api/memos/[id]/draft'>,
): Promise<Response> {
  return respond(request, async (actor) => {
    const { id } = await context.params;
    const at = versionSchema.safeParse(new URL(request.url).searchParams.get('at') ?? undefined);
    const body = at.success ? await getTextAt(actor, id, at.data) : await getDraft(actor, id);
    return Response.json(body, { headers: { 'Cache-Control': 'no-store' } });
  });
}
