import { AppError } from '@/domain/errors';
import { limits, type Received, tidyText } from '@/domain/intake/received';
import { env } from '../env';
import { fetchArticle } from './fetch';
import { readApart } from './readers';

/** Where an article comes from: a file, the clipboard (plain, or rich with its HTML), an address. */
export type Source =
  | { from: 'file'; bytes: Uint8Array; fileName: string | null; mediaType: string | null }
  | { from: 'paste'; text: string; html?: string }
  | { from: 'address'; url: string };

/** An article as it was received: the bytes to keep, and what was read out of them. */
export type Arrival = {
  bytes: Uint8Array;
  mediaType: string | null;
  fileName: string | null;
  received: Received;
};

/** Takes in and reads what a source holds. Refused in a sentence; nothing is stored yet. */
export function receive(source: Source): Promise<Arrival> {
  switch (source.from) {
    case 'file':
      return receiveFile(source);
    case 'paste':
      return receivePaste(source);
    case 'address':
      return receiveAddress(source.url);
  }
}

async function receiveFile(source: Source & { from: 'file' }): Promise<Arrival> {
  const { bytes, fileName, mediaType } = source;
  const order = { bytes, fileName, mediaType, charset: null, url: null };
  return { bytes, fileName, mediaType, received: await readApart(order) };
}

async function receivePaste({ text, html }: Source & { from: 'paste' }): Promise<Arrival> {
  const tidy = tidyText(text);
  if (!/\p{L}/u.test(tidy)) throw new AppError('invalid', 'Paste the text of an article first.');
  if (tidy.length > limits.characters)
    throw new AppError('invalid', 'This text is too long. Paste the part that you need.');
  const labels = { fileName: null, charset: 'utf-8', url: null };
  if (html?.includes('<')) {
    const bytes = new TextEncoder().encode(html);
    const order = { ...labels, bytes, mediaType: 'text/html', fragment: true };
    return { bytes, mediaType: 'text/html', fileName: null, received: await readApart(order) };
  }
  const unsaid = { title: null, outlet: null, byline: null, publishedOn: null, url: null };
  return {
    bytes: new TextEncoder().encode(text),
    mediaType: 'text/plain',
    fileName: null,
    received: { format: 'text', text: tidy, ...unsaid },
  };
}

async function receiveAddress(address: string): Promise<Arrival> {
  const fetched = await fetchArticle(address, { allowedHosts: env().INTAKE_ALLOW_HOSTS });
  const { bytes, fileName, mediaType } = fetched;
  // What is fetched came from its own address, whatever the page says of itself.
  const received = await readApart(fetched);
  return { bytes, fileName, mediaType, received: { ...received, url: fetched.url } };
}
