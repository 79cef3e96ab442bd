import { z } from 'zod';

/** What a person may do at most; teams say on what. */
export const roles = ['administrator', 'editor', 'reviewer', 'reader'] as const;
export type Role = (typeof roles)[number];

/** Whoever asks for something: a signed-in person, with the teams whose work they see. */
export type Actor = { id: string; name: string; email: string; role: Role; teamIds: string[] };

/** An e-mail address, folded to lower case. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email('Write an e-mail address, such as ann@example.org.'));

/** A new password: 15 characters or more, no rule on what they are (NIST SP 800-63B). */
export const passwordSchema = z
  .string()
  .min(15, 'Use 15 characters or more; a few words in a row are easy to remember.')
  .max(256, 'Use 256 characters or fewer.');

/** What the sign-in form sends. */
export const signInSchema = z.object({
  email: emailSchema,
  password: z.string().min(1, 'Write your password.').max(1024),
});

/** What the setup page and an invitation send: who one is and the password one chooses. */
export const setupSchema = z.object({
  token: z.string().min(20),
  name: z.string().trim().min(1, 'Write your name.').max(120),
  email: emailSchema,
  team: z.string().trim().min(1, 'Name your team or desk.').max(120),
  password: passwordSchema,
});

/** What an administrator sends to invite somebody. */
export const invitationSchema = z.object({
  name: z.string().trim().min(1, 'Write their name.').max(120),
  email: emailSchema,
  role: z.enum(roles),
});

/** What somebody invited sends: the link's token and a password. */
export const acceptSchema = z.object({ token: z.string().min(20), password: passwordSchema });

/** Which person, and the version of them that was looked at, in a change by an administrator. */
export const userChangeSchema = z.object({
  id: z.uuid(),
  version: z.coerce.number().int(),
  role: z.enum(roles).optional(),
  active: z.stringbool().optional(),
});
