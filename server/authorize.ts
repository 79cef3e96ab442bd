import { AppError } from '@/domain/errors';
import { type Action, can, type Subject } from '@/domain/policy';
import type { Actor } from '@/domain/user';

const nothingHere = 'There is nothing here under this address.';

/**
 * Lets the actor do this to the subject, or refuses: what one may not even read answers
 * "not found", so that an id tells nothing; the rest answers "forbidden".
 */
export function authorize(actor: Actor | null, action: Action, subject: Subject): asserts actor {
  if (!actor) throw new AppError('unauthenticated', 'Sign in first.');
  if (can(actor, action, subject)) return;
  const read = `${action.split('.')[0]}.read` as Action;
  if (action.endsWith('.read') || !can(actor, read, subject))
    throw new AppError('not-found', nothingHere);
  throw new AppError(
    'forbidden',
    `As ${article(actor.role)} you may not do this. Ask an editor or an administrator.`,
  );
}

/** Whether a text has the form of an id (a UUID); the database refuses to compare any other. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** An id out of an address; what can't be one is not found, like what isn't there. */
export function idFrom(text: string): string {
  if (isId(text)) return text;
  throw new AppError('not-found', nothingHere);
}

/** The same for what there may not be: a row that was not found answers like one of another team. */
export function authorizeFound<T extends { teamId: string }>(
  actor: Actor | null,
  action: Action,
  row: T | null,
): asserts row is T {
  authorize(actor, action, { teamId: row?.teamId ?? null });
}

function article(role: string): string {
  return /^[aeiou]/.test(role) ? `an ${role}` : `a ${role}`;
}
