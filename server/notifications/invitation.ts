import { v7 } from 'uuid';
import { invitationMail } from '@/domain/invitation-mail';
import type { Actor } from '@/domain/user';
import { deliver, MailServerFault, type MailSettings, mailSettings, openPost } from './post';

/**
 * Mails an invitation's link to whom it is for, where there is a mail server. Says in a sentence how
 * that went; the link stays to be handed over, so that nothing hangs on the mail.
 */
export async function mailInvitation(
  actor: Actor,
  invited: { name: string; email: string },
  token: string,
  settings: MailSettings | null = mailSettings(),
): Promise<string> {
  if (!settings) return '';
  const post = openPost(settings);
  try {
    const delivery = await deliver(post, {
      to: { name: invited.name, address: invited.email },
      mail: invitationMail(invited.name, actor.name, `${settings.base}/join/${token}`),
      id: `invitation-${v7()}`,
    });
    if (delivery.is === 'sent') return `It went to ${invited.email} by mail too.`;
    return `It did not go by mail: ${delivery.words}`;
  } catch (fault) {
    if (!(fault instanceof MailServerFault)) throw fault;
    return `It did not go by mail: ${fault.message}`;
  } finally {
    post.server.close();
  }
}
