import { z } from 'zod';
import { changedSince, type Seen, seenSchema } from './seen';

/** What somebody on the list is asked for (2 FAM 1210; UK: cleared by, copied to). */
export const askedFor = z.enum(['clear', 'comment', 'information']);

/** Each answer that a list can hold. `no-response` is recorded by the action officer alone. */
export const outcomes = z.enum([
  'clear',
  'clear-with-edits',
  'object',
  'information-only',
  'commented',
  'nil-return',
  'no-response',
]);

/**
 * An answer: in what words, by whom (and for whom, where a delegate gave it), at which version of the
 * memo, and what was seen there. `at` is an instant, ISO 8601.
 */
export const responseSchema = z.object({
  outcome: outcomes,
  text: z.string(),
  by: z.string(),
  for: z.string().nullable(),
  at: z.iso.datetime(),
  version: z.int().min(0),
  seen: seenSchema,
});

/** What became of an objection: still open, in the memo as a second recommendation, or on record. */
export const dissents = z.enum(['open', 'split', 'recorded']);

/**
 * Somebody on a memo's list: an office, or a person of it, in a stage counted from 1. `sections` are
 * the names of those that concern them, all where none is named. `due` is an instant or null.
 */
export type Addressee = {
  id: string;
  stage: number;
  asked: z.infer<typeof askedFor>;
  office: string;
  person: string | null;
  sections: readonly string[];
  due: string | null;
  dissent: z.infer<typeof dissents>;
  response: Response | null;
};

export type Asked = z.infer<typeof askedFor>;
export type Outcome = z.infer<typeof outcomes>;
export type Response = z.infer<typeof responseSchema>;
export type Dissent = z.infer<typeof dissents>;

/** How somebody on the list stands to the text as it is now. */
export type Standing = 'ahead' | 'asked' | 'overdue' | 're-clear' | Outcome;

/**
 * How somebody stands: what they cleared counts for a text that says the same, and for no other. An
 * objection stands until they answer anew, whatever became of the text. `now` is an instant.
 */
export function standingOf(
  addressee: Addressee,
  { list, seen, now }: { list: readonly Addressee[]; seen: Seen; now: string },
): Standing {
  const { response, sections, due, stage, asked } = addressee;
  if (!response) {
    const open = openStage(list, seen);
    if (asked === 'clear' && open !== null && stage > open) return 'ahead';
    return due !== null && due < now ? 'overdue' : 'asked';
  }
  const { outcome } = response;
  const isCleared = outcome === 'clear' || outcome === 'clear-with-edits';
  return isCleared && changedSince(response.seen, seen, sections).length > 0 ? 're-clear' : outcome;
}

/** Whether a clearing office holds nothing up: it cleared this text, answered otherwise, or dissents. */
export function isSettled({ response, sections, dissent }: Addressee, seen: Seen): boolean {
  if (!response) return false;
  if (response.outcome === 'object') return dissent !== 'open';
  if (response.outcome === 'clear' || response.outcome === 'clear-with-edits')
    return changedSince(response.seen, seen, sections).length === 0;
  return true;
}

/**
 * The stage that is at work: the first in which a clearing office is not settled. Those of a stage are
 * asked at once, and the next only when all of them are settled. Null where every stage is done.
 */
export function openStage(list: readonly Addressee[], seen: Seen): number | null {
  const unsettled = list.filter((each) => each.asked === 'clear' && !isSettled(each, seen));
  return unsettled.length > 0 ? Math.min(...unsettled.map(({ stage }) => stage)) : null;
}

/** Whether somebody may answer now: a clearing office when its stage is at work, all others always. */
export function mayAnswer(
  addressee: Addressee,
  { list, seen }: { list: readonly Addressee[]; seen: Seen },
): boolean {
  if (addressee.asked !== 'clear') return true;
  const open = openStage(list, seen);
  return open === null || addressee.stage <= open;
}

/** The answers open to somebody, by what they are asked for. */
export function answersTo(asked: Asked): Outcome[] {
  if (asked === 'clear') return ['clear', 'clear-with-edits', 'object', 'information-only'];
  return asked === 'comment' ? ['commented', 'nil-return'] : ['information-only'];
}
