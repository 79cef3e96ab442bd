import { AppError } from '@/domain/errors';
import { saveSchema, watchSchema } from '@/domain/memo';
import { openStream } from '@/server/live/stream';
import { listChanges, saveMemo } from '@/server/memos';
import { respond } from '@/server/page';

/** Whoever packs it, or waits for more to pack, would hold back what others write. */
const asItIs = { 'Cache-Control': 'no-store, no-transform' };

type Context = RouteContext<'/api/memos/[id]/live'>;

/**
 * What is committed after `?from=VERSION`: as server-sent events that go on, or, to one who asks
 * for JSON, what there is by now.
 */
export async function GET(request: Request, context: Context): Promise<Response> {
  return respond(request, async (actor) => {
    const memo = (await context.params).id;
    const input = watchSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!input.success) throw new AppError('invalid', 'Name a version to start from.');
    const { from } = input.data;
    if (!request.headers.get('Accept')?.includes('text/event-stream'))
      return Response.json(await listChanges(actor, memo, from), { headers: asItIs });
    return new Response(await openStream(actor, memo, input.data), {
      headers: {
        'Content-Type': 'text/event-stream',
        ...asItIs,
        'X-Accel-Buffering': 'no',
      },
    });
  });
}

/**
 * Commits a batch of steps. An address of its own rather than a server action: an editor left
 * open over a new build has to be able to save, and a closing tab sends it with `keepalive`.
 */
export async function POST(request: Request, context: Context): Promise<Response> {
  return respond(request, async (actor) => {
    const body: unknown = await request.json().catch(() => null);
    const memo = (await context.params).id;
    const input = saveSchema.safeParse({ ...(body as object), memo });
    if (!input.success)
      throw new AppError('invalid', 'This save is not of the form it should have.');
    return Response.json(await saveMemo(actor, input.data), { headers: asItIs });
  });
}
