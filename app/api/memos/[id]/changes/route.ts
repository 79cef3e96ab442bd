import { AppError } from '@/domain/errors';
import { saveSchema } from '@/domain/memo';
import { listChanges, saveMemo } from '@/server/memos';
import { respond } from '@/server/page';

type Context = RouteContext<'/api/memos/[id]/changes'>;

/** What was committed after `?from=VERSION`. */
export async function GET(request: Request, context: Context): Promise<Response> {
  return respond(async (actor) => {
    const from = Number(new URL(request.url).searchParams.get('from'));
    if (!Number.isInteger(from) || from < 0)
      throw new AppError('invalid', 'Name a version to start from.');
    return Response.json(await listChanges(actor, (await context.params).id, from));
  });
}

/**
 * Commits a batch of steps. An address of its own rather than a server action: an editor left
 * open over a new build has to be able to save, and a closing tab sends it with `keepalive`.
 */
export async function POST(request: Request, context: Context): Promise<Response> {
  return respond(async (actor) => {
    const body: unknown = await request.json().catch(() => null);
    const memo = (await context.params).id;
    const input = saveSchema.safeParse({ ...(body as object), memo });
    if (!input.success)
      throw new AppError('invalid', 'This save is not of the form it should have.');
    return Response.json(await saveMemo(actor, input.data));
  });
}
