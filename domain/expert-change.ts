import { z } from 'zod';

const revision = z.coerce.number().int().min(0);
const name = z.string().trim().min(1, 'Write the name.').max(200);

/** Renames an expert, or says what kind of speaker it is; the old name stays as an alias. */
export const expertChangeSchema = z.object({
  id: z.uuid(),
  revision,
  name,
  kind: z.enum(['person', 'group', 'document']),
  /** One on each line. */
  aliases: z
    .string()
    .max(5000)
    .transform((lines) => [...new Set(lines.split('\n').map((line) => line.trim()))])
    .transform((lines) => lines.filter((line) => line !== '').slice(0, 100)),
});

/** A name to look for in the store, as the workbench asks while it is written. */
export const candidateSchema = z.object({ name, kind: z.enum(['person', 'group', 'document']) });

/** Merges `other` into `id`: both are named with the revision that was looked at. */
export const mergeSchema = z.object({
  id: z.uuid(),
  revision,
  other: z.uuid(),
  otherRevision: revision,
});

/** Says that two experts are not the same. */
export const tellApartSchema = z.object({ id: z.uuid(), other: z.uuid() });

/** Splits statements off an expert: they become those of a new expert, or of one of the team's. */
export const splitSchema = z.object({
  id: z.uuid(),
  revision,
  to: z.uuid(),
  name,
  assessments: z
    .array(z.uuid())
    .default([])
    .refine((ids) => ids.length > 0, 'Choose the statements that are somebody else’s.'),
});

export type ExpertChange = z.infer<typeof expertChangeSchema>;
export type Merge = z.infer<typeof mergeSchema>;
export type TellApart = z.infer<typeof tellApartSchema>;
export type Split = z.infer<typeof splitSchema>;
