import { v7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '@/domain/user';
import { type BuiltTeam, buildActor, buildTeam } from '@/prisma/builders';
import { storeDemonstration } from '@/prisma/seed';
import { type Demonstration, readDemonstration } from '@/prisma/seed/demonstration';
import { db } from './db';
import { createMemo } from './memos';
import { addSource, findOtherStatements, getSources } from './sources';

let team: BuiltTeam;
let other: Demonstration;
let editor: Actor;
let reader: Actor;
let stranger: Actor;
let memo: string;

const saying = (demonstration: Demonstration, words: string) =>
  demonstration.assessments.find((each) => each.spans.some((span) => span.text.includes(words)))
    ?.id ?? '';

beforeAll(async () => {
  team = await buildTeam(db());
  editor = await buildActor(db(), 'editor', [team.id]);
  reader = await buildActor(db(), 'reader', [team.id]);
  stranger = await buildActor(db(), 'administrator', [(await buildTeam(db())).id]);
  const issues = team.demonstration.issues.map((issue) => issue.id);
  const order = { article: team.articleId, template: 'policy-brief', issues, title: 'T' };
  memo = await createMemo(editor, { ...order, to: '', from: '' }, '2012-12-17');
  // The same text as another article of the team: its issues are there already.
  const copy = readDemonstration(() => v7());
  other = {
    ...copy,
    article: { ...copy.article, slug: 'another' },
    issues: [],
    assessments: copy.assessments.map((each) => ({ ...each, issues: [] })),
  };
  await db().$transaction((tx) => storeDemonstration(tx, team.id, other), { timeout: 30_000 });
  await db().assessment.update({
    where: { id: saying(other, 'stalemate') },
    data: { groundRule: 'background' },
  });
});

test('statements of other articles are found as one types, never those of the memo’s own', async () => {
  const found = await findOtherStatements(editor, memo, 'very anod');
  expect(found.evidence.assessments.map((each) => each.id)).toEqual([saying(other, 'anodyne')]);
  expect(found.evidence.articles.map((each) => each.id)).toEqual([other.article.id]);
  expect((await findOtherStatements(editor, memo, '…')).evidence.assessments).toEqual([]);
});

test('what is not on the record is neither found nor added', async () => {
  expect((await findOtherStatements(editor, memo, 'stalemate')).evidence.assessments).toEqual([]);
  await expect(addSource(editor, memo, saying(other, 'stalemate'))).rejects.toThrow(
    'can’t be used',
  );
});

test('another team’s people, and who may not edit, add nothing; nor is another’s text added', async () => {
  const id = saying(other, 'anodyne');
  await expect(addSource(stranger, memo, id)).rejects.toMatchObject({ code: 'not-found' });
  await expect(findOtherStatements(stranger, memo, 'talks')).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(addSource(reader, memo, id)).rejects.toMatchObject({ code: 'forbidden' });
  const foreign = await buildTeam(db());
  const both = { ...editor, teamIds: [team.id, foreign.id] };
  const theirs = saying(foreign.demonstration, 'anodyne');
  await expect(addSource(both, memo, theirs)).rejects.toMatchObject({ code: 'not-found' });
});

test('an added article is evidence, is recorded once, and hides what is off the record', async () => {
  const id = saying(other, 'anodyne');
  await addSource(editor, memo, id);
  const { evidence } = await addSource(editor, memo, id);
  expect(evidence.articles.map((each) => each.id)).toContain(other.article.id);
  const ids = evidence.assessments.map((each) => each.id);
  expect(ids).toContain(id);
  expect(ids).not.toContain(saying(other, 'stalemate'));
  expect(await getSources(reader, memo)).toEqual({ evidence, issues: expect.any(Array) });
  const where = { subjectId: memo, event: 'memo.source-added' };
  expect(await db().auditEntry.count({ where })).toBe(1);
  expect((await findOtherStatements(editor, memo, 'anodyne')).evidence.assessments).toEqual([]);
});
