import PostalMime, { type Email } from 'postal-mime';
import { knownOutlet } from '@/domain/intake/head';
import { bareSubject, dayOfMail, newestPart } from '@/domain/intake/mail';
import { composeText, type Received } from '@/domain/intake/received';
import { paragraphsOfHtml } from './read-html';
import { Unreadable } from './unreadable';

/**
 * The article in an e-mail: its newest part, or what it forwards, from HTML or plain text. Its
 * subject, sender and date are hints. A mail without text that encloses another mail gives that.
 */
export async function readEml(bytes: Uint8Array, depth = 0): Promise<Received> {
  const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 20 });
  const paragraphs = paragraphsOf(mail);
  const enclosed = mail.attachments.find((each) => each.mimeType === 'message/rfc822');
  if (paragraphs.join('').length < 80 && enclosed && depth < 2)
    return readEml(bytesOf(enclosed.content), depth + 1);
  const date = mail.headers.find((header) => header.key === 'date')?.value ?? mail.date ?? null;
  const from = mail.from?.name || mail.from?.address || null;
  const part = newestPart(paragraphs, { from, subject: mail.subject ?? null, date });
  if (part.paragraphs.length === 0)
    throw new Unreadable(
      mail.attachments.length > 0
        ? 'This e-mail has no text of its own. Save what is attached to it and bring in that.'
        : 'This e-mail has no text in it.',
    );
  const title = bareSubject(part.head.subject);
  return {
    format: 'eml',
    text: composeText(title, part.paragraphs),
    title,
    outlet: knownOutlet(part.head.from?.replace(/\s*<.*$/, '') ?? ''),
    byline: null,
    publishedOn: dayOfMail(part.head.date),
    url: null,
  };
}

/** Plain text where there is some: it is what was written. A mail in HTML alone is read as such. */
function paragraphsOf(mail: Email): string[] {
  const plain = mail.text?.replace(/\r\n?/g, '\n').trim();
  if (plain) return plain.split(/\n[^\S\n]*\n+/).map(joinSoftLines);
  return mail.html ? paragraphsOfHtml(mail.html) : [];
}

/** Mail programs break lines near 72 characters; header fields, quotes and lists stay lines. */
function joinSoftLines(paragraph: string): string {
  const lines = paragraph.split('\n');
  const isProse = lines.every(
    (line, index) => index === lines.length - 1 || line.trim().length > 45,
  );
  const isMarked = lines.some((line) => /^(>|\s*[-*•] |[A-Z][\w-]*: |-{2,})/.test(line));
  return isProse && !isMarked ? lines.map((line) => line.trim()).join(' ') : paragraph.trim();
}

const bytesOf = (content: ArrayBuffer | Uint8Array | string) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
