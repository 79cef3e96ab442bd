import { beforeEach, describe, expect, test } from 'vitest';
import type { Level } from '@/domain/access';
import { openSchema } from '@/domain/clearance/orders';
import { searchSchema } from '@/domain/search';
import type { Actor } from '@/domain/user';
import { type BuiltTeam, buildActor, buildTeam } from '@/prisma/builders';
import { subjectOf } from './access';
import { getDesk } from './clearance/desk';
import { listAddressee, openClearance, withdrawClearance } from './clearance/list';
import { getClearance } from './clearance/view';
import { openThread } from './comments/changes';
import { getComments, listComments } from './comments/list';
import { db } from './db';
import { deriveMemo, familyOf } from './derived';
import { listExports, startExport } from './export-jobs';
import { exportMemo } from './exports';
import { compareVersions, getHistory } from './history';
import { announce, openStream } from './live/stream';
import {
  createMemo,
  getDraft,
  getMemo,
  getTextAt,
  listChanges,
  listMemos,
  saveMemo,
} from './memos';
import { listAround } from './offices';
import { previewMemo } from './preview';
import { planReassembly } from './reassembly';
import { markRecoveredSeen } from './recovered';
import { exportRedline } from './redlines';
import { exportRegister } from './register';
import { search } from './search';
import { beginSession } from './sessions';
import { getSharing, setAudience, shareMemo, unshareMemo } from './sharing';
import { addSource, findOtherStatements, getSources } from './sources';
import { loadStatements } from './statements';
import { proposeMove } from './template-moves';
import { resetDatabase } from './test-database';
import { nameVersion } from './versions';
import { traceMemo } from './warnings';

let ours: BuiltTeam;
let author: Actor;
let mate: Actor;
let head: Actor;
let outsider: Actor;
let memo: string;

beforeEach(async () => {
  await resetDatabase();
  ours = await buildTeam(db());
  const theirs = await buildTeam(db());
  author = await buildActor(db(), 'editor', [ours.id]);
  mate = await buildActor(db(), 'editor', [ours.id]);
  head = await buildActor(db(), 'administrator', [ours.id]);
  outsider = await buildActor(db(), 'editor', [theirs.id]);
  memo = await make('Quiet talks');
});

function make(title: string): Promise<string> {
  const issues = ours.demonstration.issues.map(({ id }) => id);
  const order = { article: ours.articleId, template: 'policy-brief', issues, title };
  return createMemo(author, { ...order, to: '', from: '' }, '2026-05-01');
}

async function revisionOf(id = memo): Promise<number> {
  return (await db().memo.findUniqueOrThrow({ where: { id } })).accessRevision;
}

const shut = async (id = memo) =>
  setAudience(author, { memo: id, revision: await revisionOf(id), audience: 'named' });

const name = async (who: Actor, level: Level, id = memo) =>
  shareMemo(author, { memo: id, revision: await revisionOf(id), user: who.id, level });

const unname = async (who: Actor) =>
  unshareMemo(author, { memo, revision: await revisionOf(), user: who.id });

const hidden = { code: 'not-found' };
const forbidden = { code: 'forbidden' };

/** A step that puts a word into the memo's title. */
const save = (who: Actor, seq = 1) => ({
  memo,
  from: 0,
  clientId: `tab-${who.id}`,
  clientSeq: seq,
  steps: [
    { stepType: 'replace', from: 2, to: 2, slice: { content: [{ type: 'text', text: 'X' }] } },
  ],
});

const comment = { grade: 'should', text: 'Why?', place: { block: '' }, words: '', version: 0 };

