import { AppError } from '@/domain/errors';
import { formatIds } from '@/domain/format';
import { exportSchema } from '@/domain/memo';
import { paperIds, standardIds } from '@/domain/sheet';
import { exportMemo } from '@/server/exports';
import { respond } from '@/server/page';

/**
 * The memo, or the list of its sources, as a file: `?format=` an id of `formats`, and of what has
 * pages `&paper=us-letter|a4`, and of a PDF `&standard=`, `&lines=1`, `&draft=1`, `&proof=1`.
 * Refused while a quote does not stand.
 */
export async function GET(
  request: Request,
  context: RouteContext<'/api/memos/[id]/export'>,
): Promise<Response> {
  return respond(request, async (actor) => {
    const { id } = await context.params;
    const asked = exportSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!asked.success)
      throw new AppError(
        'invalid',
        `Ask for one of the formats ${formatIds.join(', ')}; paper is ${paperIds.join(' or ')}, the standard of a PDF ${standardIds.join(', ')}, and lines, draft and proof are 0 or 1.`,
      );
    const { bytes, mediaType, name } = await exportMemo(actor, id, asked.data);
    return new Response(Buffer.from(bytes), {
      headers: {
        'Content-Type': mediaType,
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        'Cache-Control': 'no-store',
      },
    });
  });
}
