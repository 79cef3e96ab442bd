'use server';

import { redirect } from 'next/navigation';
import { takeSchema } from '@/domain/reassembly/order';
import { action } from '@/server/action';
import { takeProposals } from '@/server/take';

/** Takes the ticked proposals into the memo, and shows it. */
export const submitTake = action(takeSchema, async (actor, input) => {
  await takeProposals(actor, input);
  redirect(`/memos/${input.memo}`);
});
