import { z } from 'zod';

/** What somebody is told of: past tense or what is asked, noun first. */
export const notificationKinds = [
  'comment.mentioned',
  'comment.opened',
  'comment.answered',
  'comment.resolved',
  'comment.reopened',
  'clearance.asked',
  'clearance.lapsed',
  'clearance.overdue',
  'clearance.answered',
  'clearance.objected',
  'clearance.proposed',
  'clearance.issued',
  'decision.recorded',
  'delegation.made',
  'memo.shared',
] as const;

export type NotificationKind = (typeof notificationKinds)[number];

/**
 * One person to be told one thing. `byId` is who did it, null where time did; nobody is told of what
 * they did themselves. `place` leads there from the memo's address ("comments#thread-ID"), or is a whole path
 * where there is no memo. `once` is told a person once and not again.
 */
export type Notice = {
  userId: string;
  kind: NotificationKind;
  byId: string | null;
  memoId: string | null;
  place: string;
  once?: string;
};

/** A notice as its reader has it. */
export type Notification = {
  id: string;
  kind: NotificationKind;
  by: string | null;
  title: string | null;
  at: string;
  isRead: boolean;
};

/** Reads a kind as it is stored. */
export const kindSchema = z.enum(notificationKinds);

/** What happened, in a sentence; `memo` is how the memo is called there. It has none of its words. */
export function sentenceOf({
  kind,
  by,
  memo,
}: {
  kind: NotificationKind;
  by: string | null;
  memo: string;
}): string {
  const who = by ?? 'Somebody';
  const sentences: Record<NotificationKind, string> = {
    'comment.mentioned': `${who} mentions you in a comment on ${memo}.`,
    'comment.opened': `${who} comments on ${memo}.`,
    'comment.answered': `${who} answers a comment on ${memo}.`,
    'comment.resolved': `${who} dealt with a comment on ${memo}.`,
    'comment.reopened': `${who} opened a comment on ${memo} again.`,
    'clearance.asked': `You are asked about ${memo}${by ? `, by ${by}` : ''}.`,
    'clearance.lapsed': `A section that you cleared in ${memo} has changed: clear it again.`,
    'clearance.overdue': `An answer about ${memo} is overdue.`,
    'clearance.answered': `${who} answers about ${memo}.`,
    'clearance.objected': `${who} objects to ${memo}.`,
    'clearance.proposed': `${who} proposes somebody for the list of ${memo}.`,
    'clearance.issued': `${who} issued ${memo} as cleared.`,
    'decision.recorded': `${who} decided on ${memo}.`,
    'memo.shared': `${who} shares ${memo} with you.`,
    'delegation.made': `${who} has you answer for them while they are away.`,
  };
  return sentences[kind];
}

/** Where a notice leads: a path of this site. */
export function pathOf({ memoId, place }: Pick<Notice, 'memoId' | 'place'>): string {
  return memoId === null ? place : `/memos/${memoId}${place === '' ? '' : `/${place}`}`;
}

/** What people are told of at one time, each thing once, and nobody of what they did themselves. */
export function withoutRepeats(notices: readonly Notice[]): Notice[] {
  const seen = new Set<string>();
  return notices.filter(({ userId, kind, place, memoId, byId }) => {
    const key = `${userId} ${kind} ${memoId} ${place}`;
    if (userId === byId || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
