'use server';

import { invitationSchema, userChangeSchema } from '@/domain/user';
import { action } from '@/server/action';
import { invite } from '@/server/invitations';
import { changeUser } from '@/server/users';

/** Invites somebody; the message is the path of the link to hand to them. */
export const submitInvitation = action(
  invitationSchema,
  async (actor, input) => `/join/${await invite(actor, input)}`,
);

/** Changes somebody's role, or deactivates or reactivates their account. */
export const submitUserChange = action(userChangeSchema, changeUser);
