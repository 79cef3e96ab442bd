import { readFileSync } from 'node:fs';
import { Transform } from 'prosemirror-transform';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { readDocument } from '@/domain/document/document';
import { isSound } from '@/domain/quote/check';
import type { Ask } from '@/domain/reassembly/order';
import type { Actor } from '@/domain/user';
import { prepareVerifier, verifyQuotes } from '@/domain/verify';
import { type BuiltTeam, buildActor, buildTeam } from '@/prisma/builders';
import { correctionsOf } from './corrections';
import { db } from './db';
import { deriveMemo, familyOf } from './derived';
import { importArticle } from './imports';
import { closeReaders } from './intake/readers';
import { createMemo, getMemo, saveMemo } from './memos';
import { countOutdated, planReassembly } from './reassembly';
import { takeProposals } from './take';
import { resetDatabase } from './test-database';

const demonstration = readFileSync('prisma/seed/pakistan-us-talks-2012-12-14.txt', 'utf8');
const nothing: Ask = { add: [], issues: [] };

let team: BuiltTeam;
let editor: Actor;
let reader: Actor;

beforeEach(async () => {
  await resetDatabase();
  team = await buildTeam(db());
  editor = await buildActor(db(), 'editor', [team.id]);
  reader = await buildActor(db(), 'reader', [team.id]);
});
afterAll(closeReaders);

const issueIds = () => team.demonstration.issues.map(({ id }) => id);

function memoOf(issues = issueIds()): Promise<string> {
  const head = { title: 'Talks', to: 'The Minister', from: 'Desk' };
  const order = { article: team.articleId, template: 'policy-brief', issues, ...head };
  return createMemo(editor, order, '2012-12-17');
}

const correct = (text: string) =>
  importArticle(editor, { from: 'paste', text }, { asVersionOf: team.articleId }, '2026-11-25');

/** Writes the words before those that stand in the memo. */
async function write(memo: string, before: string, words: string): Promise<void> {
  const { document, version } = await getMemo(editor, memo);
  const transform = new Transform(readDocument(document));
  let place = -1;
  transform.doc.descendants((node, position) => {
    if (place < 0 && node.isText && node.text?.includes(before)) place = position;
  });
  transform.insert(place, transform.doc.type.schema.text(words));
  const steps = transform.steps.map((step) => step.toJSON());
  await saveMemo(editor, {
    memo,
    from: version,
    clientId: 'a-tab-here',
    clientSeq: version,
    steps,
  });
}

async function takeAll(
  memo: string,
  ask: Ask = nothing,
  only: (key: string) => boolean = () => true,
) {
  const plan = await planReassembly(editor, memo, ask);
  const take = plan.proposals.map(({ key }) => key).filter(only);
  const message = await takeProposals(editor, {
    ...ask,
    memo,
    base: plan.version,
    take,
    digest: plan.digest,
  });
  return { plan, message };
}

async function textOf(memo: string): Promise<string> {
  return readDocument((await getMemo(editor, memo)).document).textContent;
}

async function everyQuoteStands(memo: string): Promise<void> {
  const { document, evidence } = await getMemo(editor, memo);
  const findings = verifyQuotes(readDocument(document), prepareVerifier(evidence));
  expect(findings.length).toBeGreaterThan(5);
  expect(findings.filter(({ state }) => !isSound(state))).toEqual([]);
}

describe('new evidence', () => {
  test('is proposed, taken as a new version, and what people wrote stays', async () => {
    const tags = { assessment: { spans: { some: { text: { contains: 'anodyne' } } } } };
    const kept = await db().assessmentIssue.findMany({ where: tags });
    await db().assessmentIssue.deleteMany({ where: tags });
    const memo = await memoOf();
    await write(memo, 'stalemate', 'as ever, ');
    expect(await countOutdated(reader, memo)).toBe(0);

    await db().assessmentIssue.createMany({ data: kept });
    expect(await countOutdated(reader, memo)).toBeGreaterThan(0);
    const { message } = await takeAll(memo);
    expect(message).toMatch(/^\d+ changes were taken\.$/);
    expect(await textOf(memo)).toContain('very anodyne');
    expect(await textOf(memo)).toContain('as ever, ');
    expect(await countOutdated(reader, memo)).toBe(0);
    const labels = await db().revision.findMany({
      where: { memoId: memo },
      select: { label: true },
    });
    expect(labels.map(({ label }) => label)).toEqual([
      'As assembled',
      'Before assembling anew',
      'As assembled anew',
    ]);
  });

  test('that is left alone is not proposed again', async () => {
    const memo = await memoOf(issueIds().slice(1));
    const ask = { ...nothing, issues: issueIds() };
    const { message, plan } = await takeAll(memo, ask, () => false);
    expect(message).toBe(`0 changes were taken, ${plan.proposals.length} left.`);
    expect(plan.proposals.length).toBeGreaterThan(0);
    expect(await countOutdated(reader, memo)).toBe(0);
    expect((await getMemo(editor, memo)).version).toBe(0);
  });
});

