import { respond } from '@/server/page';
import { exportRegister } from '@/server/register';

/** The register of all memos that one may read, as a CSV file. */
export async function GET(request: Request): Promise<Response> {
  return respond(request, async (actor) => {
    const text = await exportRegister(actor);
    return new Response(text, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8; header=present',
        'Content-Disposition': 'attachment; filename="register.csv"',
        'Cache-Control': 'no-store',
      },
    });
  });
}
