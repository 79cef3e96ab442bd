'use server';

import { redirect } from 'next/navigation';
import { memoMoveSchema } from '@/domain/template/change';
import { action } from '@/server/action';
import { moveMemo } from '@/server/template-moves';

/** Moves a memo to the latest version of its template, and shows it. */
export const submitMove = action(memoMoveSchema, async (actor, input) => {
  await moveMemo(actor, input, new Date().toISOString().slice(0, 10));
  redirect(`/memos/${input.memo}`);
});
