import { auditFilterSchema, exportAudit } from '@/server/audit-log/list';
import { respond } from '@/server/page';

/** The audit as a CSV file, filtered as its page is. */
export async function GET(request: Request): Promise<Response> {
  return respond(request, async (actor) => {
    const asked = Object.fromEntries(new URL(request.url).searchParams);
    const text = await exportAudit(actor, auditFilterSchema.parse(asked));
    return new Response(text, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8; header=present',
        'Content-Disposition': 'attachment; filename="audit.csv"',
        'Cache-Control': 'no-store',
      },
    });
  });
}
