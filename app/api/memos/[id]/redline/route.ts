import { AppError } from '@/domain/errors';
import { redlineSchema } from '@/domain/revision';
import { respond } from '@/server/page';
import { exportRedline } from '@/server/redlines';

/**
 * The redline of two versions of a memo as a file: `?from=&to=` their numbers, `&format=docx|pdf`,
 * `&paper=us-letter|a4`. Refused where it would show what was said off the record.
 */
export async function GET(
  request: Request,
  context: RouteContext<'/api/memos/[id]/redline'>,
): Promise<Response> {
  return respond(request, async (actor) => {
    const { id } = await context.params;
    const asked = redlineSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!asked.success)
      throw new AppError(
        'invalid',
        'Ask for two versions by their numbers, from and to, and for the format docx or pdf; paper is us-letter or a4.',
      );
    const { bytes, mediaType, name } = await exportRedline(actor, id, asked.data);
    return new Response(Buffer.from(bytes), {
      headers: {
        'Content-Type': mediaType,
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        'Cache-Control': 'no-store',
      },
    });
  });
}
