import { AppError } from '@/domain/errors';
import { attachScan, scanLimits } from '@/server/clearance/issuing';
import { respond } from '@/server/page';

/** Attaches the request's bytes as a scan of the signed paper; `?name=` is the file's name. */
export async function POST(
  request: Request,
  context: RouteContext<'/api/clearances/[id]/scans'>,
): Promise<Response> {
  return respond(request, async (actor) => {
    if (Number(request.headers.get('content-length') ?? 0) > scanLimits.bytes)
      throw new AppError('invalid', 'This file is larger than 20 MB. Scan it at 300 dpi or fewer.');
    const bytes = new Uint8Array(await request.arrayBuffer());
    const name = new URL(request.url).searchParams.get('name') || 'scan';
    await attachScan(actor, (await context.params).id, { name, bytes });
    return Response.json({ ok: true });
  });
}
