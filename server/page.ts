import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { AppError, type ErrorCode } from '@/domain/errors';
import { isOwnChange, notOurs } from '@/domain/origin';
import { env } from './env';
import { type CurrentActor, currentActor, webWhence } from './session';
import { doFrom } from './whence';

/** The signed-in person, for a page; anybody else is sent to sign in, and led on from there. */
export async function requireActor(): Promise<CurrentActor> {
  const actor = await currentActor();
  if (!actor) {
    const asked = (await headers()).get('x-asked-for') ?? '/';
    redirect(asked === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(asked)}`);
  }
  return actor;
}

/** Reads for a page: what is not there, or not for the actor, is Next's "not found". */
export async function read<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (fault) {
    if (fault instanceof AppError && fault.code === 'not-found') notFound();
    throw fault;
  }
}

const statusOf: Record<ErrorCode, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
};

/**
 * Answers a request for a signed-in person; refusals are JSON `{ message }` with their status. A
 * change that another site sent is turned away here as well as in `proxy.ts`, which does not see
 * the addresses that are asked at each key.
 */
export async function respond(
  request: Request,
  work: (actor: CurrentActor) => Promise<Response>,
): Promise<Response> {
  try {
    if (!isOwnChange(request, env().NEXTAUTH_URL)) throw new AppError('forbidden', notOurs);
    const actor = await currentActor();
    if (!actor) throw new AppError('unauthenticated', 'Your session has ended. Sign in again.');
    return await doFrom(await webWhence(), () => work(actor));
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault;
    return Response.json({ message: fault.message }, { status: statusOf[fault.code] });
  }
}
