import { Transform } from 'prosemirror-transform';
import { beforeEach, describe, expect, test } from 'vitest';
import { lettersOf, rangeOf, wordsIn } from '@/domain/comment/letters';
import type { ThreadOrder } from '@/domain/comment/orders';
import { readDocument } from '@/domain/document/document';
import { stepsBetween } from '@/domain/document/restore';
import { schema } from '@/domain/document/schema';
import { readSteps } from '@/domain/document/steps';
import type { Actor } from '@/domain/user';
import { type BuiltTeam, buildActor, buildTeam } from '@/prisma/builders';
import { issueMemo } from '../clearance/issuing';
import { listAddressee, openClearance } from '../clearance/list';
import { getClearance } from '../clearance/view';
import { db } from '../db';
import { createMemo, getMemo, saveMemo } from '../memos';
import { planReassembly } from '../reassembly';
import { takeProposals } from '../take';
import { resetDatabase } from '../test-database';
import { memoOf } from '../test-memo';
import { enterInThread, openThread, regrade } from './changes';
import { countComments, listComments, threadsOn } from './list';

let team: BuiltTeam;
let author: Actor;
let reviewer: Actor;
let reader: Actor;
let memo: string;
let seq = 0;

const reply = (actor: Actor, order: { thread: string; text: string }) =>
  enterInThread(actor, { ...order, deed: 'reply', revision: 0 });
const resolve = (actor: Actor, order: { thread: string; revision: number; text: string }) =>
  enterInThread(actor, { ...order, deed: 'resolve' });
const reopen = (actor: Actor, order: { thread: string; revision: number; text: string }) =>
  enterInThread(actor, { ...order, deed: 'reopen' });

beforeEach(async () => {
  await resetDatabase();
  team = await buildTeam(db());
  const member = (role: Actor['role']) => buildActor(db(), role, [team.id]);
  author = await member('editor');
  reviewer = await member('reviewer');
  reader = await member('reader');
  memo = await memoOf(author, team, 'Talks that go on');
});

/** Writes in the memo as its author, by what is done to a transform of its text. */
async function write(edit: (transform: Transform) => void): Promise<void> {
  const { version, document } = await getMemo(author, memo);
  const transform = new Transform(readDocument(document));
  edit(transform);
  seq += 1;
  await saveMemo(author, {
    memo,
    from: version,
    clientId: 'desk-0001',
    clientSeq: seq,
    steps: transform.steps.map((step) => step.toJSON() as Record<string, unknown>),
  });
}

function placeOf(transform: Transform, words: string) {
  const letters = lettersOf(transform.doc);
  const at = letters.text.indexOf(words);
  if (at < 0) throw new Error(`Nowhere: ${words}`);
  return rangeOf(letters, at, at + words.length);
}

async function comment(words: string, over: Partial<ThreadOrder> = {}, by = reviewer) {
  const { version, document } = await getMemo(by, memo);
  const place = placeOf(new Transform(readDocument(document)), words);
  return openThread(by, {
    memo,
    version,
    place,
    words,
    grade: 'should',
    text: 'Say it shorter.',
    ...over,
  });
}

/** What each thread is on, in the text as it is now; what it lost in brackets. */
async function standing(): Promise<string[]> {
  const { threads } = await listComments(author, memo);
  const { document } = await getMemo(author, memo);
  const now = readDocument(document);
  return threads.map(({ anchor }) =>
    'at' in anchor ? wordsIn(now, anchor.at) : `[${anchor.about}]`,
  );
}

