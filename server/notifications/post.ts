import { createTransport, type Transporter } from 'nodemailer';
import type { Mail } from '@/domain/notification-mail';
import { env } from '../env';

/** The mail server's address, whom mail comes from, and our own address for mails to lead to. */
export type MailSettings = { smtp: string; from: string; base: string };

/** These settings; null where no mail server is set. */
export function mailSettings(): MailSettings | null {
  const { SMTP_URL: smtp, MAIL_FROM: from, NEXTAUTH_URL: base } = env();
  return smtp && from && base ? { smtp, from, base: base.replace(/\/+$/, '') } : null;
}

/** A mail server that is away, or takes nothing from us: nobody gets mail until that is mended. */
export class MailServerFault extends Error {}

/** A mail server does not answer for so long, in ms, and it is given up; it is asked again later. */
export const patience = 8000;

/** A line to the mail server. */
export type Post = { server: Transporter; settings: MailSettings };

/** Opens a line to the mail server; whoever opens it closes it. Nothing is said over it yet. */
export function openPost(settings: MailSettings): Post {
  const url = new URL(settings.smtp);
  const server = createTransport({
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    host: url.hostname,
    port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587),
    secure: url.protocol === 'smtps:',
    requireTLS: url.searchParams.get('requireTLS') === 'true',
    ...(url.username && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    // Nothing in a mail is ever read from a file or fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { server, settings };
}

/** A mail to one person. `id` names it, the same at each try; `thread` is what mails of it have in common. */
export type Letter = {
  to: { name: string; address: string };
  mail: Mail;
  id: string;
  thread?: string | undefined;
};

/** How it went: taken; refused for good, or for now, with the server's words. */
export type Delivery = { is: 'sent' } | { is: 'refused' | 'later'; words: string };

/**
 * Hands a mail to the mail server. What it says of this recipient or this mail is told; what it says of
 * us (no answer, no login, no such sender) is thrown as a `MailServerFault`, for it holds for all.
 */
export async function deliver(
  { server, settings }: Post,
  { to, mail, id, thread }: Letter,
): Promise<Delivery> {
  const host = new URL(settings.base).hostname;
  const named = (name: string) => `<${name}@${host}>`;
  const about = thread && { inReplyTo: named(thread), references: named(thread) };
  try {
    await server.sendMail({
      from: settings.from,
      to,
      messageId: named(id),
      ...about,
      headers: { 'Auto-Submitted': 'auto-generated' },
      ...mail,
    });
    return { is: 'sent' };
  } catch (fault) {
    const { message, responseCode = 0, command } = fault as SmtpFault;
    const words = message.slice(0, 300);
    const isTheirs = command === 'RCPT TO' || command === 'DATA';
    if (!isTheirs || responseCode < 400) throw new MailServerFault(words);
    return { is: responseCode >= 500 ? 'refused' : 'later', words };
  }
}

type SmtpFault = { message: string; responseCode?: number; command?: string };
