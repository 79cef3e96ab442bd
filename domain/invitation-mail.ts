import { escaped, type Mail, toLine } from './notification-mail';

/** The mail that takes an invitation to whom it is for: one link, which works once, for seven days. */
export function invitationMail(invited: string, by: string, address: string): Mail {
  const sentence = `${toLine(by)} invites you to Scenesetter. This link works once, for seven days:`;
  const name = toLine(invited);
  return {
    subject: `${toLine(by)} invites you to Scenesetter`,
    text: `${name},\n\n${sentence}\n${address}\n\nIf you don’t know why, do nothing.`,
    html: `<!doctype html>
<html lang="en"><body style="font-family:sans-serif;line-height:1.5;max-width:36em">
<p>${escaped(name)},</p>
<p>${escaped(sentence)}<br><a href="${escaped(address)}">Join</a></p>
<p style="font-size:0.85em">If you don’t know why, do nothing.</p>
</body></html>`,
  };
}
