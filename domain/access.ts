import type { Actor } from './user';

/** How far somebody named on a memo may go, each level with those before it. */
export const levels = ['read', 'comment', 'suggest', 'edit'] as const;
export type Level = (typeof levels)[number];

/** A level as people read it. */
export const levelNames: Record<Level, string> = {
  read: 'Read',
  comment: 'Comment',
  suggest: 'Suggest',
  edit: 'Edit',
};

/** Whom a memo is open to: its team, each by their role, or only the people named. */
export const audiences = ['team', 'named'] as const;
export type Audience = (typeof audiences)[number];

/** What a memo says of who may do what with it: ids are of accounts. */
export type MemoAccess = {
  audience: Audience;
  authorId: string;
  /** The action officers of its rounds of clearance that were not withdrawn. */
  officers: readonly string[];
  /** Who is asked in the open round, who answers for them today, and who decides. */
  asked: readonly string[];
  grants: readonly { userId: string; level: Level }[];
};

/** A memo as the policy is asked about it. */
export type MemoSubject = { teamId: string; access: MemoAccess };

/** Whether the actor is of the memo's team. */
export function isOfTeam(actor: Actor, { teamId }: MemoSubject): boolean {
  return actor.teamIds.includes(teamId);
}

/**
 * Whether the actor keeps the memo, so that nobody can shut them out of it while they are of its
 * team: its author, its action officer and the team's administrators.
 */
export function keeps(actor: Actor, memo: MemoSubject): boolean {
  const { authorId, officers } = memo.access;
  const isTheirs = authorId === actor.id || officers.includes(actor.id);
  return isOfTeam(actor, memo) && (isTheirs || actor.role === 'administrator');
}

/**
 * How far the actor may go because they were named, or because they are asked in the open round, which
 * lets one of the team read and comment; null where neither holds.
 */
export function namedLevel(actor: Actor, memo: MemoSubject): Level | null {
  const { asked, grants } = memo.access;
  const granted = grants.find(({ userId }) => userId === actor.id)?.level ?? null;
  const isAsked = isOfTeam(actor, memo) && asked.includes(actor.id);
  return isAsked && !reaches(granted, 'comment') ? 'comment' : granted;
}

/** How far the memo lets the actor go, whatever their role; null where it is shut to them. */
export function levelOf(actor: Actor, memo: MemoSubject): Level | null {
  const isOpen = memo.access.audience === 'team' && isOfTeam(actor, memo);
  return isOpen || keeps(actor, memo) ? 'edit' : namedLevel(actor, memo);
}

/** Whether a level goes as far as another. */
export function reaches(level: Level | null, wanted: Level): boolean {
  return level !== null && levels.indexOf(level) >= levels.indexOf(wanted);
}
