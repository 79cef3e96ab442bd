'use server';

import { redirect } from 'next/navigation';
import { acceptSchema } from '@/domain/user';
import { openAction } from '@/server/action';
import { accept } from '@/server/invitations';

/** Accepts an invitation with a password of one's own. */
export const submitJoin = openAction(acceptSchema, async (input) => {
  await accept(input);
  redirect('/sign-in?welcome');
});