/** Every way to a memo that takes its id: all are asked for the same memo. */
const roads: [string, (who: Actor) => Promise<unknown>][] = [
  ['page', (who) => getMemo(who, memo)],
  ['editor', (who) => getDraft(who, memo)],
  ['an earlier text', (who) => getTextAt(who, memo, 0)],
  ['changes', (who) => listChanges(who, memo, 0)],
  ['stream', (who) => openStream({ ...who, sessionId: memo }, memo, { from: 0 })],
  ['presence', (who) => announce(who, memo, presence)],
  ['history', (who) => getHistory(who, memo)],
  ['comparison', (who) => compareVersions(who, memo, { from: 0, to: 0 })],
  ['redline', (who) => exportRedline(who, memo, { from: 0, to: 0, format: 'docx' })],
  ['export', (who) => exportMemo(who, memo, { format: 'md' })],
  ['preview', async (who) => previewMemo(who, memo, (await getMemo(author, memo)).document)],
  ['sentences', (who) => traceMemo(who, memo)],
  ['sources', (who) => getSources(who, memo)],
  ['assembly', (who) => planReassembly(who, memo, { add: [], issues: [] })],
  ['template', (who) => proposeMove(who, memo, '2026-05-01')],
  ['family', (who) => familyOf(who, memo)],
  ['clearance', (who) => getClearance(who, memo)],
  ['whom to ask', (who) => listAround(who, memo)],
  ['comments', (who) => getComments(who, memo)],
  ['comments, live', (who) => listComments(who, memo)],
  ['a comment', (who) => openThread(who, { memo, ...comment } as never)],
  ['kept words', (who) => markRecoveredSeen(who, memo)],
  ['who may see it', (who) => getSharing(who, memo)],
  ['export of many', (who) => startExport(who, { format: 'md', which: 'ticked', memos: [memo] })],
  ['saving', (who) => saveMemo(who, save(who))],
  ['naming a version', (who) => nameVersion(who, { memo, version: 0, label: 'Mine' })],
  ['opening a clearance', (who) => openClearance(who, openSchema.parse({ memo, zone: 'UTC' }))],
  ['sharing', async (who) => setAudience(who, { memo, revision: 1, audience: 'team' })],
  [
    'making another of it',
    (who) => deriveMemo(who, { parent: memo, template: 'talking-points', ...heads }, '2026-05-01'),
  ],
];
const presence = { clientId: 'a-tab-of-theirs', line: 1, version: 0, anchor: null, head: null };
const heads = { title: 'T', to: '', from: '' };

