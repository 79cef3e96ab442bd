import { z } from 'zod';
import { zoneSchema } from './due';
import { askedFor, dissents, outcomes } from './list';

const revision = z.coerce.number().int().min(0);
const version = z.coerce.number().int().min(0).max(2_147_483_647);
const words = (most: number) => z.string().trim().max(most, `Use ${most} letters or fewer.`);
const idOrNone = z
  .union([z.uuid(), z.literal('')])
  .default('')
  .transform((id) => (id === '' ? null : id));

/** What opens a round of clearance. The one who opens it is its action officer. */
export const openSchema = z.object({
  memo: z.uuid(),
  zone: zoneSchema,
  principal: idOrNone,
});

/**
 * Whom to put on the list: "office ID" or "user ID", for what, in which stage, on which sections (all
 * where none is named), and by when: so many business days from today at a clock time of the zone.
 */
export const listingSchema = z.object({
  clearance: z.uuid(),
  revision,
  who: z
    .string()
    .regex(/^(office|user) [0-9a-f-]{36}$/, 'Choose an office or a person.')
    .transform((text) => {
      const [kind, id = ''] = text.split(' ');
      return { kind: kind as 'office' | 'user', id };
    }),
  asked: askedFor,
  stage: z.coerce
    .number()
    .int()
    .min(1, 'Stages are counted from 1.')
    .max(20, 'Use 20 stages or fewer.'),
  sections: z.array(z.string().min(1).max(200)).max(100).default([]),
  note: words(500).default(''),
  days: z
    .union([z.literal(''), z.coerce.number().int().min(0).max(250)])
    .default('')
    .transform((days) => (days === '' ? null : days)),
  time: z
    .union([z.literal(''), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time as 17:00.')])
    .default('')
    .transform((time) => time || '17:00'),
});

/** A change of one addressee by the action officer. */
export const onListSchema = z.object({ addressee: z.uuid(), revision });

/** What becomes of a proposal to put somebody on the list. */
export const proposedSchema = onListSchema.extend({ listed: z.stringbool() });

/** What becomes of an objection. */
export const dissentSchema = onListSchema.extend({ dissent: dissents });

/** An answer, given on a version of the memo. An objection says why. */
export const answerSchema = z
  .object({
    addressee: z.uuid(),
    base: version,
    outcome: outcomes.exclude(['no-response']),
    text: words(5000).default(''),
  })
  .refine(({ outcome, text }) => outcome !== 'object' || text !== '', {
    path: ['text'],
    message: 'Say what you object to, and what you would have instead.',
  });

/** Issues a memo as cleared, or ends its round without that. */
export const issueSchema = z.object({ clearance: z.uuid(), revision, base: version });
export const withdrawSchema = z.object({ clearance: z.uuid(), revision });

/** How a principal marks a recommendation. */
export const decisionMarks = z.enum(['approve', 'disapprove', 'noted', 'discuss']);

/** What a principal decides on one recommendation of the issued text. */
export const decisionSchema = z.object({
  clearance: z.uuid(),
  place: z.coerce.number().int().min(0).max(10_000),
  mark: decisionMarks,
  note: words(2000).default(''),
});

/** The marks in words. */
export const markNames: Record<z.infer<typeof decisionMarks>, string> = {
  approve: 'Approve',
  disapprove: 'Disapprove',
  noted: 'Noted',
  discuss: 'Discuss',
};

/** A new office of a team, and who is in it. */
export const officeSchema = z.object({
  team: z.uuid(),
  id: idOrNone,
  name: words(120).min(1, 'Name the office.'),
  members: z.array(z.uuid()).max(500).default([]),
});

/** Who answers for one while one is away; days are `YYYY-MM-DD`, both included. */
export const delegationSchema = z
  .object({
    delegate: z.uuid('Choose who answers for you.'),
    first: z.iso.date(),
    last: z.iso.date(),
  })
  .refine(({ first, last }) => first <= last, {
    path: ['last'],
    message: 'The last day comes before the first one.',
  });

export type Opening = z.infer<typeof openSchema>;
export type Listing = z.infer<typeof listingSchema>;
export type OnList = z.infer<typeof onListSchema>;
export type Answer = z.infer<typeof answerSchema>;
export type Issue = z.infer<typeof issueSchema>;
export type DecisionOrder = z.infer<typeof decisionSchema>;
export type OfficeOrder = z.infer<typeof officeSchema>;
export type DelegationOrder = z.infer<typeof delegationSchema>;
