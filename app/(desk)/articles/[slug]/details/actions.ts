'use server';

import { correctionSchema, numberingSchema } from '@/domain/intake/details';
import { action } from '@/server/action';
import { correctDetails, leaveOut, restore } from '@/server/details';

/** Corrects what people ask for the article by. */
export const submitCorrection = action(correctionSchema, async (actor, input) => {
  await correctDetails(actor, input);
  return 'The details are corrected.';
});

/** Leaves a paragraph out of the numbering. */
export const submitLeaveOut = action(numberingSchema, async (actor, input) => {
  await leaveOut(actor, input);
});

/** Takes a paragraph back into the numbering. */
export const submitRestore = action(numberingSchema, async (actor, input) => {
  await restore(actor, input);
});
