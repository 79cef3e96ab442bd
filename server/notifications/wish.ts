import type { MailWish } from '@/domain/notification-mail';
import type { Actor } from '@/domain/user';
import { record } from '../audit';
import { authorize } from '../authorize';
import { change, db } from '../db';
import { mailSettings } from './post';

/** When the actor wants mail, whether there is any, and why the last one to them did not go out. */
export async function getMailWish(
  actor: Actor,
): Promise<MailWish & { hasMail: boolean; fault: string | null }> {
  const user = await db().user.findUniqueOrThrow({ where: { id: actor.id } });
  const { mail, mailHour: hour, mailZone: zone, mailFault: fault } = user;
  return { mail, hour, zone, fault, hasMail: mailSettings() !== null };
}

/** Changes when the actor gets mail. */
export async function setMailWish(actor: Actor, { mail, hour, zone }: MailWish): Promise<string> {
  authorize(actor, 'mail.change', { teamId: null, ownerId: actor.id });
  await change(async (tx) => {
    const data = { mail, mailHour: hour, mailZone: zone, mailFault: null };
    await tx.user.update({ where: { id: actor.id }, data });
    await record(tx, {
      actorId: actor.id,
      event: 'user.mail-changed',
      subjectType: 'user',
      subjectId: actor.id,
      detail: { mail },
    });
  });
  return 'Mail comes to you so from now on.';
}
