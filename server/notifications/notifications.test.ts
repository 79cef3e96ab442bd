import { beforeEach, describe, expect, test } from 'vitest';
import type { Listing } from '@/domain/clearance/orders';
import type { Actor } from '@/domain/user';
import { type BuiltTeam, buildActor, buildTeam } from '@/prisma/builders';
import { answerClearance } from '../clearance/answers';
import { listAddressee, openClearance } from '../clearance/list';
import { watchClearances } from '../clearance/telling';
import { getClearance } from '../clearance/view';
import { enterInThread, openThread } from '../comments/changes';
import { db } from '../db';
import { getMemo, saveMemo } from '../memos';
import { delegate } from '../offices';
import { shareMemo } from '../sharing';
import { resetDatabase } from '../test-database';
import { memoOf } from '../test-memo';
import { countUnread, followNotification, listNotifications, readAll } from './list';

let team: BuiltTeam;
let author: Actor;
let officer: Actor;
let treasury: Actor;
let legal: Actor;
let memo: string;

const monday = new Date('2026-05-04T09:00:00Z');
const friday = new Date('2026-05-08T20:00:00Z');

beforeEach(async () => {
  await resetDatabase();
  team = await buildTeam(db());
  const member = (role: Actor['role']) => buildActor(db(), role, [team.id]);
  author = await member('editor');
  officer = await member('editor');
  treasury = await member('reviewer');
  legal = await member('reviewer');
  memo = await memoOf(author, team);
});

/** What somebody was told, the oldest first. */
const told = async (actor: Actor) =>
  (await listNotifications(actor)).map(({ kind }) => kind).toReversed();

describe('of comments', () => {
  const open = async (by: Actor, text: string) => {
    const { version } = await getMemo(by, memo);
    const order = { memo, version, words: '', grade: 'should' as const, text };
    return openThread(by, { ...order, place: { from: 2, to: 7 } });
  };

  test('those are told who are mentioned, wrote the memo or took part, once, and not of their own', async () => {
    const thread = await open(treasury, `What does @${legal.name} say?`);
    expect(await told(legal)).toEqual(['comment.mentioned']);
    expect(await told(author)).toEqual(['comment.opened']);
    expect(await told(treasury)).toEqual([]);
    const enter = (by: Actor, text: string, deed: 'reply' | 'resolve' = 'reply', revision = 0) =>
      enterInThread(by, { thread, revision, deed, text });
    await enter(legal, 'Fine.');
    await enter(author, `Done, @${treasury.name}.`, 'resolve');
    expect(await told(treasury)).toEqual(['comment.answered', 'comment.mentioned']);
    expect(await told(legal)).toEqual(['comment.mentioned', 'comment.resolved']);
    expect(await told(author)).toEqual(['comment.opened']);
  });

  test('a thing is read where it leads, and by nobody else', async () => {
    const thread = await open(treasury, 'Hm.');
    const [one] = await listNotifications(author);
    await expect(followNotification(treasury, one?.id ?? '')).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await countUnread(author)).toBe(1);
    const path = await followNotification(author, one?.id ?? '');
    expect(path).toBe(`/memos/${memo}/comments#thread-${thread}`);
    expect(await countUnread(author)).toBe(0);
    await open(treasury, 'Hm again.');
    await readAll(author);
    expect(await countUnread(author)).toBe(0);
  });

  test('who may not read the memo any more is told nothing of it', async () => {
    await open(treasury, 'Hm.');
    await db().membership.deleteMany({ where: { userId: author.id } });
    const gone = { ...author, teamIds: [] };
    expect([await listNotifications(gone), await countUnread(gone)]).toEqual([[], 0]);
  });
});

test('who is named on a memo is told, and led to it', async () => {
  const stranger = await buildActor(db(), 'reviewer', []);
  const order = { memo, revision: 0, user: stranger.id, level: 'comment' as const };
  await shareMemo(author, order);
  expect(await told(stranger)).toEqual(['memo.shared']);
  const [one] = await listNotifications(stranger);
  expect(await followNotification(stranger, one?.id ?? '')).toBe(`/memos/${memo}`);
});

describe('of clearance', () => {
  const put = async (clearance: string, who: Actor, over: Partial<Listing> = {}) => {
    const { clearance: view } = await getClearance(officer, memo, monday);
    const base = { clearance, revision: view?.revision ?? 0, asked: 'clear', stage: 1 } as const;
    const whom = { kind: 'user', id: who.id } as const;
    const order: Listing = { ...base, who: whom, sections: [], note: '', days: 2, time: '17:00' };
    await listAddressee(officer, { ...order, ...over }, monday);
  };

  const answer = async (by: Actor, outcome: 'clear' | 'object') => {
    const { clearance: view } = await getClearance(by, memo, monday);
    const line = view?.lines.find(({ person }) => person === by.name);
    const { version } = await getMemo(by, memo);
    const order = { addressee: line?.id ?? '', base: version, outcome, text: 'No.' };
    await answerClearance(by, order, monday);
  };

  const write = async () => {
    const { version } = await getMemo(author, memo);
    const slice = { content: [{ type: 'text', text: 'More ' }] };
    const step = { stepType: 'replace', from: 2, to: 2, slice };
    const clientId = 'a-tab-here';
    await saveMemo(author, { memo, from: version, clientId, clientSeq: version, steps: [step] });
  };

  test('each is told as their stage begins, the officer of answers, the author of objections', async () => {
    const clearance = await openClearance(officer, {
      memo,
      zone: 'Europe/London',
      principal: null,
    });
    await put(clearance, treasury);
    await put(clearance, legal, { stage: 2 });
    expect([await told(treasury), await told(legal)]).toEqual([['clearance.asked'], []]);
    await answer(treasury, 'clear');
    expect(await told(officer)).toEqual(['clearance.answered']);
    expect(await told(legal)).toEqual(['clearance.asked']);
    await answer(legal, 'object');
    expect(await told(officer)).toEqual(['clearance.answered', 'clearance.objected']);
    expect(await told(author)).toEqual(['clearance.objected']);
  });

  test('time and text are watched: what lapsed and what is overdue is told once', async () => {
    const clearance = await openClearance(officer, {
      memo,
      zone: 'Europe/London',
      principal: null,
    });
    await put(clearance, treasury);
    await put(clearance, legal);
    await answer(treasury, 'clear');
    await watchClearances(monday);
    expect(await told(treasury)).toEqual(['clearance.asked']);
    await write();
    await watchClearances(friday);
    await watchClearances(friday);
    expect(await told(treasury)).toEqual(['clearance.asked', 'clearance.lapsed']);
    expect(await told(legal)).toEqual(['clearance.asked', 'clearance.overdue']);
    expect(await told(author)).toEqual(['clearance.overdue']);
    expect(await told(officer)).toEqual(['clearance.answered', 'clearance.overdue']);
  });

  test('who stands in for one who is away is told too', async () => {
    await delegate(treasury, { delegate: legal.id, first: '2026-05-01', last: '2026-05-31' });
    const clearance = await openClearance(officer, {
      memo,
      zone: 'Europe/London',
      principal: null,
    });
    await put(clearance, treasury);
    expect(await told(legal)).toEqual(['delegation.made', 'clearance.asked']);
  });
});
