import { AppError } from '@/domain/errors';
import { type Action, can, type MemoAction, policy, type SubjectOf } from '@/domain/policy';
import type { Actor } from '@/domain/user';

/** What answers for what is not there, and for what one may not know of. */
export function nothingHere(): AppError {
  return new AppError('not-found', 'There is nothing here under this address.');
}

/**
 * Lets the actor do this to the subject, or refuses: what one may not even read answers
 * "not found", so that an id tells nothing; the rest answers "forbidden".
 */
export function authorize<A extends Action>(
  actor: Actor | null,
  action: A,
  subject: SubjectOf<A>,
): asserts actor {
  if (!actor) throw new AppError('unauthenticated', 'Sign in first.');
  if (can(actor, action, subject)) return;
  if (action.endsWith('.read') || !can(actor, readingOf(action), subject)) throw nothingHere();
  if (isRolesMatter(actor, action)) {
    const sentence = `As ${article(actor.role)} you may not do this. Ask an editor or an administrator.`;
    throw new AppError('forbidden', sentence);
  }
  throw new AppError(
    'forbidden',
    'This memo is open to you, but not for this. Ask its author for more.',
  );
}

/** A memo is made of a team's articles: whoever reads those may know that others make memos of them. */
function readingOf(action: Action): Action {
  return action === 'memo.create' ? 'article.read' : (`${action.split('.')[0]}.read` as Action);
}

function isRolesMatter({ role }: Actor, action: Action): boolean {
  const roles: readonly string[] = policy[action].roles;
  return !roles.includes(role);
}

/** Whether a text has the form of an id (a UUID); the database refuses to compare any other. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** An id out of an address; what can't be one is not found, like what isn't there. */
export function idFrom(text: string): string {
  if (isId(text)) return text;
  throw nothingHere();
}

/** The same for what there may not be: a row that was not found answers like one of another team. */
export function authorizeFound<T extends { teamId: string }>(
  actor: Actor | null,
  action: Exclude<Action, MemoAction>,
  row: T | null,
): asserts row is T {
  authorize(actor, action, { teamId: row?.teamId ?? null });
}

function article(role: string): string {
  return /^[aeiou]/.test(role) ? `an ${role}` : `a ${role}`;
}
