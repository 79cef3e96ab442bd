import { openBundle } from '@/server/export-bundle';
import { respond } from '@/server/page';

/** The bundle of a finished export of one's own, as a zip that is made while it is read. */
export async function GET(
  request: Request,
  context: RouteContext<'/api/exports/[id]'>,
): Promise<Response> {
  return respond(request, async (actor) => {
    const { name, stream } = await openBundle(actor, (await context.params).id);
    return new Response(stream, {
      headers: {
        'Content-Type': 'application/zip',
        'Content-Disposition': `attachment; filename="${name}"`,
        'Cache-Control': 'no-store',
      },
    });
  });
}
