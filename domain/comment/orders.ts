import { z } from 'zod';
import { grades } from './comment';

const version = z.coerce.number().int().min(0).max(2_147_483_647);
const revision = z.coerce.number().int().min(0).max(2_147_483_647);
const words = z.string().trim().max(5000, 'Use 5,000 letters or fewer.');
const said = words.min(1, 'Write what you have to say.');

/** Where a comment goes: "at FROM TO", positions in the text at a version, or "block ID", all of a block. */
const place = z
  .string()
  .regex(/^(at \d{1,9} \d{1,9}|block \S{1,100})$/, 'Choose the words that the comment is about.')
  .transform((text) => {
    const [kind, one = '', other = ''] = text.split(' ');
    return kind === 'at' ? { from: Number(one), to: Number(other) } : { block: one };
  });

/** A new thread on a version of the memo; `words` is what its writer saw there, and may be left out. */
export const openThreadSchema = z.object({
  memo: z.uuid(),
  version,
  place,
  words: z.string().max(10_000).default(''),
  grade: z.enum(grades),
  text: said,
});

/**
 * What one enters in a thread: an answer, that it is dealt with (where `text` may say what was done),
 * or why it is opened again.
 */
export const entrySchema = z
  .object({
    thread: z.uuid(),
    revision,
    deed: z.enum(['reply', 'resolve', 'reopen']),
    text: words.default(''),
  })
  .refine(({ deed, text }) => deed === 'resolve' || text !== '', {
    path: ['text'],
    message: 'Write what you have to say.',
  });

/** Gives a thread another grade. */
export const regradeSchema = z.object({ thread: z.uuid(), revision, grade: z.enum(grades) });

export type ThreadOrder = z.infer<typeof openThreadSchema>;
export type EntryOrder = z.infer<typeof entrySchema>;
export type Regrade = z.infer<typeof regradeSchema>;
