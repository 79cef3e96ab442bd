import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { limits } from '@/domain/intake/received';
import { isPublicAddress, type Resolver } from './addresses';
import { fetchArticle } from './fetch';

let server: Server;
let port = 0;
let asked: string[] = [];

const answers: Record<string, RequestListener> = {
  '/article': (request, response) => {
    response.setHeader('Content-Type', 'text/html; charset="windows-1252"');
    response.setHeader('Set-Cookie', 'a=b');
    response.end(`<p>Read with ${request.headers.cookie ?? 'no cookie'}</p>`);
  },
  '/packed': (_, response) => {
    response.setHeader('Content-Type', 'text/plain');
    response.setHeader('Content-Encoding', 'gzip');
    response.end(gzipSync('unpacked'));
  },
  '/bomb': (_, response) => {
    response.setHeader('Content-Type', 'text/plain');
    response.setHeader('Content-Encoding', 'gzip');
    response.end(gzipSync(Buffer.alloc(limits.bytes + 1)));
  },
  '/picture': (_, response) => response.setHeader('Content-Type', 'image/png').end('x'),
  '/large': (_, response) => {
    response.setHeader('Content-Type', 'text/plain');
    response.end(Buffer.alloc(limits.bytes + 1, 'a'));
  },
  '/slow': (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/plain' });
    response.write('a');
  },
  '/gone': (_, response) => response.writeHead(404).end(),
  '/paid': (_, response) => response.writeHead(402).end(),
  '/failing': (_, response) => response.writeHead(503).end(),
};

