import type { Format } from '@/domain/intake/received';
import { declaredCharset, decodeText } from './decode';
import { Unreadable } from './unreadable';

/** What a file came as: its name and media type, where it has any. Both may be wrong. */
export type Labels = { fileName: string | null; mediaType: string | null };

/**
 * What the bytes are, by what is in them; name and media type only tell plain text, HTML and
 * e-mail apart. Refused with a sentence where it is nothing that an article is read from.
 */
export async function formatOf(bytes: Uint8Array, labels: Labels): Promise<Format> {
  if (bytes.length === 0) throw new Unreadable('This file is empty.');
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (head.includes('%PDF-')) return 'pdf';
  // Text first: "BM" begins a bitmap as well as an article on BMW.
  const text = decodeText(bytes.subarray(0, 8192), declaredCharset(bytes));
  if (!isBinary(text)) return fromText(text, labels);
  const { fileTypeFromBuffer } = await import('file-type');
  const type = await fileTypeFromBuffer(bytes);
  if (type) return fromContent(type.ext, bytes);
  throw new Unreadable(`This file holds no text that could be read. ${advice}`);
}

const advice = 'Bring in a .txt, .html, .docx, .pdf or .eml file.';

function fromContent(ext: string, bytes: Uint8Array): Format {
  if (ext === 'docx' || ext === 'docm' || ext === 'dotx') return 'docx';
  if (ext === 'cfb') throw new Unreadable(cfbSentence(bytes));
  // The word processor decides by what is inside, so does the reader of the archive.
  if (ext === 'zip') return 'docx';
  throw new Unreadable(`This is a .${ext} file, which no article is read from. ${advice}`);
}

/** Old Word files and encrypted new ones are both kept in Microsoft's compound file. */
function cfbSentence(bytes: Uint8Array): string {
  const encrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return encrypted
    ? 'This document is protected by a password. Save it without one and bring it in again.'
    : 'This is an old Office file (.doc or alike). Save it as .docx and bring in that.';
}

function fromText(text: string, { fileName, mediaType }: Labels): Format {
  if (text.startsWith('{\\rtf'))
    throw new Unreadable('This is a rich-text file (.rtf). Save it as .docx and bring in that.');
  const name = fileName?.toLowerCase() ?? '';
  if (isMail(text)) return 'eml';
  if (
    /^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype html|html|head|body|article)\b/is.test(text)
  )
    return 'html';
  const claimsHtml = /\.x?html?$/.test(name) || /html/.test(mediaType ?? '');
  if (claimsHtml && /<\w+[^>]*>/.test(text)) return 'html';
  if (/^\s*<\?xml/.test(text)) throw new Unreadable(`This is an XML file and no page. ${advice}`);
  return 'text';
}

/** Text has next to no control characters; a cut piece of another file has many. */
function isBinary(text: string): boolean {
  let controls = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if ((code < 32 && !'\t\n\r\f'.includes(character)) || code === 0xfffd) controls += 1;
  }
  return controls > text.length * 0.02;
}

/** A mail begins with header fields, and tells whom it is from. */
function isMail(text: string): boolean {
  const head = text.replace(/^\uFEFF?(From [^\n]*\n)?/, '').split(/\r?\n\r?\n/)[0] ?? '';
  const lines = head.split(/\r?\n/);
  const areFields = lines.every((line) => /^([!-9;-~]+:|[ \t])/.test(line));
  return (
    areFields && /^from:/im.test(head) && /^(date|message-id|mime-version|received):/im.test(head)
  );
}
