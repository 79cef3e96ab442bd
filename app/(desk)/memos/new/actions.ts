'use server';

import { redirect } from 'next/navigation';
import { newMemoSchema } from '@/domain/memo';
import { action } from '@/server/action';
import { createMemo } from '@/server/memos';

/** Assembles a memo and opens it. */
export const submitNewMemo = action(newMemoSchema, async (actor, input) => {
  const today = new Date().toISOString().slice(0, 10);
  redirect(`/memos/${await createMemo(actor, input, today)}`);
});
