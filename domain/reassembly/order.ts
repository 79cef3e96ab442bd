import { z } from 'zod';

const head = { title: z.string(), to: z.string(), from: z.string(), date: z.string() };

/**
 * What a memo was assembled from, as it is kept: issues in their order and article versions, or
 * another memo at one of its versions; and what went into the head. `date` is `YYYY-MM-DD`.
 */
export const orderSchema = z.discriminatedUnion('made', [
  z.object({
    made: z.literal('evidence'),
    ...head,
    issues: z.array(z.string()),
    matrix: z.boolean(),
    versions: z.array(z.string()),
  }),
  z.object({
    made: z.literal('memo'),
    ...head,
    parent: z.string(),
    version: z.number().int().min(0),
  }),
  // What somebody wrote elsewhere: nothing stored says it otherwise, so it is never out of date.
  z.object({ made: z.literal('word'), ...head }),
]);

export type Order = z.infer<typeof orderSchema>;
export type EvidenceOrder = Extract<Order, { made: 'evidence' }>;
export type WordOrder = Extract<Order, { made: 'word' }>;
export type MemoOrder = Extract<Order, { made: 'memo' }>;

const list = z.array(z.uuid()).default([]);

/** What the page of a new assembly is asked for: further articles, the issues, and the matrix. */
export const askSchema = z.object({
  add: list,
  issues: list,
  matrix: z.literal('on').optional(),
});

export type Ask = z.infer<typeof askSchema>;

/**
 * What that page sends: which proposals are taken, and from which version of the memo they were made.
 * Every other one is left for good: it is not proposed again until its evidence changes.
 */
export const takeSchema = askSchema.extend({
  memo: z.uuid(),
  base: z.coerce.number().int().min(0).max(2_147_483_647),
  take: z.array(z.string().min(1).max(2000)).max(5000).default([]),
  digest: z.string().length(64),
});

export type Take = z.infer<typeof takeSchema>;

/** What the form for a memo made of another sends. */
export const derivationSchema = z.object({
  parent: z.uuid(),
  template: z.string().min(1, 'Choose what to make of it.'),
  title: z.string().trim().min(1, 'Give the memo a title.').max(300),
  to: z.string().trim().max(200).default(''),
  from: z.string().trim().max(200).default(''),
});

export type NewDerivation = z.infer<typeof derivationSchema>;
