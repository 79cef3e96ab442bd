import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { zoneSchema } from './clearance/due';
import { type NotificationKind, sentenceOf } from './notification';

/**
 * One thing that mail tells of. `title` is the memo's, and null where mail may not carry it: a memo that is
 * marked leaves no word of itself in a mail. `address` is the whole address it leads to.
 */
export type Told = {
  kind: NotificationKind;
  by: string | null;
  title: string | null;
  hasMemo: boolean;
  address: string;
};

/** A mail: its subject, and what it says as plain text and as HTML. */
export type Mail = { subject: string; text: string; html: string };

/**
 * The mail that tells somebody of some things: what happened, and one link to each. It has none of the
 * memos' words beside their titles, loads nothing, and can't be made to say other header lines.
 */
export function mailOf(name: string, told: readonly Told[], settings: string): Mail {
  const lines = told.map((each) => ({ words: toLine(sentenceIn(each)), address: each.address }));
  const [only] = lines;
  const subject =
    lines.length === 1 && only ? only.words : `${lines.length} things wait for you in Scenesetter`;
  const foot = 'When mail like this comes is set under your account:';
  const text = [
    `${name},`,
    ...lines.map(({ words, address }) => `${words}\n${address}`),
    `${foot}\n${settings}`,
  ].join('\n\n');
  const items = lines
    .map(
      ({ words, address }) =>
        `<p>${escaped(words)}<br><a href="${escaped(address)}">Open it</a></p>`,
    )
    .join('\n');
  const html = `<!doctype html>
<html lang="en"><body style="font-family:sans-serif;line-height:1.5;max-width:36em">
<p>${escaped(name)},</p>
${items}
<p style="font-size:0.85em">${escaped(foot)} <a href="${escaped(settings)}">account</a></p>
</body></html>`;
  return { subject, text, html };
}

function sentenceIn({ kind, by, title, hasMemo }: Told): string {
  const memo = title === null ? 'a memo' : `“${title.trim() || 'Untitled memo'}”`;
  return sentenceOf({ kind, by, memo: hasMemo ? memo : '' });
}

/** A name or a title is one line, whatever somebody wrote into it. */
export function toLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}

/** A text as HTML says it, in an element or an attribute. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** When somebody wants mail: at once, once a day at an hour (0 to 23) of their zone, or never. */
export const mailWishSchema = z.object({
  mail: z.enum(['instant', 'daily', 'never']),
  hour: z.coerce.number().int().min(0).max(23),
  zone: zoneSchema,
});
export type MailWish = z.infer<typeof mailWishSchema>;

/**
 * The latest moment, up to `now`, at which a daily mail was due: an instant. Days are those of the zone, so
 * that it comes at the same hour in summer and winter.
 */
export function lastDigest(now: string, hour: number, zone: string): string {
  const here = Temporal.Instant.from(now).toZonedDateTimeISO(zone);
  const today = here.with({
    hour,
    minute: 0,
    second: 0,
    millisecond: 0,
    microsecond: 0,
    nanosecond: 0,
  });
  const due =
    Temporal.ZonedDateTime.compare(today, here) <= 0 ? today : today.subtract({ days: 1 });
  return due.toInstant().toString();
}
