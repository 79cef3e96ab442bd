import { respond } from '@/server/page';
import { markRecoveredSeen } from '@/server/recovered';

/** Says that the writer has seen the words that were kept for him. */
export async function DELETE(
  request: Request,
  context: RouteContext<'/api/memos/[id]/recovered'>,
): Promise<Response> {
  return respond(request, async (actor) => {
    await markRecoveredSeen(actor, (await context.params).id);
    return new Response(null, { status: 204 });
  });
}
