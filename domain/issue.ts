import { z } from 'zod';

/** A question the experts speak to; stances agree or disagree with its proposition. */
export type Issue = { id: string; name: string; proposition: string };

export const stances = ['agrees', 'disagrees', 'mixed', 'none'] as const;
/** Where a statement stands on an issue's proposition. `none`: it speaks to it without a side. */
export type Stance = (typeof stances)[number];

export const strengths = ['firm', 'plain', 'tentative'] as const;
/** How firmly a side is taken. */
export type Strength = (typeof strengths)[number];

const name = z
  .string()
  .trim()
  .min(1, 'Name the issue, in a few words.')
  .max(120, 'Name the issue in 120 characters or fewer.');
const proposition = z
  .string()
  .trim()
  .min(1, 'Write what one can agree or disagree with, such as “the talks should continue”.')
  .max(300, 'Write the proposition in 300 characters or fewer.')
  .transform((words) => words.replace(/\.$/, ''));

/** What the form for a new issue sends; `id` is made by the browser, so that a retry makes none twice. */
export const newIssueSchema = z.object({ id: z.uuid(), team: z.uuid(), name, proposition });

/** What a change of an issue sends, with the revision it was made on. */
export const issueChangeSchema = z.object({
  id: z.uuid(),
  revision: z.coerce.number().int(),
  name,
  proposition,
});

export type NewIssue = z.infer<typeof newIssueSchema>;
export type IssueChange = z.infer<typeof issueChangeSchema>;
