import { Transform } from 'prosemirror-transform';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Listing } from '@/domain/clearance/orders';
import { readDocument } from '@/domain/document/document';
import { schema } from '@/domain/document/schema';
import type { Actor } from '@/domain/user';
import { type BuiltTeam, buildActor, buildTeam } from '@/prisma/builders';
import { db } from '../db';
import { getMemo, saveMemo } from '../memos';
import { delegate, keepOffice, listOffices } from '../offices';
import { resetDatabase } from '../test-database';
import { memoOf } from '../test-memo';
import { answerClearance, recordNoResponse } from './answers';
import { getDesk } from './desk';
import { settleDissent } from './dissent';
import { attachScan, issueMemo, recordDecision } from './issuing';
import { decideProposal, listAddressee, openClearance, strikeAddressee } from './list';
import { getClearance, type ListLine } from './view';

let team: BuiltTeam;
let author: Actor;
let officer: Actor;
let treasury: Actor;
let legal: Actor;
let principal: Actor;
let memo: string;
let clearance: string;

const monday = new Date('2026-05-04T09:00:00Z');
const friday = new Date('2026-05-08T20:00:00Z');

beforeEach(async () => {
  await resetDatabase();
  team = await buildTeam(db());
  const member = (role: Actor['role']) => buildActor(db(), role, [team.id]);
  author = await member('editor');
  officer = await member('editor');
  treasury = await member('reviewer');
  legal = await member('reader');
  principal = await member('reader');
  memo = await memoOf(author, team);
  const order = { memo, zone: 'Europe/London', principal: principal.id };
  clearance = await openClearance(officer, order);
});

const look = async (actor: Actor = officer, now = monday) => {
  const { clearance: view } = await getClearance(actor, memo, now);
  if (!view) throw new Error('There is no clearance.');
  return view;
};

const lineOf = async (name: string, actor: Actor = officer, now = monday): Promise<ListLine> => {
  const line = (await look(actor, now)).lines.find(
    ({ office, person }) => office === name || person === name,
  );
  if (!line) throw new Error(`${name} is not on the list.`);
  return line;
};

async function put(who: Actor | string, over: Partial<Listing> = {}, by = officer, now = monday) {
  const { revision } = await look(by, now);
  const chosen =
    typeof who === 'string'
      ? ({ kind: 'office', id: who } as const)
      : ({ kind: 'user', id: who.id } as const);
  const base = { clearance, revision, who: chosen, asked: 'clear', stage: 1 } as const;
  const order: Listing = { ...base, sections: [], note: '', days: 2, time: '17:00', ...over };
  return listAddressee(by, order, now);
}

async function say(
  actor: Actor,
  name: string,
  outcome: 'clear' | 'clear-with-edits' | 'object',
  text = '',
) {
  const { id } = await lineOf(name, actor);
  const { version } = await getMemo(actor, memo);
  return answerClearance(actor, { addressee: id, base: version, outcome, text }, monday);
}

/** Writes a sentence at the end of a section, as a recommendation, as one's own or a suggestion. */
async function write(actor: Actor, section: string, words: string, asSuggestion = false) {
  const { document, version } = await getMemo(actor, memo);
  const transform = new Transform(readDocument(document));
  let place = -1;
  transform.doc.descendants((node, position) => {
    if (node.attrs.name === section) place = position + node.nodeSize - 2;
    return place < 0;
  });
  const marks = [schema.marks.sentence.create({ kind: 'recommendation', basis: [] })];
  const stamp = {
    id: crypto.randomUUID(),
    author: actor.name,
    account: actor.id,
    at: monday.toISOString(),
  };
  if (asSuggestion) marks.push(schema.marks.insertion.create(stamp));
  transform.insert(place, schema.text(words, marks));
  const steps = transform.steps.map((step) => step.toJSON());
  const clientId = `tab-${actor.id.slice(-6)}-x`;
  await saveMemo(actor, { memo, from: version, clientId, clientSeq: version, steps });
}

const issue = async (actor: Actor = officer, now = monday) => {
  const { revision } = await look(actor, now);
  const { version } = await getMemo(actor, memo);
  return issueMemo(actor, { clearance, revision, base: version }, now);
};

test('what is waited for stands on the officer’s desk and on the author’s, who is late first', async () => {
  await put(treasury, { days: 5 });
  await put(legal, { days: 1 });
  const theirs = async (actor: Actor, now: Date) =>
    (await getDesk(actor, now)).theirs.map(({ who, standing }) => [who, standing]);
  const waited = [
    [legal.name, 'overdue'],
    [treasury.name, 'asked'],
  ];
  expect(await theirs(officer, friday)).toEqual(waited);
  expect(await theirs(author, friday)).toEqual(waited);
  expect(await theirs(principal, friday)).toEqual([]);
  expect((await getDesk(legal, friday)).mine.map(({ standing }) => standing)).toEqual(['overdue']);
});

