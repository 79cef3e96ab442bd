import { portionsIn } from '@/domain/document/portion';
import { bannerOf } from '@/domain/marking';
import { kindSchema } from '@/domain/notification';
import { lastDigest, mailOf, type Told } from '@/domain/notification-mail';
import { db, type Store } from '../db';
import { currentText } from '../live/log';
import { actorOfAccount } from '../users';
import { notificationsVisibleTo } from './list';
import { type Delivery, deliver, mailSettings, openPost, type Post, patience } from './post';

/** What is older than this is no news, in ms: a mail server that was down for long floods nobody. */
const newsFor = { instant: 24 * 3_600_000, daily: 8 * 24 * 3_600_000 };
/** Somebody whose mail is not taken for now is left in peace for so long, in ms. */
const restFor = 10 * 60_000;
/** Until when, by person; a process that starts anew tries again at once. */
const resting = new Map<string, number>();
/** So many people get their mail in one pass. */
const peopleMost = 200;

/**
 * Sends everybody what they were told of and have neither read nor been sent; says how many mails went
 * out. What is not taken for now is tried again later, and holds up nobody else; what is refused for
 * good stands under the person's account. Run by several instances at once, each thing goes out by
 * one. A process that dies between the server's "taken" and the store's commit sends again, under the
 * same Message-ID.
 */
export async function sendDue(now = new Date(), settings = mailSettings()): Promise<number> {
  if (!settings) return 0;
  const people = await peopleWithNews(now);
  if (people.length === 0) return 0;
  const post = openPost(settings);
  let sent = 0;
  try {
    for (const person of people) if (await sendTo(post, person, now)) sent += 1;
  } finally {
    post.server.close();
  }
  return sent;
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
  });
  const due = people.flatMap(({ id, name, email, mail, mailHour, mailZone, digestAt }) => {
    if (mail === 'never' || (resting.get(id) ?? 0) > now.getTime()) return [];
    if (mail === 'daily') {
      const since = new Date(lastDigest(now.toISOString(), mailHour, mailZone));
      if (digestAt && digestAt >= since) return [];
    }
    return [{ id, name, email, mail, since: new Date(now.getTime() - newsFor[mail]) }];
  });
  return due.slice(0, peopleMost);
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
      const delivery = rows.length > 0 ? await send(post, person, rows) : null;
      if (delivery?.is === 'later') resting.set(person.id, now.getTime() + restFor);
      else
        await tx.notification.updateMany({ where: { id: { in: ids } }, data: { mailedAt: now } });
      if (delivery)
        await tx.user.update({
          where: { id: person.id },
          data: {
            mailFault: delivery.is === 'sent' ? null : delivery.words,
            ...(person.mail === 'daily' && delivery.is !== 'later' && { digestAt: now }),
          },
        });
      return delivery?.is === 'sent';
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

/** Sends one mail of all these things. */
async function send(post: Post, person: Person, rows: Row[]): Promise<Delivery> {
  const { base } = post.settings;
  const told: Told[] = [];
  for (const row of rows) told.push(await toldOf(row, base));
  const [first] = rows;
  const isAlone = rows.length === 1 && first?.memoId;
  return deliver(post, {
    to: { name: person.name, address: person.email },
    mail: mailOf(person.name, told, `${base}/account`),
    id: `notification-${first?.id}`,
    thread: isAlone ? `memo-${first.memoId}` : undefined,
  });
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
