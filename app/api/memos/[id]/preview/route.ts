import { AppError } from '@/domain/errors';
import { respond } from '@/server/page';
import { previewMemo } from '@/server/preview';

/** A memo's text that is still being written, as its document's JSON: the pages it would be printed on. */
export async function POST(
  request: Request,
  context: RouteContext<'/api/memos/[id]/preview'>,
): Promise<Response> {
  return respond(request, async (actor) => {
    const document: unknown = await request.json().catch(() => {
      throw new AppError('invalid', 'This is not a memo’s document.');
    });
    const pdf = await previewMemo(actor, (await context.params).id, document);
    return new Response(pdf.slice(), {
      headers: { 'Content-Type': 'application/pdf', 'Cache-Control': 'no-store' },
    });
  });
}