describe('the list', () => {
  test('is the action officer’s; who is on it proposes, and who is not does neither', async () => {
    await put(treasury);
    await expect(put(legal, {}, legal)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await put(legal, {}, treasury)).toBe('Proposed to the action officer.');
    const proposed = await lineOf(legal.name);
    expect(proposed).toMatchObject({ state: 'proposed', proposedBy: treasury.name, answers: [] });
    const { revision } = await look();
    await decideProposal(officer, { addressee: proposed.id, revision, listed: true });
    expect((await lineOf(legal.name, legal)).answers).toContain('clear');
  });

  test('does not take its author, in person', async () => {
    await expect(put(author)).rejects.toThrow('The author can’t clear their own memo.');
  });

  test('is changed by one at a time, and keeps who answered', async () => {
    await put(treasury);
    const { revision } = await look();
    const { id } = await lineOf(treasury.name);
    await put(legal);
    await expect(strikeAddressee(officer, { addressee: id, revision })).rejects.toMatchObject({
      code: 'conflict',
    });
    await say(treasury, treasury.name, 'clear');
    const now = (await look()).revision;
    await expect(strikeAddressee(officer, { addressee: id, revision: now })).rejects.toThrow(
      'stays on the list',
    );
  });

  test('says when an answer is due, in business days and the zone’s hours', async () => {
    await put(treasury, { days: 1, time: '17:00' }, officer, new Date('2026-05-01T10:00:00Z'));
    expect((await lineOf(treasury.name)).due).toBe('2026-05-04T16:00:00.000Z');
  });

  test('of a memo that one may not read is not there', async () => {
    const stranger = await buildActor(db(), 'administrator', [(await buildTeam(db())).id]);
    await expect(getClearance(stranger, memo)).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      openClearance(stranger, { memo, zone: 'UTC', principal: null }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('an answer', () => {
  test('clears this text, and another is to be cleared again', async () => {
    await put(treasury);
    await say(treasury, treasury.name, 'clear');
    expect((await lineOf(treasury.name)).standing).toBe('clear');
    await write(author, 'recommendations', 'Stop the talks.');
    expect((await lineOf(treasury.name)).standing).toBe('re-clear');
    await expect(issue()).rejects.toThrow('cleared an earlier text');
  });

  test('is not taken on a version that one did not read', async () => {
    await put(treasury);
    const { id } = await lineOf(treasury.name);
    await write(author, 'recommendations', 'Stop the talks.');
    const order = { addressee: id, base: 0, outcome: 'clear' as const, text: '' };
    await expect(answerClearance(treasury, order, monday)).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('with edits is of the text that has them, by a reviewer’s suggestions', async () => {
    await put(treasury);
    await expect(say(treasury, treasury.name, 'clear-with-edits')).rejects.toThrow(
      'You have no edits',
    );
    await write(treasury, 'recommendations', 'Wait until June.', true);
    await say(treasury, treasury.name, 'clear-with-edits');
    expect((await lineOf(treasury.name)).standing).toBe('re-clear');
    await expect(issue()).rejects.toThrow('cleared with edits that the text does not have');
    await write(author, 'recommendations', 'Wait until June.');
    expect((await lineOf(treasury.name)).standing).toBe('clear-with-edits');
  });

  test('waits for its stage', async () => {
    await put(treasury);
    await put(legal, { stage: 2 });
    await expect(say(legal, legal.name, 'clear')).rejects.toThrow('An earlier stage');
    await say(treasury, treasury.name, 'clear');
    await say(legal, legal.name, 'clear');
    expect((await look()).obstacles).toEqual([]);
  });

  test('of an office is any member’s, and a delegate’s while one is away', async () => {
    const admin = await buildActor(db(), 'administrator', [team.id]);
    await keepOffice(admin, { team: team.id, id: null, name: 'Treasury', members: [treasury.id] });
    const [office] = await listOffices(officer, team.id);
    await put(office?.id ?? '');
    await expect(say(legal, 'Treasury', 'clear')).rejects.toMatchObject({ code: 'forbidden' });
    await delegate(treasury, { delegate: legal.id, first: '2026-05-04', last: '2026-05-05' });
    await say(legal, 'Treasury', 'clear');
    expect(await lineOf('Treasury')).toMatchObject({
      standing: 'clear',
      response: { by: legal.name, for: treasury.name },
    });
    const { id } = await lineOf('Treasury');
    const { version: base } = await getMemo(legal, memo);
    await expect(
      answerClearance(legal, { addressee: id, base, outcome: 'clear', text: '' }, friday),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('is never changed in the store', async () => {
    await put(treasury);
    await say(treasury, treasury.name, 'clear');
    await expect(db().response.updateMany({ data: { outcome: 'object' } })).rejects.toThrow();
    await expect(db().response.deleteMany()).rejects.toThrow();
  });
});

describe('without an answer', () => {
  test('a memo goes forward after the deadline alone, and says so', async () => {
    await put(treasury, { days: 2 });
    const order = async (now: Date) => ({
      addressee: (await lineOf(treasury.name)).id,
      revision: (await look(officer, now)).revision,
    });
    await expect(recordNoResponse(officer, await order(monday), monday)).rejects.toThrow(
      'may still answer',
    );
    await recordNoResponse(officer, await order(friday), friday);
    await issue(officer, friday);
    const { sheet } = await look(officer, friday);
    expect(sheet.remarks).toEqual([
      `Without clearance of ${treasury.name} (no response by 6 May 2026, 17:00).`,
    ]);
  });
});

describe('an objection', () => {
  test('holds the memo up until it is on record, and is printed', async () => {
    await put(treasury);
    await expect(say(treasury, treasury.name, 'object', '')).resolves.toBeTruthy();
    await say(treasury, treasury.name, 'object', 'It is too soft.');
    await expect(issue()).rejects.toThrow('objects');
    const { id } = await lineOf(treasury.name);
    const { revision } = await look();
    await settleDissent(officer, { addressee: id, revision, dissent: 'recorded' });
    await issue();
    expect((await look()).sheet.remarks).toEqual([`${treasury.name} objects: It is too soft.`]);
  });

  test('becomes a second recommendation, each with its decision', async () => {
    await write(author, 'recommendations', 'That you approve the talks.');
    await put(treasury);
    await put(legal);
    await say(legal, legal.name, 'clear');
    await say(treasury, treasury.name, 'object', 'end them');
    const { id } = await lineOf(treasury.name);
    const { revision } = await look();
    await settleDissent(officer, { addressee: id, revision, dissent: 'split' });
    expect((await lineOf(legal.name)).standing).toBe('re-clear');
    await say(legal, legal.name, 'clear');
    await issue();
    const { decisions } = await look(principal);
    expect(decisions.map(({ text }) => text)).toEqual([
      'That you approve the talks.',
      `Alternatively, ${treasury.name} recommends: end them.`,
    ]);
  });
});

describe('an issued memo', () => {
  beforeEach(async () => {
    await write(author, 'recommendations', 'That you approve the talks.');
    await put(treasury);
    await say(treasury, treasury.name, 'clear');
    await expect(issue(author)).rejects.toMatchObject({ code: 'forbidden' });
    await issue();
  });

  test('is the very text; a draft beside it is not cleared', async () => {
    const { sheet, issued } = await look();
    expect(sheet).toMatchObject({ isCleared: true, sha256: issued?.sha256 });
    await write(author, 'recommendations', ' At once.');
    const after = await look();
    expect(after.sheet.isCleared).toBe(false);
    expect(after.sheet.headline).toMatch(/^Not cleared\. This text differs from version/);
    expect(after.issued).toEqual(issued);
    await expect(db().clearance.updateMany({ data: { issuedVersion: 9 } })).rejects.toThrow();
  });

  test('is decided on by its principal, once', async () => {
    const order = { clearance, place: 0, mark: 'approve' as const, note: '' };
    await expect(recordDecision(treasury, order)).rejects.toMatchObject({ code: 'forbidden' });
    await recordDecision(principal, order);
    await expect(recordDecision(principal, { ...order, mark: 'disapprove' })).rejects.toMatchObject(
      {
        code: 'conflict',
      },
    );
    const { decisions } = await look();
    expect(decisions[0]?.decision).toMatchObject({ mark: 'approve', by: principal.name });
    await expect(db().decision.updateMany({ data: { mark: 'noted' } })).rejects.toThrow();
  });

  test('takes a scan of the paper, and nothing else', async () => {
    const pdf = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d]);
    await attachScan(officer, clearance, { name: 'signed.pdf', bytes: pdf });
    await expect(
      attachScan(officer, clearance, { name: 'x.pdf', bytes: new Uint8Array([1, 2, 3]) }),
    ).rejects.toThrow('no PDF, PNG or JPEG');
    expect((await look()).scans).toMatchObject([{ name: 'signed.pdf', by: officer.name }]);
  });

  test('can be cleared anew in another round', async () => {
    const order = { memo, zone: 'Europe/London', principal: null };
    clearance = await openClearance(officer, order);
    expect(await look()).toMatchObject({ number: 2, isOpen: true, lines: [] });
    await expect(openClearance(officer, order)).rejects.toMatchObject({ code: 'conflict' });
  });
});
