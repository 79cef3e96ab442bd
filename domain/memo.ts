import { z } from 'zod';
import { largestBatch } from './batch';
import { formatIds } from './format';
import { sheetFields } from './sheet';

/** What the "New memo" form sends. */
export const newMemoSchema = z.object({
  article: z.uuid('Choose an article.'),
  template: z.string().min(1, 'Choose a template.'),
  issues: z
    .array(z.uuid())
    .default([])
    .refine((issues) => issues.length > 0, 'Choose at least one issue for the memo to cover.'),
  /** Whether the positions matrix goes in; a box that is not ticked sends nothing. */
  matrix: z.literal('on').optional(),
  title: z.string().trim().min(1, 'Give the memo a title.').max(300),
  to: z.string().trim().max(200).default(''),
  from: z.string().trim().max(200).default(''),
});

/** The largest that the store's integers hold. */
const largestInteger = 2_147_483_647;

/**
 * A save: the steps that a browser tab made on top of version `from`. `clientId` and `clientSeq`
 * name the batch, so that a retry of one that did arrive changes nothing.
 */
export const saveSchema = z.object({
  memo: z.uuid(),
  from: z.number().int().min(0).max(largestInteger),
  clientId: z.string().min(8).max(64),
  clientSeq: z.number().int().min(0).max(largestInteger),
  steps: z
    .array(z.record(z.string(), z.unknown()))
    .min(1)
    .max(largestBatch)
    // PostgreSQL keeps no NUL, escaped or not.
    .refine((steps) => !JSON.stringify(steps).includes('\\u0000'), 'A text may not hold a NUL.'),
});

/** A memo's version, as an address has it. */
export const versionSchema = z.coerce.number().int().min(0).max(largestInteger);
const clientId = z.string().min(8).max(64);
const place = z.number().int().min(0).max(largestInteger).nullable();

/** From which version a memo is watched, and by which tab. */
export const watchSchema = z.object({
  from: versionSchema,
  clientId: clientId.optional(),
  line: z.coerce.number().int().min(1).max(1_000_000).default(1),
});

/** Where a tab is in a memo: the selection's ends in its text at a version; null to one who reads. */
export const presenceSchema = z.object({
  clientId,
  line: z.int().min(1).max(1_000_000),
  version: versionSchema,
  anchor: place,
  head: place,
});

export type NewMemo = z.infer<typeof newMemoSchema>;
export type Save = z.infer<typeof saveSchema>;

/** What the export form asks for: a format, and of a PDF how it is printed. */
export const exportSchema = z.object({
  format: z.enum(formatIds),
  text: z.enum(['now', 'cleared']).default('now'),
  ...sheetFields,
});

/** The statement whose article is to be added to what a memo rests on. */
export const newSourceSchema = z.object({ assessment: z.uuid() });
