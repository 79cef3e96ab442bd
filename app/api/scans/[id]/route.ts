import { getScan } from '@/server/clearance/issuing';
import { respond } from '@/server/page';

/** A scan of a signed paper, as it was attached. It is downloaded, never shown as a page of ours. */
export async function GET(
  request: Request,
  context: RouteContext<'/api/scans/[id]'>,
): Promise<Response> {
  return respond(request, async (actor) => {
    const { name, mediaType, bytes } = await getScan(actor, (await context.params).id);
    return new Response(bytes, {
      headers: {
        'Content-Type': mediaType,
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      },
    });
  });
}
