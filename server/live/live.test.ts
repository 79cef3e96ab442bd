import { Transform } from 'prosemirror-transform';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LiveEvent } from '@/domain/batch';
import { readDocument } from '@/domain/document/document';
import { schema } from '@/domain/document/schema';
import type { Save } from '@/domain/memo';
import type { Actor } from '@/domain/user';
import { type BuiltTeam, buildActor, buildTeam } from '@/prisma/builders';
import { db } from '../db';
import { createMemo, getMemo, saveMemo } from '../memos';
import { beginSession } from '../sessions';
import { documentAt } from '../versions';
import { Room } from './room';
import { announce, openStream } from './stream';

let team: BuiltTeam;
let edith: Actor;
let ada: Actor;

beforeAll(async () => {
  team = await buildTeam(db());
  edith = await buildActor(db(), 'editor', [team.id]);
  ada = await buildActor(db(), 'editor', [team.id]);
});

const makeMemo = () =>
  createMemo(
    edith,
    {
      article: team.articleId,
      template: 'policy-brief',
      issues: team.demonstration.issues.map((issue) => issue.id),
      title: 'Talks',
      to: '',
      from: '',
    },
    '2012-12-17',
  );

const read = async (id: string) => readDocument((await getMemo(edith, id)).document);

/** Where the first place to write is: the position inside it. */
async function placeIn(id: string): Promise<number> {
  let at = -1;
  (await read(id)).descendants((node, position) => {
    if (at < 0 && node.type.name === 'paragraph' && node.attrs.prompt) at = position + 1;
  });
  return at;
}

const save = (memo: string, tab: string, from: number, transform: Transform, seq = 1): Save => ({
  memo,
  from,
  clientId: `tab-of-${tab}`,
  clientSeq: seq,
  steps: transform.steps.map((step) => step.toJSON()),
});

async function typing(id: string, words: string): Promise<Transform> {
  return new Transform(await read(id)).insert(await placeIn(id), schema.text(words));
}

describe('two instances on one memo', () => {
  test('write on top of each other, however far each is behind', async () => {
    const id = await makeMemo();
    const [here, there] = [await Room.open(id), await Room.open(id)];
    if (!here || !there) throw new Error('no room');
    const tabs = ['a', 'b', 'c', 'd', 'e', 'f'];
    const made = await Promise.all(tabs.map((tab) => typing(id, `<${tab}>`)));
    await Promise.all(
      tabs.map((tab, index) =>
        (index % 2 ? here : there).commit(edith, save(id, tab, 0, made[index] as Transform)),
      ),
    );
    const document = await read(id);
    for (const tab of tabs) expect(document.textContent).toContain(`<${tab}>`);
    await here.catchUp();
    await there.catchUp();
    expect(here.document.eq(document)).toBe(true);
    expect(there.document.eq(document)).toBe(true);
  });

  test('a retry that reaches the other instance finds its batch in the log', async () => {
    const id = await makeMemo();
    const [here, there] = [await Room.open(id), await Room.open(id)];
    const once = save(id, 'a', 0, await typing(id, 'Once.'));
    const first = await here?.commit(edith, once);
    expect(await there?.commit(edith, once)).toEqual(first);
    expect((await read(id)).textContent.split('Once.')).toHaveLength(2);
  });
});

describe('words that meet with a deletion', () => {
  test('typed in what another took out, are kept for their writer, once', async () => {
    const id = await makeMemo();
    const at = await placeIn(id);
    await saveMemo(edith, save(id, 'edith', 0, await typing(id, 'A paragraph to go.')));
    const before = await read(id);
    const removal = new Transform(before).delete(at - 1, at + 19);
    const words = new Transform(before).insert(at + 5, schema.text('ten careful words'));
    await saveMemo(edith, save(id, 'edith', 1, removal, 2));
    const late = save(id, 'ada', 1, words);
    const answer = await saveMemo(ada, late);
    expect(answer).toMatchObject({
      version: 2,
      collisions: [{ kind: 'lost', text: 'ten careful words', by: edith.name }],
    });
    await saveMemo(ada, late);
    const kept = await db().recoveredText.findMany({ where: { memoId: id } });
    expect(kept.map(({ authorId, kind, text }) => [authorId, kind, text])).toEqual([
      [ada.id, 'lost', 'ten careful words'],
    ]);
  });

  test('written inside what one took out without seeing them, are put back', async () => {
    const id = await makeMemo();
    const at = await placeIn(id);
    await saveMemo(edith, save(id, 'edith', 0, await typing(id, 'Alpha beta gamma.')));
    const before = await read(id);
    const words = new Transform(before).insert(at + 6, schema.text('EDITH '));
    await saveMemo(edith, save(id, 'edith', 1, words, 2));
    const removal = new Transform(before).delete(at, at + 17);
    const answer = await saveMemo(ada, save(id, 'ada', 1, removal));
    expect(answer.collisions).toEqual([{ kind: 'kept', text: 'EDITH ', by: edith.name }]);
    expect((await read(id)).textContent).toContain('EDITH ');
    expect((await read(id)).textContent).not.toContain('Alpha');
  });
});

describe('what is stored', () => {
  test('is the log with a snapshot at most 200 steps behind; each version can be read', async () => {
    const id = await makeMemo();
    const at = await placeIn(id);
    const texts = new Map<number, string>();
    for (let n = 0; n < 25; n += 1) {
      const transform = new Transform(await read(id)).insert(at, schema.text(`${n}`));
      for (let more = 0; more < 19; more += 1) transform.insert(at, schema.text('x'));
      const { version } = await saveMemo(edith, save(id, 'edith', n * 20, transform, n));
      texts.set(version, (await read(id)).textContent);
    }
    const memo = await db().memo.findUniqueOrThrow({ where: { id } });
    expect(memo.version).toBe(500);
    expect(memo.version - memo.documentVersion).toBeLessThanOrEqual(200);
    for (const [version, text] of texts)
      expect((await documentAt(db(), id, version)).textContent).toBe(text);
  });
});

