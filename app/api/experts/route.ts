import { AppError } from '@/domain/errors';
import { candidateSchema } from '@/domain/expert-change';
import { findCandidates } from '@/server/experts';
import { respond } from '@/server/page';

/** The experts of one's teams whom `?name=…&kind=…` may mean, each with the reason. */
export async function GET(request: Request): Promise<Response> {
  return respond(request, async (actor) => {
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const asked = candidateSchema.safeParse(query);
    if (!asked.success) throw new AppError('invalid', 'Write a name to look for.');
    return Response.json(await findCandidates(actor, asked.data));
  });
}
