'use server';

import { redirect } from 'next/navigation';
import { setupSchema } from '@/domain/user';
import { openAction } from '@/server/action';
import { setUp } from '@/server/invitations';

/** Makes the first administrator from the setup link. */
export const submitSetup = openAction(setupSchema, async (input) => {
  await setUp(input);
  redirect('/sign-in?welcome');
});
