import mammoth from 'mammoth';
import { fromBufferPromise, type ZipFile } from 'yauzl';
import { composeText, limits, type Received } from '@/domain/intake/received';
import { Unreadable } from './unreadable';

/**
 * The paragraphs of a Word document. The archive is unpacked once to be measured, so that one
 * that would unpack to more than it may is refused before the document's reader opens it.
 */
export async function readDocx(bytes: Uint8Array): Promise<Received> {
  await measure(Buffer.from(bytes));
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  const paragraphs = value.split(/\n{2,}/);
  return {
    format: 'docx',
    text: composeText(null, paragraphs),
    title: null,
    outlet: null,
    byline: null,
    publishedOn: null,
    url: null,
  };
}

const mostEntries = 5_000;

/** Unpacks every entry and counts; what the archive says of its own sizes is not believed. */
export async function measure(bytes: Buffer): Promise<void> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true }).catch(() => {
    throw new Unreadable('This document is broken or cut off. Save it anew and bring in that.');
  });
  const names = new Set<string>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    names.add(entry.fileName);
    if (names.size > mostEntries) throw new Unreadable(tooLarge);
    if (entry.isEncrypted()) throw new Unreadable(locked);
    unpacked += await sizeOf(zip, entry, limits.unpackedBytes - unpacked);
  }
  if (names.has('word/document.xml')) return;
  throw new Unreadable(
    'This is an archive and no Word document. Unpack it and bring in the files inside.',
  );
}

const tooLarge = 'This document unpacks to more than it may. Copy its text and paste it.';
const locked =
  'This document is protected by a password. Save it without one and bring it in again.';

type Entry = Parameters<ZipFile['openReadStreamPromise']>[0];

async function sizeOf(zip: ZipFile, entry: Entry, most: number): Promise<number> {
  const stream = await zip.openReadStreamPromise(entry);
  let size = 0;
  for await (const chunk of stream) {
    size += (chunk as Buffer).length;
    if (size > most) throw new Unreadable(tooLarge);
  }
  return size;
}
