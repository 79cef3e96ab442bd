'use server';

import { redirect } from 'next/navigation';
import { derivationSchema } from '@/domain/reassembly/order';
import { action } from '@/server/action';
import { deriveMemo } from '@/server/derived';

/** Makes a memo of another's lines and opens it. */
export const submitDerivation = action(derivationSchema, async (actor, input) => {
  const today = new Date().toISOString().slice(0, 10);
  redirect(`/memos/${await deriveMemo(actor, input, today)}`);
});
