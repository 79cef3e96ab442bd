import { AppError } from '@/domain/errors';
import { newSourceSchema } from '@/domain/memo';
import { respond } from '@/server/page';
import { addSource, getSources } from '@/server/sources';

const fresh = { headers: { 'Cache-Control': 'no-store' } };

/** What the memo may rest on at the moment. */
export async function GET(
  request: Request,
  context: RouteContext<'/api/memos/[id]/sources'>,
): Promise<Response> {
  return respond(request, async (actor) =>
    Response.json(await getSources(actor, (await context.params).id), fresh),
  );
}

/** Adds the article that carries a statement; answers with all that the memo may rest on then. */
export async function POST(
  request: Request,
  context: RouteContext<'/api/memos/[id]/sources'>,
): Promise<Response> {
  return respond(request, async (actor) => {
    const input = newSourceSchema.safeParse(await request.json().catch(() => null));
    if (!input.success) throw new AppError('invalid', 'Name the statement whose article to add.');
    const { id } = await context.params;
    return Response.json(await addSource(actor, id, input.data.assessment), fresh);
  });
}
