import { z } from 'zod';

// What the product itself calls the texts it keeps. A person's name for a version is none of these.
const ownNames = [
  'As assembled',
  'As exported to',
  'Before assembling',
  'Before restoring',
  'Restored from',
  'Before moving to',
  'Moved to',
];

/** Whether a kept text was named by the product itself ("As assembled"), not by a person. */
export function isOwnName(label: string): boolean {
  return ownNames.some((name) => label.toLowerCase().startsWith(name.toLowerCase()));
}

/** How a version is spoken of: by the name that a person gave it, or else by its number. */
export function callVersion(version: number, names: string[]): string {
  const name = names.find((each) => !isOwnName(each));
  return name === undefined ? `version ${version}` : `“${name}”`;
}

const version = z.coerce.number().int().min(0).max(2_147_483_647);

/** What the form to name a version sends. */
export const versionNameSchema = z.object({
  memo: z.uuid(),
  version,
  label: z
    .string()
    .trim()
    .min(1, 'Give the version a name.')
    .max(80, 'Give it a name of 80 letters or fewer.')
    .refine(
      (label) => !isOwnName(label),
      'Versions that Scenesetter keeps by itself are called so. Choose another name.',
    ),
});

/** What the form to restore a version sends; `base` is the memo's version as its page showed it. */
export const restoreSchema = z.object({ memo: z.uuid(), version, base: version });

/** Which two versions of a memo are to be held against each other, as an address has them. */
export const comparisonSchema = z.object({ from: version, to: version });

/** What a redline can be had as. */
export const redlineFormats = {
  docx: {
    label: 'Word with tracked changes',
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  pdf: { label: 'PDF', extension: 'pdf', mediaType: 'application/pdf' },
} as const;

/** What a download of a redline asks for; the paper is the template's where none is named. */
export const redlineSchema = comparisonSchema.extend({
  format: z.enum(['docx', 'pdf']),
  paper: z.enum(['us-letter', 'a4']).optional(),
});

export type RedlineRequest = z.infer<typeof redlineSchema>;
export type VersionName = z.infer<typeof versionNameSchema>;
export type Restore = z.infer<typeof restoreSchema>;
