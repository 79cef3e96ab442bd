import { z } from 'zod';

/** What the form to let a warning stand sends: which one, on which words, and why. */
export const acceptWarningSchema = z.object({
  memo: z.uuid(),
  rule: z.enum([
    'confidence-with-likelihood',
    'mixed-rows',
    'other-scale',
    'number-outside',
    'vague',
  ]),
  sentence: z.string().min(1).max(20_000),
  reason: z
    .string()
    .trim()
    .min(1, 'Say why it may stand: whoever clears the memo reads it.')
    .max(500, 'Say it in 500 letters or fewer.'),
});

export type AcceptWarning = z.infer<typeof acceptWarningSchema>;

/** A warning that was let stand: by whom, why, and the SHA-256 of the words it holds for. */
export type AcceptedWarning = { rule: string; sentence: string; reason: string; by: string };
