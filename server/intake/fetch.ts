import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Agent, type Dispatcher, request } from 'undici';
import { AppError } from '@/domain/errors';
import { limits } from '@/domain/intake/received';
import { isPublicAddress, type Resolver, systemResolver } from './addresses';

/** A page or file as it came over the network, and the address it came from in the end. */
export type Fetched = {
  bytes: Uint8Array;
  url: string;
  mediaType: string | null;
  charset: string | null;
  fileName: string | null;
};

/** `allowedHosts` are names or addresses of one's own network, as INTAKE_ALLOW_HOSTS has them. */
export type FetchRules = {
  allowedHosts?: readonly string[];
  resolver?: Resolver;
  patience?: number;
};

const hops = 5;
const types =
  /^(text\/|application\/(xhtml\+xml|pdf|xml|octet-stream|msword|vnd\.openxmlformats|rtf)|message\/rfc822|$)/i;

/**
 * Fetches what an article is to be read from. Only http and https on their own ports, only public
 * addresses (checked where the connection is made, so that no second answer of a name server gets
 * round it) and each redirect anew; no cookies, nothing larger or slower than it may be.
 */
export async function fetchArticle(address: string, rules: FetchRules = {}): Promise<Fetched> {
  const signal = AbortSignal.timeout(rules.patience ?? limits.milliseconds);
  let url = readUrl(address, rules);
  for (let hop = 0; hop <= hops; hop += 1) {
    const agent = makeAgent(url, rules);
    try {
      const answer = await ask(url, agent, signal);
      const location = redirectOf(answer);
      if (location === null) return await take(answer, url, signal);
      url = readUrl(location, rules, url);
    } finally {
      await agent.destroy();
    }
  }
  throw refusal('This address leads on and on. Copy the article and paste it.');
}

const refusal = (sentence: string) => new AppError('invalid', sentence);

const forbidden =
  'This address belongs to a private network, from which nothing is fetched. Ask an administrator to allow its host, or paste the article.';

/** The address as a URL that may be asked for; a host written as a number is checked here. */
function readUrl(address: string, { allowedHosts = [] }: FetchRules, base?: URL): URL {
  const text = address.trim();
  if (!URL.canParse(text, base?.href) || !/^https?:$/.test(new URL(text, base).protocol))
    throw refusal('Write a web address that begins with http:// or https://.');
  const url = new URL(text, base);
  if (url.username !== '' || url.password !== '')
    throw refusal('Write the address without a user name and password in it.');
  const isAllowed = allows(allowedHosts, url);
  if (url.port !== '' && !isAllowed)
    throw refusal('Only addresses without a port number are fetched. Paste the article instead.');
  const host = bareHost(url);
  const isInside = isIP(host) !== 0 ? !isPublicAddress(host) : /(^|\.)localhost$/.test(host);
  if (!isAllowed && isInside) throw refusal(forbidden);
  url.hash = '';
  return url;
}

const bareHost = (url: URL) => url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

/** An entry with a port allows that port alone, one without the usual two. */
function allows(allowedHosts: readonly string[], url: URL): boolean {
  const host = url.hostname.replace(/\.$/, '');
  return allowedHosts.includes(url.port === '' ? host : `${host}:${url.port}`);
}

