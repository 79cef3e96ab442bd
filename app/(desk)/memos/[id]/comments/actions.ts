'use server';

import { entrySchema, openThreadSchema, regradeSchema } from '@/domain/comment/orders';
import { action } from '@/server/action';
import { enterInThread, openThread, regrade } from '@/server/comments/changes';

/** Opens a thread on words of a memo. */
export const submitThread = action(openThreadSchema, async (actor, input) => {
  await openThread(actor, input);
  return 'Your comment stands.';
});

/** Answers in a thread, closes it or opens it again. */
export const submitEntry = action(entrySchema, enterInThread);

/** Gives a thread that one opened another grade. */
export const submitGrade = action(regradeSchema, regrade);
