import { AppError } from '@/domain/errors';
import { presenceSchema } from '@/domain/memo';
import { announce } from '@/server/live/stream';
import { respond } from '@/server/page';

/** Says where one is in the memo, to those who have it open. */
export async function POST(
  request: Request,
  context: RouteContext<'/api/memos/[id]/presence'>,
): Promise<Response> {
  return respond(request, async (actor) => {
    const input = presenceSchema.safeParse(await request.json().catch(() => null));
    if (!input.success) throw new AppError('invalid', 'This is no place in a memo.');
    await announce(actor, (await context.params).id, input.data);
    return new Response(null, { status: 204 });
  });
}
