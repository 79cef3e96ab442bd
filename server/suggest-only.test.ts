import { Transform } from 'prosemirror-transform';
import { beforeEach, expect, test } from 'vitest';
import { readDocument } from '@/domain/document/document';
import { schema } from '@/domain/document/schema';
import { settle } from '@/domain/document/settle';
import { countSuggestions } from '@/domain/document/suggestions';
import { restoreSchema } from '@/domain/revision';
import type { Actor } from '@/domain/user';
import { buildActor, buildTeam } from '@/prisma/builders';
import { db } from './db';
import { getMemo, saveMemo } from './memos';
import { restoreVersion } from './restore';
import { resetDatabase } from './test-database';
import { memoOf } from './test-memo';

let editor: Actor;
let reviewer: Actor;
let reader: Actor;
let memo: string;
let seq = 0;

beforeEach(async () => {
  await resetDatabase();
  const team = await buildTeam(db());
  editor = await buildActor(db(), 'editor', [team.id]);
  reviewer = await buildActor(db(), 'reviewer', [team.id]);
  reader = await buildActor(db(), 'reader', [team.id]);
  memo = await memoOf(editor, team);
});

async function write(actor: Actor, edit: (transform: Transform) => void) {
  const { version, document } = await getMemo(actor, memo);
  const transform = new Transform(readDocument(document));
  edit(transform);
  const steps = transform.steps.map((step) => step.toJSON() as Record<string, unknown>);
  seq += 1;
  return saveMemo(actor, {
    memo,
    from: version,
    clientId: `tab-${actor.id}`,
    clientSeq: seq,
    steps,
  });
}

const stampOf = ({ id, name }: Actor) => ({
  id: crypto.randomUUID(),
  account: id,
  author: name,
  at: '2026-05-04T09:00:00.000Z',
});

/** Words as a suggestion of somebody’s, at the title’s beginning. */
const suggestion = (actor: Actor, words: string) => (transform: Transform) =>
  void transform.insert(2, schema.text(words, [schema.marks.insertion.create(stampOf(actor))]));

const settleAll = (verdict: 'accept' | 'reject') => (transform: Transform) =>
  void settle(transform, () => verdict);

const openNow = async () => countSuggestions(readDocument((await getMemo(editor, memo)).document));

test('a reviewer suggests and takes back their own, and changes nothing else', async () => {
  await write(reviewer, suggestion(reviewer, 'Long '));
  expect(await openNow()).toBe(1);
  const refused = { code: 'forbidden', message: expect.stringContaining('You may suggest') };
  await expect(write(reviewer, (t) => void t.insert(2, schema.text('X')))).rejects.toMatchObject(
    refused,
  );
  await expect(write(reviewer, (t) => void t.setDocAttribute('numbered', true))).rejects.toThrow();
  await expect(write(reviewer, settleAll('accept'))).rejects.toMatchObject(refused);
  await write(reviewer, settleAll('reject'));
  expect(await openNow()).toBe(0);
});

test('a reviewer settles no suggestion of another’s, and makes none in their name', async () => {
  await write(editor, suggestion(editor, 'Hard '));
  const refused = { message: expect.stringContaining('You may suggest') };
  await expect(write(reviewer, settleAll('accept'))).rejects.toMatchObject(refused);
  await expect(write(reviewer, settleAll('reject'))).rejects.toMatchObject(refused);
  await expect(write(reviewer, suggestion(editor, 'Forged '))).rejects.toThrow('own name');
  expect(await openNow()).toBe(1);
});

test('one save of several is refused alone', async () => {
  const both = await Promise.allSettled([
    write(reviewer, (t) => void t.insert(2, schema.text('X'))),
    write(editor, (t) => void t.insert(2, schema.text('Long '))),
    write(reviewer, suggestion(reviewer, 'short ')),
  ]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
});

test('the other ways to write stay closed to whoever may only suggest, and all to a reader', async () => {
  await write(editor, (t) => void t.insert(2, schema.text('Long ')));
  const { version } = await getMemo(editor, memo);
  const order = restoreSchema.parse({ memo, version: 0, base: version });
  await expect(restoreVersion(reviewer, order)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(write(reader, suggestion(reader, 'X'))).rejects.toMatchObject({ code: 'forbidden' });
});
