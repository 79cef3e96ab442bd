import { composeText, limits, type Received, tidyText } from '@/domain/intake/received';
import { declaredCharset, decodeText } from './decode';
import { formatOf, type Labels } from './kind';
import { Unreadable } from './unreadable';

/** What is to be read: the bytes, what they came as, and where from. */
export type ReadingOrder = Labels & {
  bytes: Uint8Array;
  charset: string | null;
  url: string | null;
  /** A piece of a page, such as a paste: all its paragraphs are wanted. */
  fragment?: boolean;
  /** A Word file that a memo is to be made of: its structure is wanted. */
  memo?: boolean;
};

/**
 * Reads the article out of a file, whatever kind it is. It trusts the bytes with its process: only
 * `reader.ts`, which is one of its own, and tests call it. Throws `Unreadable` with a sentence.
 */
export async function readFile(order: ReadingOrder): Promise<Received> {
  const received = await readBy(order);
  const text = tidyText(received.text);
  if (!/\p{L}/u.test(text)) throw new Unreadable('There is no text in this file.');
  if (text.length > limits.characters)
    throw new Unreadable(
      `This text is longer than ${limits.characters.toLocaleString('en')} characters. Bring in the part that you need.`,
    );
  const { title, byline, outlet } = received;
  const line = (words: string | null) =>
    (words ? tidyText(words).replace(/\s+/g, ' ') : '') || null;
  return {
    ...received,
    text,
    title: line(title),
    byline: line(byline),
    outlet: line(outlet),
    url: received.url ?? order.url,
  };
}

/** Each kind's library is loaded when the first of its kind comes: a text needs none of them. */
async function readBy({
  bytes,
  charset,
  url,
  fragment,
  memo,
  ...labels
}: ReadingOrder): Promise<Received> {
  if (fragment) {
    const { paragraphsOfHtml } = await import('./read-html');
    const text = composeText(null, paragraphsOfHtml(decodeText(bytes)));
    return { ...plain(text), format: 'html' };
  }
  const format = await formatOf(bytes, labels);
  if (memo && format !== 'docx')
    throw new Unreadable('This is no Word file. Save it as .docx and choose that.');
  if (memo) return (await import('./read-memo')).readMemo(bytes);
  switch (format) {
    case 'docx':
      return (await import('./read-docx')).readDocx(bytes);
    case 'pdf':
      return (await import('./read-pdf')).readPdf(bytes);
    case 'eml':
      return (await import('./read-eml')).readEml(bytes);
    case 'html': {
      const { readHtml } = await import('./read-html');
      return readHtml(decodeText(bytes, charset ?? declaredCharset(bytes)), url);
    }
    case 'text':
      return plain(decodeText(bytes, charset));
  }
}

function plain(text: string): Received {
  return {
    format: 'text',
    text,
    title: null,
    outlet: null,
    byline: null,
    publishedOn: null,
    url: null,
  };
}
