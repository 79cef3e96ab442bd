import { tidySearch } from '@/domain/search/words';
import { respond } from '@/server/page';
import { findOtherStatements } from '@/server/sources';

/** Statements of the team's other articles that have the words of `?q=`. */
export async function GET(
  request: Request,
  context: RouteContext<'/api/memos/[id]/statements'>,
): Promise<Response> {
  return respond(request, async (actor) => {
    const q = tidySearch(new URL(request.url).searchParams.get('q') ?? '');
    return Response.json(await findOtherStatements(actor, (await context.params).id, q));
  });
}
