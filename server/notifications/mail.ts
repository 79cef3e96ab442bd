import { createTransport, type Transporter } from 'nodemailer';
import { portionsIn } from '@/domain/document/portion';
import { bannerOf } from '@/domain/marking';
import { kindSchema } from '@/domain/notification';
import { lastDigest, mailOf, type Told } from '@/domain/notification-mail';
import { db, type Store } from '../db';
import { env } from '../env';
import { currentText } from '../live/log';
import { actorOfAccount } from '../users';
import { notificationsVisibleTo } from './list';

/** What is older than this is no news, in ms: a mail server that was down for long floods nobody. */
const newsFor = { instant: 24 * 3_600_000, daily: 8 * 24 * 3_600_000 };
/** A mail server that does not answer is given up after so long, in ms, and asked again later. */
const patience = 8000;
/** So many people get their mail in one pass. */
const peopleMost = 200;

/** The mail server's address, whom mail comes from, and our own address for mails to lead to. */
export type MailSettings = { smtp: string; from: string; base: string };

/** These settings; null where no mail server is set. */
export function mailSettings(): MailSettings | null {
  const { SMTP_URL: smtp, MAIL_FROM: from, NEXTAUTH_URL: base } = env();
  return smtp && from && base ? { smtp, from, base: base.replace(/\/+$/, '') } : null;
}

/** A mail server that is away, or that does not let us in: nobody gets mail until that is mended. */
export class MailServerFault extends Error {}

/**
 * Sends everybody what they were told of and have neither read nor been sent; says how many mails went
 * out. What the server does not take now is tried again; what it refuses for good is not, and stands
 * under the person's account. Run by several instances at once, each thing goes out by one. A process
 * that dies between the server's "taken" and the store's commit sends again, under the same Message-ID.
 */
export async function sendDue(now = new Date(), settings = mailSettings()): Promise<number> {
  if (!settings) return 0;
  const post = { server: openTransport(settings), settings };
  let sent = 0;
  try {
    for (const person of await peopleWithNews(now)) if (await sendTo(post, person, now)) sent += 1;
  } finally {
    post.server.close();
  }
  return sent;
}

type Post = { server: Transporter; settings: MailSettings };

function openTransport({ smtp }: MailSettings): Transporter {
  const times = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience };
  const url = new URL(smtp);
  const given = Object.fromEntries(url.searchParams);
  return createTransport({
    ...times,
    host: url.hostname,
    port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587),
    secure: url.protocol === 'smtps:',
    requireTLS: given.requireTLS === 'true',
    ...(url.username && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    // Nothing in a mail is ever read from a file or fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

type Person = { id: string; name: string; email: string; mail: string; since: Date };

async function peopleWithNews(now: Date): Promise<Person[]> {
  const people = await db().user.findMany({
    where: {
      active: true,
      mail: { not: 'never' },
      notified: { some: { readAt: null, mailedAt: null } },
    },
    orderBy: { id: 'asc' },
    take: peopleMost,
  });
  return people.flatMap(({ id, name, email, mail, mailHour, mailZone, digestAt }) => {
    if (mail === 'never') return [];
    if (mail === 'daily') {
      const due = new Date(lastDigest(now.toISOString(), mailHour, mailZone));
      if (digestAt && digestAt >= due) return [];
    }
    return [{ id, name, email, mail, since: new Date(now.getTime() - newsFor[mail]) }];
  });
}

async function sendTo(post: Post, person: Person, now: Date): Promise<boolean> {
  return db().$transaction(
    async (tx) => {
      const claimed = await tx.$queryRaw<{ id: string }[]>`
        SELECT id::text FROM notification
         WHERE user_id = ${person.id}::uuid AND mailed_at IS NULL AND read_at IS NULL
         ORDER BY created_at, id FOR UPDATE SKIP LOCKED`;
      const ids = claimed.map(({ id }) => id);
      if (ids.length === 0) return false;
      const rows = await rowsToTell(tx, person, ids);
      const done = { mailedAt: now };
      if (rows.length > 0) {
        const fault = await send(post, person, rows);
        await tx.user.update({
          where: { id: person.id },
          data: { mailFault: fault, ...(person.mail === 'daily' && { digestAt: now }) },
        });
      }
      await tx.notification.updateMany({ where: { id: { in: ids } }, data: done });
      return rows.length > 0;
    },
    { timeout: 3 * patience, maxWait: 10_000 },
  );
}

const withMemo = {
  by: { select: { name: true } },
  memo: {
    select: { id: true, title: true, version: true, document: true, documentVersion: true },
  },
} as const;

type Row = Awaited<ReturnType<typeof rowsToTell>>[number];

/** What of it is news, and of a memo that they may still read. */
async function rowsToTell(tx: Store, { id, since }: Person, ids: string[]) {
  const actor = await actorOfAccount(id);
  if (!actor) return [];
  return tx.notification.findMany({
    where: { AND: [{ id: { in: ids }, createdAt: { gte: since } }, notificationsVisibleTo(actor)] },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: withMemo,
  });
}

/** Sends one mail; the sentence that refuses it for good, or null. Throws where it may go later. */
async function send({ server, settings }: Post, person: Person, rows: Row[]) {
  const { base, from } = settings;
  const told: Told[] = [];
  for (const row of rows) told.push(await toldOf(row, base));
  const host = new URL(base).hostname;
  const [first] = rows;
  const thread = first?.memoId ? `<memo-${first.memoId}@${host}>` : undefined;
  try {
    await server.sendMail({
      from,
      to: { name: person.name, address: person.email },
      messageId: `<notification-${first?.id}@${host}>`,
      ...(rows.length === 1 && thread && { inReplyTo: thread, references: thread }),
      headers: { 'Auto-Submitted': 'auto-generated' },
      ...mailOf(person.name, told, `${base}/account`),
    });
    return null;
  } catch (fault) {
    const { responseCode = 0, message } = fault as { responseCode?: number; message: string };
    const code = (fault as { code?: string }).code;
    // A refused recipient is theirs alone; a refused sender or login is everybody's.
    if (code === 'EENVELOPE' && responseCode >= 500) return message.slice(0, 300);
    throw new MailServerFault(message);
  }
}

async function toldOf(row: Row, base: string): Promise<Told> {
  const { id, kind, by, memo } = row;
  const isMarked = memo !== null && (await isMemoMarked(memo));
  return {
    kind: kindSchema.parse(kind),
    by: by?.name ?? null,
    title: memo && !isMarked ? memo.title : null,
    hasMemo: memo !== null,
    address: `${base}/notifications/${id}`,
  };
}

/** By its text as it is now: a mark that was set a moment ago counts. */
async function isMemoMarked(memo: NonNullable<Row['memo']>): Promise<boolean> {
  const { document } = await currentText(db(), memo);
  return bannerOf(portionsIn(document)) !== null;
}
