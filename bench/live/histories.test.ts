import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { schema } from '@/domain/document/schema';
import type { Save } from '@/domain/memo';
import { Authority } from './authority';
import { Ledger } from './ledger';
import { Writer } from './writer';

const { nodes } = schema;
const paragraph = (text: string) => nodes.paragraph.create({ id: text }, schema.text(text));

const start = nodes.doc.create(null, [
  nodes.header.create(null, nodes.title.create(null, schema.text('Talks'))),
  nodes.section.create({ id: 's', name: 'body' }, [
    nodes.heading.create(null, schema.text('Body')),
    paragraph('Alpha.'),
    paragraph('Delta.'),
    nodes.bullet_list.create({ id: 'list' }, [
      nodes.list_item.create(null, paragraph('Eta.')),
      nodes.list_item.create(null, paragraph('Iota.')),
    ]),
  ]),
]);

/** Slow, and loses a fifth of the requests and a fifth of the answers. */
function badLine(authority: Authority, writer: Writer) {
  const wait = () => sleep(Math.random() * 60);
  return async (address: string, init: RequestInit = {}): Promise<Response> => {
    if (address.includes('/presence')) return new Response(null, { status: 204 });
    if (writer.line.down) throw new TypeError('The line is down.');
    if (init.method === 'POST') {
      await wait();
      if (Math.random() < 0.2) throw new TypeError('The request was lost.');
      const answer = authority.commit(JSON.parse(String(init.body)) as Save);
      await wait();
      if (writer.line.down || Math.random() < 0.2) throw new TypeError('The answer was lost.');
      return Response.json(answer);
    }
    const from = Number(/from=(\d+)/.exec(address)?.[1]);
    const { Accept = '' } = init.headers as Record<string, string>;
    if (Accept.includes('json')) return Response.json({ batches: authority.since(from) });
    return new Response(streamOf(authority, from, init.signal));
  };
}

function streamOf(authority: Authority, from: number, signal?: AbortSignal | null) {
  return new ReadableStream({
    start(controller) {
      const write = (text: string) => controller.enqueue(new TextEncoder().encode(text));
      const send = (batches: unknown[]) => write(`data: ${JSON.stringify({ batches })}\n\n`);
      signal?.addEventListener('abort', () => authority.listeners.delete(send));
      write(': open\n\n');
      send(authority.since(from));
      authority.listeners.add(send);
    },
  });
}

async function disturb(writer: Writer, until: number): Promise<void> {
  while (Date.now() < until) {
    await sleep(200 + Math.random() * 800);
    writer.line.down = true;
    await sleep(Math.random() * 1200);
    writer.line.down = false;
  }
}

// Words were lost where a removal had been made before they came, and stood twice where two had
// taken out the same paragraph, and where a removal that was turned down had been mended already.
test('twelve writers on bad lines come to one text, with every word in it once', async () => {
  const authority = new Authority(start);
  const ledger = new Ledger();
  const writers = Array.from({ length: 12 }, () => {
    const writer = new Writer([''], 'memo', '', { version: 0, document: start });
    writer.line.ask = badLine(authority, writer);
    writer.sync.listen();
    return writer;
  });
  const until = Date.now() + 12_000;
  await Promise.all([
    ...writers.map((writer, name) => ledger.writeUntil(writer, name, until, 60)),
    ...writers.map((writer) => disturb(writer, until)),
  ]);
  for (const writer of writers) writer.line.down = false;
  const isSettled = ({ sync }: Writer) =>
    sync.pending() === 0 && sync.version === authority.version;
  for (let calm = 0; calm < 10; calm = writers.every(isSettled) ? calm + 1 : 0) {
    for (const writer of writers) void writer.sync.flush();
    await sleep(50);
  }
  for (const writer of writers) {
    expect(writer.state.doc.toJSON()).toEqual(authority.document.toJSON());
    writer.sync.stop();
  }
  const counted = ledger.count(authority.document, writers);
  expect(counted).toMatchObject({ lost: 0, doubled: 0 });
  expect(counted.words).toBeGreaterThan(300);
});