describe('a corrected article', () => {
  test('moves what stands over to the newer version, and proposes the rest', async () => {
    const memo = await memoOf();
    await correct(demonstration.replace('very anodyne', 'rather anodyne'));
    const plan = await planReassembly(editor, memo, nothing);
    expect(plan.moved).toBeGreaterThan(10);
    expect(plan.proposals.map(({ kind }) => kind)).toContain('gone');

    await takeAll(memo);
    expect(await textOf(memo)).not.toContain('anodyne');
    const { evidence, ...now } = await getMemo(editor, memo);
    expect(evidence.articles).toHaveLength(1);
    expect(await correctionsOf({ evidence, ...now })).toEqual([]);
    await everyQuoteStands(memo);
  });

  test('that lost every statement on the memo’s issues leaves the memo as it is', async () => {
    const [first] = issueIds();
    const memo = await memoOf([first ?? '']);
    await correct('Quite Another Text\n\nNobody says a word in it.\n\nIt is short.');
    const before = await textOf(memo);
    const plan = await planReassembly(reader, memo, nothing);
    expect(plan.proposals.length).toBeGreaterThan(0);
    expect(await textOf(memo)).toBe(before);
    await takeAll(memo);
    expect(await countOutdated(reader, memo)).toBe(0);
  });

  test('stays beside its newer version while something rests on its words', async () => {
    const memo = await memoOf();
    await correct(demonstration.replace('very anodyne', 'rather anodyne'));
    await takeAll(memo, nothing, (key) => !key.startsWith('gone'));
    expect(await textOf(memo)).toContain('very anodyne');
    expect((await getMemo(editor, memo)).evidence.articles).toHaveLength(2);
    await everyQuoteStands(memo);
  });
});

describe('who may, and when', () => {
  test('a reader looks and takes nothing; another team finds nothing', async () => {
    const memo = await memoOf();
    const { version, digest } = await planReassembly(reader, memo, nothing);
    const order = { ...nothing, memo, base: version, digest, take: [] };
    await expect(takeProposals(reader, order)).rejects.toMatchObject({ code: 'forbidden' });
    const stranger = await buildActor(db(), 'editor', [(await buildTeam(db())).id]);
    await expect(planReassembly(stranger, memo, nothing)).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(takeProposals(stranger, order)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('what was shown of another version or other evidence is not taken', async () => {
    const memo = await memoOf(issueIds().slice(1));
    const ask = { ...nothing, issues: issueIds() };
    const { version, digest, proposals } = await planReassembly(editor, memo, ask);
    const order = { ...ask, memo, base: version, digest, take: [proposals[0]?.key ?? ''] };
    await expect(
      takeProposals(editor, { ...order, take: ['new something else'] }),
    ).rejects.toMatchObject({ code: 'conflict' });
    await write(memo, 'stalemate', 'as ever, ');
    await expect(takeProposals(editor, order)).rejects.toMatchObject({ code: 'conflict' });
    expect(await textOf(memo)).toContain('as ever, ');
  });
});

describe('a memo made of another', () => {
  const derive = (parent: string, template = 'questions-and-answers') =>
    deriveMemo(editor, { parent, template, title: 'If asked', to: '', from: '' }, '2012-12-18');

  test('keeps its quotes, and says how many of its lines are out of date', async () => {
    const parent = await memoOf();
    const child = await derive(parent, 'one-page-summary');
    expect(await familyOf(reader, child)).toMatchObject({
      parent: { id: parent, title: 'Talks', form: 'Policy brief' },
      outdated: 0,
    });

    await write(parent, 'Joshi', 'Mr ');
    const { derived } = await familyOf(reader, parent);
    expect(derived).toMatchObject([{ id: child, form: 'One-page summary' }]);
    expect(derived[0]?.outdated).toBeGreaterThan(0);
    await takeAll(child);
    expect(await countOutdated(reader, child)).toBe(0);
    expect(await textOf(child)).toContain('Mr Both');
  });

  test('follows its parent to a corrected article', async () => {
    const parent = await memoOf();
    const child = await derive(parent);
    await everyQuoteStands(child);
    await correct(demonstration.replace('very anodyne', 'rather anodyne'));
    await takeAll(parent);
    expect(await countOutdated(reader, child)).toBeGreaterThan(0);
    await takeAll(child);
    expect(await textOf(child)).not.toContain('anodyne');
    expect((await getMemo(editor, child)).evidence.articles).toHaveLength(1);
    await everyQuoteStands(child);
  });
});
