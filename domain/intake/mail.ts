import { parseDate } from '../date';

/** What a mail's own header or the header of a forwarded mail says, as written there. */
export type MailHead = { from: string | null; subject: string | null; date: string | null };

/** The part of a mail that is the article, with the header that belongs to it. */
export type MailPart = { paragraphs: string[]; head: MailHead };

const forwarded = /^(-{2,} ?(forwarded|original) message ?-{2,}|begin forwarded message:)$/i;
const replied = /^(on .{6,160} wrote:|-{2,} ?original message ?-{2,}|_{20,})$/i;
const field = /^\*?(from|date|sent|subject|to|cc|reply-to)\*?:\*? ?(.*)$/i;

/**
 * Takes a mail apart: of one that forwards something the forwarded text and its header, of a reply
 * its newest part without what it answers, else all of it. Signatures below "-- " are left off.
 */
export function newestPart(paragraphs: string[], own: MailHead): MailPart {
  const at = paragraphs.findIndex((each) => forwarded.test(lineOf(each, 0)));
  if (at >= 0) {
    const part = readForwarded(paragraphs.slice(at));
    if (part.paragraphs.length > 0) return part;
  }
  const kept: string[] = [];
  for (const paragraph of paragraphs) {
    if (replied.test(paragraph.replace(/\s+/g, ' ')) || /^-- ?(\n|$)/.test(paragraph)) break;
    const words = paragraph
      .split('\n')
      .filter((line) => !line.startsWith('>'))
      .join('\n');
    if (words.trim() !== '') kept.push(words);
  }
  return { paragraphs: kept, head: own };
}

const lineOf = (text: string, index: number) => (text.split('\n')[index] ?? '').trim();

/** The mail inside: header fields in its first lines, then its text. */
function readForwarded(paragraphs: string[]): MailPart {
  const lines = paragraphs.join('\n\n').split('\n').slice(1);
  const head: MailHead = { from: null, subject: null, date: null };
  let from = 0;
  for (; from < lines.length; from += 1) {
    const line = lines[from]?.trim() ?? '';
    const [, name = '', value = ''] = field.exec(line) ?? [];
    if (line !== '' && name === '') break;
    const key = name.toLowerCase() === 'sent' ? 'date' : name.toLowerCase();
    if (key === 'from' || key === 'subject' || key === 'date') head[key] ??= value.trim();
  }
  const text = lines.slice(from).join('\n');
  return { paragraphs: text.split(/\n\s*\n/).filter((each) => each.trim() !== ''), head };
}

/** The day that a mail's date names where it was sent: "Fri, 14 Dec 2012 23:30:00 -0500". */
export function dayOfMail(date: string | null): string | null {
  const found =
    /(\d{1,2} \p{L}{3,9}\.? \d{4}|\p{L}{3,9}\.? \d{1,2}, \d{4}|\d{4}-\d{2}-\d{2})/u.exec(
      date ?? '',
    );
  return found?.[1] ? parseDate(found[1]) : null;
}

/** A subject without what mail programs put before it: "Fwd: Re: Talks stall" is "Talks stall". */
export function bareSubject(subject: string | null): string | null {
  const bare = subject?.replace(/^(\s*(re|fwd?|aw|wg|tr|rv)\s*(\[\d+\])?:\s*)+/i, '').trim();
  return bare || null;
}
