import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '@/domain/user';
import { type BuiltTeam, buildActor, buildTeam } from '@/prisma/builders';
import { correctionsOf, memosTouchedBy } from './corrections';
import { db } from './db';
import { importArticle } from './imports';
import { closeReaders } from './intake/readers';
import { createMemo, getMemo } from './memos';
import { resetDatabase } from './test-database';

const demonstration = readFileSync('prisma/seed/pakistan-us-talks-2012-12-14.txt', 'utf8');

let team: BuiltTeam;
let editor: Actor;

beforeEach(async () => {
  await resetDatabase();
  team = await buildTeam(db());
  editor = await buildActor(db(), 'editor', [team.id]);
});
afterAll(closeReaders);

function memoOf(title: string, issues = team.demonstration.issues): Promise<string> {
  const order = { article: team.articleId, template: 'policy-brief', title, to: '', from: '' };
  const ids = issues.map((issue) => issue.id);
  return createMemo(editor, { ...order, issues: ids }, '2012-12-17');
}

const correct = (text: string) =>
  importArticle(editor, { from: 'paste', text }, { asVersionOf: team.articleId }, '2026-11-25');

test('a corrected article names each memo and sentence that rests on what it said', async () => {
  const whole = await memoOf('All issues');
  expect(await correctionsOf(await getMemo(editor, whole))).toEqual([]);
  expect(await memosTouchedBy(editor, team.articleId)).toEqual({ memos: [], unread: 0 });

  await correct(demonstration.replace('very anodyne', 'rather anodyne'));
  const touched = await correctionsOf(await getMemo(editor, whole));
  expect(touched.some(({ text }) => text.includes('very anodyne'))).toBe(true);
  for (const { touches } of touched) expect(touches.map(({ was }) => was.number)).toEqual([7]);
  expect(await memosTouchedBy(editor, team.articleId)).toEqual({
    memos: [{ id: whole, title: 'All issues', sentences: touched.length }],
    unread: 0,
  });

  // What is assembled now rests on the new text.
  const fresh = await memoOf('Of the new text');
  expect(await correctionsOf(await getMemo(editor, fresh))).toEqual([]);
  const { memos } = await memosTouchedBy(editor, team.articleId);
  expect(memos.map(({ id }) => id)).toEqual([whole]);
});

test('a memo of another team is no business of one’s own, nor is its article', async () => {
  await memoOf('Ours');
  await correct(demonstration.replace('very anodyne', 'rather anodyne'));
  const stranger = await buildActor(db(), 'administrator', [(await buildTeam(db())).id]);
  await expect(memosTouchedBy(stranger, team.articleId)).rejects.toMatchObject({
    code: 'not-found',
  });
});
