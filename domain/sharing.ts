import { z } from 'zod';
import { audiences, keeps, type Level, levels, type MemoSubject, namedLevel } from './access';
import { can } from './policy';
import type { Actor, Role } from './user';

const ofMemo = { memo: z.uuid(), revision: z.coerce.number().int().min(0) };

/** Names somebody on a memo, or gives somebody named another level. */
export const shareSchema = z.object({
  ...ofMemo,
  user: z.uuid('Choose somebody.'),
  level: z.enum(levels, 'Choose what they may do.'),
});

/** Takes somebody's name off a memo. */
export const unshareSchema = z.object({ ...ofMemo, user: z.uuid() });

/** Opens a memo to its team, or only to the people named. */
export const audienceSchema = z.object({ ...ofMemo, audience: z.enum(audiences) });

export type Share = z.output<typeof shareSchema>;
export type Unshare = z.output<typeof unshareSchema>;
export type NewAudience = z.output<typeof audienceSchema>;

/** How far the actor really goes in a memo, by role and name together; null where they don't see it. */
export function effectiveLevel(actor: Actor, memo: MemoSubject): Level | null {
  return levels.findLast((level) => can(actor, `memo.${level}`, memo)) ?? null;
}

/** Why somebody sees a memo, in words; empty where they don't. */
export function reasonsFor(actor: Actor, memo: MemoSubject): string[] {
  const { audience, authorId, officers, asked, grants } = memo.access;
  if (effectiveLevel(actor, memo) === null) return [];
  const isOfTeam = actor.teamIds.includes(memo.teamId);
  const reasons: [boolean, string][] = [
    [isOfTeam && authorId === actor.id, 'author'],
    [isOfTeam && officers.includes(actor.id), 'action officer'],
    [
      isOfTeam && (audience === 'team' || actor.role === 'administrator'),
      `${actor.role} of the team`,
    ],
    [isOfTeam && asked.includes(actor.id), 'asked in clearance'],
    [grants.some(({ userId }) => userId === actor.id), 'named'],
  ];
  return reasons.filter(([holds]) => holds).map(([, words]) => words);
}

/** What a level comes to for somebody whose role does less; null where the role does as much. */
export function cutByRole(level: Level, role: Role): string | null {
  if (level === 'edit' && role === 'reviewer')
    return 'As a reviewer they suggest: nobody goes further than their role by being named.';
  if ((level === 'edit' || level === 'suggest') && role === 'reader')
    return 'As a reader they read and comment: nobody goes further than their role by being named.';
  return null;
}

/** Those who see the memo now and would not once it is open only to the people named. */
export function shutOut<T extends Actor>(people: readonly T[], memo: MemoSubject): T[] {
  return people.filter(
    (each) =>
      effectiveLevel(each, memo) !== null && !keeps(each, memo) && namedLevel(each, memo) === null,
  );
}
