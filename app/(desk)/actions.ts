'use server';

import { redirect } from 'next/navigation';
import { signOut } from '@/server/session';

/** Ends the session of this browser. */
export async function submitSignOut(): Promise<void> {
  await signOut();
  redirect('/sign-in');
}
