import { getOriginal } from '@/server/details';
import { respond } from '@/server/page';

/** The bytes as received, to be saved and never shown: whatever they are, no browser runs them. */
export async function GET(
  request: Request,
  context: RouteContext<'/api/articles/[id]/original'>,
): Promise<Response> {
  return respond(request, async (actor) => {
    const { bytes, name, isText } = await getOriginal(actor, (await context.params).id);
    return new Response(Buffer.from(bytes), {
      headers: {
        'Content-Type': isText ? 'text/plain; charset=utf-8' : 'application/octet-stream',
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      },
    });
  });
}