/** An agent for one hop: it looks the host up anew, and keeps no connection for another. */
function makeAgent(url: URL, rules: FetchRules): Agent {
  const isAllowed = allows(rules.allowedHosts ?? [], url);
  const resolve = rules.resolver ?? systemResolver;
  const lookup: LookupFunction = (host, options, callback) => {
    resolve(host).then(
      (addresses) => {
        const bad = addresses.some(({ address }) => !isPublicAddress(address));
        // One private answer among public ones refuses the host: which is taken is chance.
        if (addresses.length === 0 || (bad && !isAllowed))
          return callback(new Refused(forbidden), '', 0);
        const [first] = addresses;
        if (options.all) return callback(null, addresses);
        callback(null, first?.address ?? '', first?.family ?? 0);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
  return new Agent({
    connect: { lookup, timeout: 8_000 },
    headersTimeout: 15_000,
    bodyTimeout: 15_000,
    maxHeaderSize: 32_768,
    maxResponseSize: limits.bytes,
  });
}

class Refused extends Error {}

async function ask(
  url: URL,
  dispatcher: Agent,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  const headers = {
    'User-Agent': 'Scenesetter (article import)',
    Accept: 'text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5',
    'Accept-Encoding': 'gzip, br',
    'Accept-Language': 'en,*;q=0.5',
  };
  try {
    return await request(url, { dispatcher, signal, headers, method: 'GET' });
  } catch (error) {
    throw refusal(sentenceOf(error));
  }
}

function redirectOf({ statusCode, headers }: Dispatcher.ResponseData): string | null {
  const location = [headers.location].flat()[0];
  return [301, 302, 303, 307, 308].includes(statusCode) && location ? location : null;
}

async function take(
  answer: Dispatcher.ResponseData,
  url: URL,
  signal: AbortSignal,
): Promise<Fetched> {
  const { statusCode, headers, body } = answer;
  if (statusCode !== 200) {
    await body.dump().catch(() => undefined);
    throw refusal(statusSentence(statusCode));
  }
  const [mediaType = '', ...parameters] = `${headers['content-type'] ?? ''}`
    .split(';')
    .map((each) => each.trim());
  if (!types.test(mediaType))
    throw refusal(`There is no article under this address but a file of the type ${mediaType}.`);
  const charset = parameters
    .find((each) => /^charset=/i.test(each))
    ?.slice(8)
    .replace(/"/g, '');
  return {
    bytes: unpack(await readBody(body, signal), `${headers['content-encoding'] ?? 'identity'}`),
    url: url.href,
    mediaType: mediaType || null,
    charset: charset || null,
    fileName: (url.pathname.split('/').at(-1) ?? '').slice(0, 200) || null,
  };
}

async function readBody(body: AsyncIterable<Buffer>, signal: AbortSignal): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      signal.throwIfAborted();
      size += chunk.length;
      if (size > limits.bytes) throw new Refused(tooLarge);
      chunks.push(chunk);
    }
  } catch (error) {
    throw refusal(sentenceOf(error));
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** Unpacks what was sent packed, up to the most that a page may be. */
function unpack(bytes: Uint8Array, coding: string): Uint8Array {
  const options = { maxOutputLength: limits.bytes };
  try {
    if (coding === 'identity') return bytes;
    if (/^(x-)?gzip$/.test(coding)) return new Uint8Array(gunzipSync(bytes, options));
    if (coding === 'br') return new Uint8Array(brotliDecompressSync(bytes, options));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw refusal(tooLarge);
  }
  throw refusal('This page is sent in a form that can’t be read. Copy the article and paste it.');
}

const tooLarge = `This page is larger than ${limits.bytes / 1_000_000} MB. Copy the article and paste it.`;

function sentenceOf(error: unknown): string {
  if (error instanceof Refused) return error.message;
  const { name, code, cause } = error as NodeJS.ErrnoException & { cause?: unknown };
  if (cause instanceof Refused) return cause.message;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return 'No computer has this name. Check the address, or paste the article.';
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return tooLarge;
  if (name === 'TimeoutError' || /TIMEOUT/.test(code ?? ''))
    return 'This page took too long to answer. Try again, or copy the article and paste it.';
  if (/CERT|SIGNED|TLS|SSL/.test(code ?? ''))
    return 'The identity of this server can’t be checked (its certificate). Paste the article instead.';
  return 'This address does not answer. Check it, or copy the article and paste it.';
}

function statusSentence(status: number): string {
  if (status === 404 || status === 410) return 'There is no page under this address any more.';
  if (status === 401 || status === 402 || status === 403)
    return 'This page is not open to everybody (a sign-in or a paywall). Copy the article and paste it.';
  if (status === 429) return 'This server wants to be left alone for a while. Try again later.';
  return `This server answers with an error (${status}). Try again later, or paste the article.`;
}