describe('the stream of a memo', () => {
  /** The first that comes says who is there; `next` is what comes after. */
  async function watch(actor: Actor, id: string, from: number, clientId = '') {
    const sessionId = await sessionOf(actor);
    const stream = await openStream({ ...actor, sessionId }, id, { from, clientId });
    const reader = stream.getReader();
    const next = async (): Promise<LiveEvent> => {
      for (;;) {
        const { value, done } = await reader.read();
        if (done) throw new Error('the stream has ended');
        const text = new TextDecoder().decode(value);
        if (text.startsWith('data: ')) return JSON.parse(text.slice(6)) as LiveEvent;
      }
    };
    return { first: await next(), next, end: () => reader.cancel() };
  }

  test('begins with what is missing, and goes on with what is committed', async () => {
    const id = await makeMemo();
    await saveMemo(edith, save(id, 'edith', 0, await typing(id, 'one')));
    const { next, end } = await watch(ada, id, 0);
    expect(await next()).toMatchObject({ batches: [{ from: 0, to: 1 }] });
    await saveMemo(edith, save(id, 'edith', 1, await typing(id, 'two'), 2));
    expect(await next()).toMatchObject({ batches: [{ from: 1, to: 2, author: edith.name }] });
    await end();
  });

  test('tells who is there, and who has gone', async () => {
    const id = await makeMemo();
    const { next, end } = await watch(ada, id, 0);
    const caret = { clientId: 'tab-of-edith', line: 1, version: 0, anchor: 5, head: 5 };
    await announce(edith, id, caret);
    expect(await next()).toEqual({ presence: { ...caret, name: edith.name } });
    await end();
  });

  test('does not bring back one who has gone, by what he said before', async () => {
    const id = await makeMemo();
    const caret = { clientId: 'tab-of-edith', line: 1, version: 0, anchor: 5, head: 5 };
    const others = await watch(ada, id, 0);
    const own = await watch(edith, id, 0, 'tab-of-edith');
    expect(await others.next()).toMatchObject({ presence: { clientId: 'tab-of-edith' } });
    await own.end();
    expect(await others.next()).toEqual({ gone: 'tab-of-edith' });
    await announce(edith, id, caret);
    await announce(ada, id, { ...caret, clientId: 'tab-of-another' });
    expect(await others.next()).toMatchObject({ presence: { clientId: 'tab-of-another' } });
    await announce(edith, id, { ...caret, line: 2 });
    expect(await others.next()).toMatchObject({ presence: { clientId: 'tab-of-edith', line: 2 } });
    await others.end();
  });

  test('tells one who comes later who is there', async () => {
    const id = await makeMemo();
    const own = await watch(edith, id, 0, 'tab-of-edith');
    const later = await watch(ada, id, 0, 'tab-of-ada');
    expect(later.first).toMatchObject({
      present: [{ clientId: 'tab-of-edith', name: edith.name, head: null }],
    });
    await own.end();
    await later.end();
  });

  test('is for those who may read the memo', async () => {
    const id = await makeMemo();
    const other = await buildActor(db(), 'editor', [(await buildTeam(db())).id]);
    const watcher = { ...other, sessionId: await sessionOf(other) };
    const wish = { from: 0, clientId: 'tab-of-mallory' };
    await expect(openStream(watcher, id, wish)).rejects.toMatchObject({ code: 'not-found' });
    const caret = { clientId: 'tab-of-mallory', line: 1, version: 0, anchor: 5, head: 5 };
    await expect(announce(other, id, caret)).rejects.toMatchObject({ code: 'not-found' });
  });
});

async function sessionOf(actor: Actor): Promise<string> {
  await beginSession(db(), actor.id, 'test');
  const session = await db().session.findFirstOrThrow({
    where: { userId: actor.id },
    orderBy: { createdAt: 'desc' },
  });
  return session.id;
}

describe('a suggestion', () => {
  const stampOf = (actor: Actor) => ({
    id: crypto.randomUUID(),
    author: actor.name,
    account: actor.id,
    at: '2026-11-24T12:00:00.000Z',
  });
  const suggested = async (id: string, stamp: ReturnType<typeof stampOf>) => {
    const words = schema.text('maybe', [schema.mark('insertion', stamp)]);
    return new Transform(await read(id)).insert(await placeIn(id), words);
  };

  test('stands under the name of who makes it', async () => {
    const id = await makeMemo();
    await saveMemo(edith, save(id, 'own', 0, await suggested(id, stampOf(edith))));
    expect((await read(id)).textContent).toContain('maybe');
  });

  test('can’t be put under another’s name', async () => {
    const id = await makeMemo();
    const forged = await suggested(id, stampOf(ada));
    await expect(saveMemo(edith, save(id, 'forger', 0, forged))).rejects.toThrow(
      'only under one’s own name',
    );
    expect((await read(id)).textContent).not.toContain('maybe');
  });

  test('of another is brought back by undoing what was done to it', async () => {
    const id = await makeMemo();
    const made = await suggested(id, stampOf(ada));
    await saveMemo(ada, save(id, 'ada', 0, made));
    const rejected = new Transform(made.doc).delete(await placeIn(id), (await placeIn(id)) + 5);
    await saveMemo(edith, save(id, 'edith', 1, rejected));
    const undone = new Transform(rejected.doc);
    for (const step of rejected.steps.toReversed()) undone.step(step.invert(made.doc));
    await saveMemo(edith, save(id, 'edith', 2, undone, 2));
    expect((await read(id)).textContent).toContain('maybe');
  });
});
