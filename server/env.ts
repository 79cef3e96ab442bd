import { z } from 'zod';

const schema = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'begins with postgresql://'),
  /** Seals the session cookie. */
  NEXTAUTH_SECRET: z.string().min(16).optional(),
  /** The address people use, e.g. https://scenesetter.example.org. */
  NEXTAUTH_URL: z.url().optional(),
  /** How many proxies in front of the server may name the client's address. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
  /** The mail server, "smtp://user:password@host:587"; "smtps" is TLS from the first byte. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S+$/, 'begins with smtp:// or smtps://')
    .optional()
    .or(z.literal('').transform(() => undefined)),
  /** Whom mail comes from, "Scenesetter <scenesetter@example.org>". */
  MAIL_FROM: z
    .string()
    .refine((text) => !/[\r\n]/.test(text) && text.includes('@'), 'is a mail address')
    .optional()
    .or(z.literal('').transform(() => undefined)),
  /** Hosts of one's own network that articles may be fetched from, each with a port or without. */
  INTAKE_ALLOW_HOSTS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    ),
});

const settings = schema.refine(({ SMTP_URL, MAIL_FROM }) => !SMTP_URL || MAIL_FROM, {
  path: ['MAIL_FROM'],
  message: 'says whom mail comes from, where SMTP_URL is set',
});

export type Env = z.infer<typeof schema>;

let read: Env | undefined;

/** The settings from the environment, checked once. Throws a sentence that names what is wrong. */
export function env(): Env {
  if (read) return read;
  const result = settings.safeParse(process.env);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The settings are not usable. ${faults.join('; ')}`);
  }
  read = result.data;
  return read;
}
