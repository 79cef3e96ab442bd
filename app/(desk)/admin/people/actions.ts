'use server';

import { invitationSchema, userChangeSchema } from '@/domain/user';
import { action } from '@/server/action';
import { invite } from '@/server/invitations';
import { mailInvitation } from '@/server/notifications/invitation';
import { changeUser } from '@/server/users';

/** Invites somebody; the message is the path of the link to hand to them, the note whether it was mailed. */
export const submitInvitation = action(invitationSchema, async (actor, input) => {
  const token = await invite(actor, input);
  return { message: `/join/${token}`, note: await mailInvitation(actor, input, token) };
});

/** Changes somebody's role, or deactivates or reactivates their account. */
export const submitUserChange = action(userChangeSchema, changeUser);
