import { z } from 'zod';
import type { Assessment } from './assessment';
import { stances, strengths } from './issue';
import { type Proposed, placeOf } from './proposal';

const offset = z.number().int().min(0).max(10_000_000);
const name = z.string().trim().min(1, 'Write who said it.').max(200);
const organisation = z.string().trim().max(300);

/**
 * Whoever holds a statement: an expert of the team by id, or a new one under an id that the browser
 * made. Role and organisation are those of the article's date, empty where it does not say.
 */
export const holderSchema = z.object({
  id: z.uuid(),
  name,
  kind: z.enum(['person', 'group', 'document']),
  role: organisation,
  organisation,
});

/** A statement as a person gives it: who says what, how, on which issues, and where it stands. */
export const assessmentInputSchema = z.object({
  kind: z.enum(['direct_quote', 'partial_quote', 'paraphrase', 'group_paraphrase']),
  holders: z.array(holderSchema).min(1, 'Say who said it.').max(12),
  viewOf: z
    .string()
    .trim()
    .max(200)
    .nullable()
    .transform((words) => words || null),
  directness: z.enum(['first_hand', 'reported', 'speculative']),
  groundRule: z.enum(['on_the_record', 'background', 'chatham_house', 'not_for_use']),
  note: z.string().trim().max(2000),
  issues: z
    .array(
      z.object({
        issueId: z.uuid(),
        stance: z.enum(stances),
        strength: z.enum(strengths),
        grounds: z.string().trim().max(500),
      }),
    )
    .max(30),
  spans: z
    .array(z.object({ paragraphId: z.uuid(), start: offset, end: offset }))
    .min(1, 'Choose the words in the article: a statement without words can’t be kept.')
    .max(60),
});

export type Holder = z.infer<typeof holderSchema>;
export type AssessmentInput = z.infer<typeof assessmentInputSchema>;

const revision = z.number().int().min(0);

/** Accepts a proposal, as it is or corrected, as an assessment under an id that the browser made. */
export const acceptSchema = z.object({
  proposal: z.uuid(),
  revision,
  assessment: z.uuid(),
  input: assessmentInputSchema,
});

/**
 * Rejects a proposal, or opens it again, which takes back what came of it; then it names the
 * revision of that assessment too, so that nobody's later change is taken back unseen.
 */
export const proposalSchema = z.object({
  proposal: z.uuid(),
  revision,
  assessmentRevision: revision.optional(),
});

/** Adds a statement that the engine did not find, to an article's version. */
export const addSchema = z.object({
  version: z.uuid(),
  assessment: z.uuid(),
  input: assessmentInputSchema,
});

/** Changes an assessment, made on the revision named. */
export const changeSchema = z.object({
  assessment: z.uuid(),
  revision,
  input: assessmentInputSchema,
});

/** Removes an assessment. */
export const removeSchema = z.object({ assessment: z.uuid(), revision });

export type Accept = z.infer<typeof acceptSchema>;
export type Add = z.infer<typeof addSchema>;
export type Change = z.infer<typeof changeSchema>;
export type Remove = z.infer<typeof removeSchema>;
export type OnProposal = z.infer<typeof proposalSchema>;

/**
 * Whether a person changed what the engine had found: its words, speaker, kind or whose view it is.
 * Issues and stances are never proposed, so that giving them corrects nothing.
 */
export function isCorrection(proposed: Proposed, input: AssessmentInput): boolean {
  const said = (names: string[]) =>
    names
      .map((each) => each.trim().toLowerCase())
      .sort()
      .join('|');
  const stated = said(proposed.speakers.map((each) => each.name));
  return (
    proposed.kind !== input.kind ||
    (proposed.viewOf ?? null) !== input.viewOf ||
    proposed.directness !== input.directness ||
    placeOf(proposed.spans) !== placeOf(input.spans) ||
    stated !== said(input.holders.map((each) => each.name))
  );
}

/** An assessment as the input that would make it again: what an undo sends. */
export function inputOf(assessment: Assessment & { note?: string }, date: string): AssessmentInput {
  return {
    kind: assessment.kind,
    holders: assessment.holders.map(({ id, name: called, kind, affiliations }) => {
      const held = affiliations.find((each) => each.asOf === date) ?? affiliations[0];
      return {
        id,
        name: called,
        kind,
        role: held?.role ?? '',
        organisation: held?.organisation ?? '',
      };
    }),
    viewOf: assessment.viewOf,
    directness: assessment.directness,
    groundRule: assessment.groundRule,
    note: assessment.note ?? '',
    issues: assessment.issues.map((tag) => ({ ...tag })),
    spans: assessment.spans.map(({ paragraphId, start, end }) => ({ paragraphId, start, end })),
  };
}

/**
 * An order as a form field of a server action: JSON, which is parsed and checked like any form. What
 * is no JSON is refused like what is incomplete.
 */
export function inField<Schema extends z.ZodType>(schema: Schema) {
  const json = z.string().transform((words, context): unknown => {
    try {
      return JSON.parse(words);
    } catch {
      context.addIssue('This is not of the form it should have.');
      return z.NEVER;
    }
  });
  return z.object({ order: json.pipe(schema) });
}
