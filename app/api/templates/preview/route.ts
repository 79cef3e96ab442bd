import { AppError } from '@/domain/errors';
import { definitionSchema } from '@/domain/template/change';
import { respond } from '@/server/page';
import { previewPdf } from '@/server/template-preview';

/** An unsaved template, sent as JSON, tried on an article: the pages that would be printed. */
export async function POST(request: Request): Promise<Response> {
  return respond(request, async (actor) => {
    const template = definitionSchema.safeParse(await request.text());
    if (!template.success)
      throw new AppError('invalid', template.error.issues[0]?.message ?? 'This is no template.');
    const pdf = await previewPdf(actor, template.data);
    return new Response(pdf.slice(), {
      headers: { 'Content-Type': 'application/pdf', 'Cache-Control': 'no-store' },
    });
  });
}
