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

/** An answer in a thread. */
export const replySchema = z.object({ thread: z.uuid(), text: said });

/** Closes a thread; `text` says what was done. */
export const resolveSchema = z.object({ thread: z.uuid(), revision, text: words.default('') });

/** Opens a closed thread again, and says why. */
export const reopenSchema = z.object({ thread: z.uuid(), revision, text: said });

/** Gives a thread another grade. */
export const regradeSchema = z.object({ thread: z.uuid(), revision, grade: z.enum(grades) });

export type ThreadOrder = z.infer<typeof openThreadSchema>;
export type Reply = z.infer<typeof replySchema>;
export type Resolution = z.infer<typeof resolveSchema>;
export type Reopening = z.infer<typeof reopenSchema>;
export type Regrade = z.infer<typeof regradeSchema>;