describe('a comment in the store', () => {
  test('stays on its words while others write, and comes back when they do', async () => {
    await comment('Talks that go on');
    await write((t) => t.insert(placeOf(t, 'that go').from, schema.text('of great weight ')));
    expect(await standing()).toEqual(['Talks of great weight that go on']);
    const { document } = await getMemo(author, memo);
    const whole = readDocument(document);
    await write((t) => {
      const { from, to } = placeOf(t, 'Talks of great weight that go on');
      t.insert(to, schema.text('Anything else')).delete(from, to);
    });
    expect(await standing()).toEqual(['[Talks that go on]']);
    const stored = await db().commentThread.findFirstOrThrow();
    expect(stored).toMatchObject({ from: null, to: null, about: 'Talks that go on' });
    // Another version is put back, as the history does it.
    await write((t) => {
      for (const step of readSteps(stepsBetween(t.doc, whole, 500))) t.step(step);
    });
    expect(await standing()).toEqual(['Talks of great weight that go on']);
  });

  test('is refused on other words than its writer saw, and on nothing', async () => {
    await expect(comment('Talks', { words: 'Walks' })).rejects.toThrow(
      'The text has changed at these words',
    );
    await expect(comment('Talks', { place: { from: 5, to: 5 } })).rejects.toThrow('Choose the');
    await expect(comment('Talks', { place: { from: 5, to: 999_999 } })).rejects.toThrow(
      'Choose the',
    );
    await expect(comment('Talks', { place: { block: 'none' }, words: '' })).rejects.toThrow(
      'This paragraph is not in the memo any more',
    );
    await expect(comment('Talks', { version: 99 })).rejects.toThrow('The text has changed');
    expect(await countComments(db(), memo)).toEqual({ open: 0, mustFix: 0 });
  });

  test('stays on its words when the memo is assembled anew around them', async () => {
    const [first] = team.demonstration.issues;
    const order = {
      article: team.articleId,
      template: 'policy-brief',
      issues: first ? [first.id] : [],
      title: 'Talks, assembled anew',
      to: 'The Minister',
      from: 'Desk',
    };
    memo = await createMemo(author, order, '2026-05-01');
    const words = ['The underlying advantage of these kinds of meetings', 'What the experts say'];
    const all = lettersOf(readDocument((await getMemo(author, memo)).document)).text;
    for (const each of words) await comment(each);
    const ask = { add: [], issues: team.demonstration.issues.map(({ id }) => id) };
    const plan = await planReassembly(author, memo, ask);
    const take = plan.proposals.map(({ key }) => key);
    expect(take.length).toBeGreaterThan(3);
    await takeProposals(author, { ...ask, memo, base: plan.version, take, digest: plan.digest });
    const after = lettersOf(readDocument((await getMemo(author, memo)).document)).text;
    expect(after.length).toBeGreaterThan(all.length);
    expect((await standing()).toSorted()).toEqual(words.toSorted());
  });

  test('can be on a whole paragraph', async () => {
    const { version, document } = await getMemo(reviewer, memo);
    const section = readDocument(document).child(1);
    const block = section.child(1);
    await openThread(reviewer, {
      memo,
      version,
      place: { block: block.attrs.id as string },
      words: '',
      grade: 'information',
      text: 'Good.',
    });
    expect((await standing()).map((words) => words.replaceAll('\n', ''))).toEqual([
      block.textContent,
    ]);
  });
});