describe('a memo that is open only to the people named', () => {
  test.each(roads)('is not found by a team mate by way of: %s', async (_, road) => {
    await shut();
    await expect(road(mate)).rejects.toMatchObject(hidden);
  });

  test('is in no list, count, search or register of theirs; it is in its keepers’', async () => {
    await shut();
    const open = await make('Open talks');
    const titles = async (who: Actor) => (await listMemos(who)).memos.map(({ title }) => title);
    const asked = searchSchema.parse({ q: 'quiet talks' });
    const found = async (who: Actor) => (await search(who, asked)).memos.items.map(({ id }) => id);
    const uses = async (who: Actor) => {
      const all = Object.values((await loadStatements(who, {})).uses).flat();
      return [...new Set(all.map(({ id }) => id))].sort();
    };
    expect(await titles(mate)).toEqual(['Open talks']);
    expect((await listMemos(mate)).total).toBe(1);
    expect(await found(mate)).toEqual([]);
    expect(await exportRegister(mate)).not.toContain('Quiet talks');
    expect(await uses(mate)).toEqual([open]);
    for (const who of [author, head]) {
      expect((await titles(who)).sort()).toEqual(['Open talks', 'Quiet talks']);
      expect(await found(who)).toEqual([memo]);
      expect(await exportRegister(who)).toContain('Quiet talks');
      expect(await uses(who)).toEqual([memo, open].sort());
    }
  });

  test('is in no family: neither what it was made of nor what was made of it', async () => {
    const order = { template: 'talking-points', ...heads };
    const child = await deriveMemo(author, { parent: memo, ...order }, '2026-05-01');
    expect((await familyOf(mate, child)).parent?.id).toBe(memo);
    expect((await familyOf(mate, memo)).derived).toHaveLength(1);
    await shut();
    expect((await familyOf(mate, child)).parent).toBeNull();
    // Its lines as they are now would come by an assembly of the other one.
    const ask = { add: [], issues: [] };
    await expect(planReassembly(mate, child, ask)).rejects.toMatchObject(hidden);
    expect((await familyOf(author, child)).parent?.id).toBe(memo);
    await setAudience(author, { memo, revision: await revisionOf(), audience: 'team' });
    await shut(child);
    expect((await familyOf(mate, memo)).derived).toEqual([]);
  });

  test('hands on whom it is shut to, to what is made of it', async () => {
    await shut();
    await name(mate, 'read');
    const order = { parent: memo, template: 'talking-points', ...heads };
    const child = await deriveMemo(mate, order, '2026-05-01');
    const access = (await subjectOf(db(), child))?.access;
    expect(access).toMatchObject({
      audience: 'named',
      authorId: mate.id,
      grants: [{ userId: author.id, level: 'edit' }],
    });
  });

  test('is named in no export of theirs from before', async () => {
    await startExport(mate, { format: 'md', which: 'ticked', memos: [memo] });
    await db().exportFile.updateMany({ data: { state: 'refused', title: 'Quiet talks' } });
    expect((await listExports(mate))[0]?.refused).toHaveLength(1);
    await shut();
    expect((await listExports(mate))[0]?.refused).toEqual([]);
    await expect(
      startExport(mate, { format: 'md', which: 'all', memos: [] }),
    ).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('somebody of another team', () => {
  test.each(roads)('finds nothing by way of: %s', async (_, road) => {
    await expect(road(outsider)).rejects.toMatchObject(hidden);
  });

  test('goes as far as they were named, and never into the team’s articles', async () => {
    await name(outsider, 'read');
    const seen = await getMemo(outsider, memo);
    expect(seen.evidence.articles).toHaveLength(1);
    expect(seen.evidence.assessments.length).toBeGreaterThan(0);
    expect((await traceMemo(outsider, memo)).memo.id).toBe(memo);
    const found = await search(outsider, searchSchema.parse({ q: 'quiet talks' }));
    expect(found.memos.items.map(({ id }) => id)).toEqual([memo]);
    const articlesOf = async (who: Actor) =>
      (await search(who, searchSchema.parse({ q: 'stalemate' }))).articles.items.map(
        ({ id }) => id,
      );
    const theirs = await articlesOf(outsider);
    expect([theirs.length, (await articlesOf(mate)).includes(theirs[0] ?? '')]).toEqual([1, false]);
    await exportMemo(outsider, memo, { format: 'md' });
    await expect(saveMemo(outsider, save(outsider))).rejects.toMatchObject(forbidden);
    const assembly = planReassembly(outsider, memo, { add: [], issues: [] });
    await expect(assembly).rejects.toMatchObject(hidden);
    await name(outsider, 'suggest');
    await expect(saveMemo(outsider, save(outsider))).rejects.toThrow('You may suggest');
    await name(outsider, 'edit');
    expect((await saveMemo(outsider, save(outsider, 2))).version).toBe(1);
    await expect(findOtherStatements(outsider, memo, 'talks')).rejects.toMatchObject(forbidden);
    await expect(addSource(outsider, memo, memo)).rejects.toMatchObject(forbidden);
    const revision = await revisionOf();
    const order = { memo, revision, user: mate.id, level: 'edit' as const };
    await expect(shareMemo(outsider, order)).rejects.toMatchObject(forbidden);
    await unname(outsider);
    await expect(saveMemo(outsider, save(outsider, 3))).rejects.toThrow('not open to you any more');
  });

  test('is asked in a clearance once they are named', async () => {
    await openClearance(author, openSchema.parse({ memo, zone: 'UTC' }));
    const listing = async () => {
      const row = await db().clearance.findFirstOrThrow({ where: { memoId: memo } });
      const asked = { asked: 'clear' as const, stage: 1, sections: [], note: '', time: '17:00' };
      const who = { kind: 'user' as const, id: outsider.id };
      const order = { clearance: row.id, revision: row.revision, ...asked, days: 2, who };
      return listAddressee(author, order);
    };
    await expect(listing()).rejects.toThrow('share the memo with them first');
    await name(outsider, 'read');
    await listing();
    expect((await getDesk(outsider)).mine).toHaveLength(1);
    expect((await getClearance(outsider, memo)).clearance?.lines[0]?.answers).toContain('clear');
  });
});

test('whoever is asked in a round reads and comments a shut memo while the round is open', async () => {
  const reader = await buildActor(db(), 'reader', [ours.id]);
  await shut();
  await openClearance(author, openSchema.parse({ memo, zone: 'UTC' }));
  const row = await db().clearance.findFirstOrThrow({ where: { memoId: memo } });
  const asked = { asked: 'clear' as const, stage: 1, sections: [], note: '', time: '17:00' };
  const who = { kind: 'user' as const, id: reader.id };
  const order = { clearance: row.id, revision: row.revision, ...asked, days: 2, who };
  await listAddressee(author, order);
  expect((await getComments(reader, memo)).mayComment).toBe(true);
  expect((await getDesk(reader)).mine).toHaveLength(1);
  await withdrawClearance(author, { clearance: row.id, revision: row.revision + 1 });
  await expect(getMemo(reader, memo)).rejects.toMatchObject(hidden);
});

describe('who may see a memo', () => {
  test('is changed by its author and its team’s administrators, and recorded', async () => {
    const order = { memo, revision: 0, audience: 'named' as const };
    await expect(setAudience(mate, order)).rejects.toMatchObject(forbidden);
    await setAudience(head, order);
    await name(outsider, 'comment');
    await unname(outsider);
    await setAudience(author, { memo, revision: 3, audience: 'team' });
    const entries = await db().auditEntry.findMany({
      where: { subjectId: memo, event: { in: events } },
      orderBy: { at: 'asc' },
    });
    expect(entries.map(({ event, actorId }) => [event, actorId])).toEqual([
      ['memo.restricted', head.id],
      ['memo.shared', author.id],
      ['memo.unshared', author.id],
      ['memo.opened', author.id],
    ]);
    expect(entries[1]?.detail).toEqual({ user: outsider.id, level: 'comment' });
  });

  test('is not changed over another’s change, for nobody without an account, and for no keeper', async () => {
    await shut();
    const stale = { memo, revision: 0, user: outsider.id, level: 'read' as const };
    await expect(shareMemo(author, stale)).rejects.toMatchObject({ code: 'conflict' });
    await expect(setAudience(author, { memo, revision: 0, audience: 'team' })).rejects.toThrow(
      'meanwhile',
    );
    await db().user.update({ where: { id: outsider.id }, data: { active: false } });
    await expect(name(outsider, 'read')).rejects.toThrow('who has an account here');
    await expect(name(head, 'read')).rejects.toThrow('keeps this memo');
    expect(await revisionOf()).toBe(1);
  });

  test('says of each why, what they may do, and who would be shut out', async () => {
    const reviewer = await buildActor(db(), 'reviewer', [ours.id]);
    await name(outsider, 'edit');
    expect(await name(reviewer, 'edit')).toContain('As a reviewer they suggest');
    const { people, lost, others, mayShare } = await getSharing(author, memo);
    const of = (who: Actor) => people.find(({ id }) => id === who.id);
    expect(of(author)?.reasons).toEqual(['author', 'editor of the team']);
    expect(of(outsider)).toMatchObject({ level: 'edit', reasons: ['named'], cut: null });
    expect(of(reviewer)).toMatchObject({ level: 'suggest', granted: 'edit' });
    expect([lost, mayShare]).toEqual([[mate.name], true]);
    expect(others.map(({ id }) => id)).toEqual([mate.id]);
    expect(await getSharing(mate, memo)).toMatchObject({ mayShare: false, others: [] });
  });
});

const events = ['memo.shared', 'memo.unshared', 'memo.restricted', 'memo.opened'];

test('an open stream ends at once when its reader is shut out, and says so', async () => {
  const token = await db().$transaction((tx) => beginSession(tx, mate.id, ''));
  expect(token).not.toBe('');
  const { id: sessionId } = await db().session.findFirstOrThrow({ where: { userId: mate.id } });
  const stream = await openStream({ ...mate, sessionId }, memo, { from: 0 });
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = '';
  const reading = (async () => {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      text += decoder.decode(value, { stream: true });
    }
  })();
  await shut();
  await reading;
  expect(text).toContain('You may not read this memo any more.');
}, 8000);