beforeAll(async () => {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://here');
    asked.push(url.pathname);
    const to = url.searchParams.get('to');
    if (url.pathname === '/on') response.writeHead(302, { Location: to ?? '/on' }).end();
    else (answers[url.pathname] ?? answers['/gone'])?.(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const rules = () => ({ allowedHosts: [`127.0.0.1:${port}`] });
const here = (path: string) => `http://127.0.0.1:${port}${path}`;

/** A name server that gives each name the addresses it is asked to. */
const resolver =
  (...addresses: string[]): Resolver =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

describe('addresses that lead inside', () => {
  test.each([
    'http://localhost/',
    'http://LOCALHOST./',
    'http://127.0.0.1/',
    'http://127.0.0.1:80/',
    'http://127.1/',
    'http://127.0.1/',
    'http://0/',
    'http://0.0.0.0/',
    'http://0x7f.1/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://0177.1/',
    'http://2130706433/',
    'http://017700000001/',
    'http://127.0.0.1./',
    'http://127.255.255.254/',
    'http://①②⑦.⓪.⓪.①/',
    'http://１２７.０.０.１/',
    'http://127。0。0。1/',
    'http://%31%32%37.0.0.1/',
    'http://10.0.0.1/',
    'http://10.1/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.0.1/',
    'http://192.168.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://2852039166/',
    'http://0xa9fea9fe/',
    'http://100.64.0.1/',
    'http://100.100.100.200/',
    'http://192.0.0.192/',
    'http://192.0.2.1/',
    'http://198.18.0.1/',
    'http://224.0.0.1/',
    'http://239.255.255.250/',
    'http://240.0.0.1/',
    'http://255.255.255.255/',
    'http://[::]/',
    'http://[::1]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::127.0.0.1]/',
    'http://[::7f00:1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::ffff:169.254.169.254]/',
    'http://[::ffff:0:127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b:1::a00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[2001:0:7f00:1::]/',
    'http://[fc00::1]/',
    'http://[fd00:ec2::254]/',
    'http://[fe80::1]/',
    'http://[fec0::1]/',
    'http://[ff02::1]/',
    'http://[100::1]/',
    'http://[2001:db8::1]/',
  ])('%s', async (address) => {
    asked = [];
    await expect(fetchArticle(address)).rejects.toThrow('private network');
    expect(asked).toEqual([]);
  });

  test.each([
    ['127.0.0.1.nip.example', ['127.0.0.1']],
    ['metadata.google.internal', ['169.254.169.254']],
    ['inside.example', ['10.0.0.1']],
    ['mapped.example', ['::ffff:127.0.0.1']],
    ['six.example', ['fd00::1']],
    ['mixed.example', ['93.184.216.34', '127.0.0.1']],
    ['mixed-six.example', ['2606:2800:220:1:248:1893:25c8:1946', '::1']],
    ['nowhere.example', []],
  ])('a name that resolves inside: %s', async (host, addresses) => {
    await expect(
      fetchArticle(`http://${host}/`, { resolver: resolver(...addresses) }),
    ).rejects.toThrow('private network');
  });

  test('a name that changes its mind is looked up where the connection is made', async () => {
    const looked: string[] = [];
    const changing: Resolver = async (host) => {
      looked.push(host);
      return [{ address: '127.0.0.1', family: 4 }];
    };
    asked = [];
    await expect(fetchArticle('http://rebinding.example/', { resolver: changing })).rejects.toThrow(
      'private network',
    );
    expect([looked, asked]).toEqual([['rebinding.example'], []]);
  });

  test.each([
    ['file:///etc/passwd', 'begins with http'],
    ['ftp://example.org/', 'begins with http'],
    ['gopher://127.0.0.1:70/', 'begins with http'],
    ['data:text/html,hello', 'begins with http'],
    ['javascript:alert(1)', 'begins with http'],
    ['example', 'begins with http'],
    ['', 'begins with http'],
    ['http://user:password@example.org/', 'user name and password'],
    ['http://example.org@127.0.0.1/', 'user name and password'],
    ['http://example.org:22/', 'port number'],
    ['http://127.0.0.1:5432/', 'port number'],
    ['https://example.org:8443/', 'port number'],
  ])('%s is refused: %s', (address, sentence) =>
    expect(fetchArticle(address)).rejects.toThrow(sentence),
  );
});

test('public addresses are public', () => {
  for (const address of ['93.184.216.34', '8.8.8.8', '2606:2800:220:1:248:1893:25c8:1946'])
    expect(isPublicAddress(address), address).toBe(true);
  for (const address of ['', 'example.org', 'fe80::1%eth0'])
    expect(isPublicAddress(address), address).toBe(false);
});

describe('a host that the settings allow', () => {
  test('is fetched from, without cookies, with its media type and character set', async () => {
    const fetched = await fetchArticle(here('/article'), rules());
    expect(Buffer.from(fetched.bytes).toString()).toBe('<p>Read with no cookie</p>');
    expect(fetched).toMatchObject({
      url: here('/article'),
      mediaType: 'text/html',
      charset: 'windows-1252',
      fileName: 'article',
    });
  });

  test('by its name too, and on no other port', async () => {
    const byName = { allowedHosts: [`news.intranet:${port}`], resolver: resolver('127.0.0.1') };
    const fetched = await fetchArticle(`http://news.intranet:${port}/article`, byName);
    expect(fetched.url).toBe(`http://news.intranet:${port}/article`);
    await expect(fetchArticle('http://news.intranet/', byName)).rejects.toThrow('private network');
    await expect(fetchArticle('http://news.intranet:1/', byName)).rejects.toThrow('port number');
  });

  test('what was packed on the way is unpacked, up to the most that is taken', async () => {
    const { bytes } = await fetchArticle(here('/packed'), rules());
    expect(Buffer.from(bytes).toString()).toBe('unpacked');
    await expect(fetchArticle(here('/bomb'), rules())).rejects.toThrow('larger than 10 MB');
  });

  test('may lead on to itself, but nowhere that is not allowed', async () => {
    const on = (to: string) => here(`/on?to=${encodeURIComponent(to)}`);
    expect((await fetchArticle(on('/article'), rules())).url).toBe(here('/article'));
    expect((await fetchArticle(on(on('/article')), rules())).url).toBe(here('/article'));
    for (const inside of ['http://127.1/', 'http://[::1]/', '//10.0.0.1/', 'http://localhost/'])
      await expect(fetchArticle(on(inside), rules())).rejects.toThrow('private network');
    await expect(fetchArticle(on(on('http://2130706433/')), rules())).rejects.toThrow(
      'private network',
    );
    await expect(fetchArticle(on('file:///etc/passwd'), rules())).rejects.toThrow(
      'begins with http',
    );
    asked = [];
    await expect(fetchArticle(here('/on'), rules())).rejects.toThrow('leads on and on');
    expect(asked).toHaveLength(6);
  });

  test.each([
    ['/picture', 'image/png'],
    ['/large', 'larger than 10 MB'],
    ['/gone', 'no page under this address'],
    ['/paid', 'not open to everybody'],
    ['/failing', 'an error (503)'],
  ])('%s is refused: %s', (path, sentence) =>
    expect(fetchArticle(here(path), rules())).rejects.toThrow(sentence),
  );

  test('a page that never ends is given up', async () => {
    const impatient = { ...rules(), patience: 300 };
    await expect(fetchArticle(here('/slow'), impatient)).rejects.toThrow('took too long');
  });
});