describe('a thread', () => {
  const look = async (actor: Actor, id: string) => {
    const { threads } = await listComments(actor, memo);
    const thread = threads.find((each) => each.id === id);
    if (!thread) throw new Error('There is no such thread.');
    return thread;
  };

  test('keeps all that was said, with who is mentioned', async () => {
    const id = await comment('Talks', { text: `Is it so, @${author.name}?` });
    await reply(author, { thread: id, text: 'It is.' });
    await resolve(author, { thread: id, revision: 0, text: 'Shortened.' });
    await reopen(reviewer, { thread: id, revision: 1, text: 'Not enough.' });
    const { entries, isResolved, may } = await look(reviewer, id);
    expect(entries.map(({ kind, text, by, mine }) => [kind, text, by, mine])).toEqual([
      ['said', `Is it so, @${author.name}?`, reviewer.name, true],
      ['said', 'It is.', author.name, false],
      ['resolved', 'Shortened.', author.name, false],
      ['reopened', 'Not enough.', reviewer.name, true],
    ]);
    expect(entries[0]?.mentions).toEqual([author.name]);
    expect({ isResolved, may }).toEqual({ isResolved: false, may: { settle: true, grade: true } });
    const events = await db().auditEntry.findMany({
      where: { subjectType: 'comment', subjectId: id },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ event }) => event)).toEqual([
      'comment.opened',
      'comment.replied',
      'comment.resolved',
      'comment.reopened',
    ]);
  });

  test('graded “must fix” is closed by others only with what was done, and blocks clearance', async () => {
    const id = await comment('Talks', { grade: 'must' });
    await expect(resolve(author, { thread: id, revision: 0, text: '' })).rejects.toThrow(
      'Say what was done about it',
    );
    const clearance = await openClearance(author, { memo, zone: 'Europe/London', principal: null });
    await listAddressee(author, {
      clearance,
      revision: 0,
      who: { kind: 'user', id: reviewer.id },
      asked: 'clear',
      stage: 1,
      sections: [],
      note: '',
      days: null,
      time: '17:00',
    });
    const obstacles = async () => (await getClearance(author, memo)).clearance?.obstacles;
    expect(await obstacles()).toContain('One comment is graded “must fix” and still open.');
    const { version } = await getMemo(author, memo);
    await expect(issueMemo(author, { clearance, revision: 1, base: version })).rejects.toThrow(
      'must fix',
    );
    await resolve(author, { thread: id, revision: 0, text: 'Done.' });
    expect(await obstacles()).not.toContain('One comment is graded “must fix” and still open.');
    await reopen(reviewer, { thread: id, revision: 1, text: 'No.' });
    await regrade(reviewer, { thread: id, revision: 2, grade: 'information' });
    expect(await countComments(db(), memo)).toEqual({ open: 1, mustFix: 0 });
  });

  test('is guarded: by its revision, by who opened it, by who may comment, by team', async () => {
    const id = await comment('Talks');
    await expect(regrade(author, { thread: id, revision: 0, grade: 'must' })).rejects.toThrow(
      'Only whoever opened',
    );
    const other = await buildActor(db(), 'reviewer', [team.id]);
    await expect(resolve(other, { thread: id, revision: 0, text: 'x' })).rejects.toThrow(
      'A comment is closed by',
    );
    await expect(reply(reader, { thread: id, text: 'Hm.' })).rejects.toThrow('As a reader');
    const stranger = await buildActor(db(), 'editor', [(await buildTeam(db())).id]);
    await expect(reply(stranger, { thread: id, text: 'Hm.' })).rejects.toThrow('nothing here');
    await expect(listComments(stranger, memo)).rejects.toThrow('nothing here');
    await resolve(reviewer, { thread: id, revision: 0, text: '' });
    await expect(resolve(author, { thread: id, revision: 0, text: '' })).rejects.toThrow(
      'meanwhile',
    );
    expect((await listComments(reader, memo)).mayComment).toBe(false);
  });

  test('can’t be changed or deleted in the store', async () => {
    const id = await comment('Talks');
    await expect(db().commentThread.delete({ where: { id } })).rejects.toThrow();
    await expect(
      db().commentEntry.updateMany({ where: { threadId: id }, data: { text: 'else' } }),
    ).rejects.toThrow('never changed');
    await expect(db().commentEntry.deleteMany({ where: { threadId: id } })).rejects.toThrow(
      'never changed',
    );
  });
});

// A page that had read the text just before it grew and was commented on at its new end fell over.
test('a thread in a later text than the caller has is left out, and is there with that text', async () => {
  const { version, document, ...memoThen } = await getMemo(author, memo);
  const then = { ...memoThen, version, document: readDocument(document) };
  const end = then.document.content.size - 1;
  await write((t) => t.insert(placeOf(t, 'Talks').from, schema.text('x'.repeat(end))));
  const now = (await getMemo(author, memo)).version;
  await openThread(reviewer, {
    memo,
    version: now,
    place: { from: end + 2, to: end + 8 },
    words: '',
    grade: 'should',
    text: 'Late.',
  });
  expect(await threadsOn(author, then)).toEqual([]);
  expect(await standing()).toHaveLength(1);
});

test('a long way is stored as it is followed, and ends where the short one does', async () => {
  await comment('go on');
  for (let round = 0; round < 3; round += 1)
    await write((t) => {
      for (let key = 0; key < 100; key += 1) t.insert(placeOf(t, 'Talks').from, schema.text('x '));
    });
  expect(await standing()).toEqual(['go on']);
  const { atVersion } = await db().commentThread.findFirstOrThrow();
  expect(atVersion).toBe(300);
  await write((t) => t.delete(placeOf(t, 'go').from, placeOf(t, 'go').to + 1));
  expect(await standing()).toEqual(['on']);
});
