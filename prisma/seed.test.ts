import { beforeEach, expect, test } from 'vitest';
import { resolves } from '@/domain/span';
import { roles } from '@/domain/user';
import { db } from '@/server/db';
import { loadEvidence } from '@/server/evidence';
import { resetDatabase } from '@/server/test-database';
import { seed } from './seed';

beforeEach(resetDatabase);

test('the demonstration has an account for each role, whose passwords are not in the store', async () => {
  const accounts = await seed(db());
  expect(accounts.map((account) => account.role).sort()).toEqual([...roles].sort());
  const users = JSON.stringify(await db().user.findMany());
  for (const { password } of accounts) {
    expect(password).toMatch(/^(\w{4}-){4}\w{4}$/);
    expect(users).not.toContain(password);
  }
  expect(new Set(accounts.map((account) => account.password)).size).toBe(4);
});

test('every span resolves to its exact words, in the article and in the bytes received', async () => {
  await seed(db());
  const version = await db().articleVersion.findFirstOrThrow();
  const { articles, assessments } = await loadEvidence(db(), [version.id]);
  const article = articles[0];
  if (!article) throw new Error('No article');
  expect(version.sha256).toMatch(/^f85d25d8060ad695/);
  expect(version.original).toHaveLength(5993);
  expect(Buffer.from(version.original).toString('utf8')).toBe(version.text);
  for (const { text, start } of article.paragraphs)
    expect(version.text.slice(start, start + text.length)).toBe(text);
  expect(article.paragraphs.filter((paragraph) => paragraph.number !== null)).toHaveLength(22);
  expect(assessments).toHaveLength(16);
  for (const span of assessments.flatMap((assessment) => assessment.spans)) {
    const paragraph = article.paragraphs.find((each) => each.id === span.paragraphId);
    expect(paragraph && resolves(span, paragraph), span.text).toBe(true);
  }
});

test('a second seeding is refused and leaves nothing behind', async () => {
  await seed(db());
  await expect(seed(db())).rejects.toThrow();
  expect(await db().articleVersion.count()).toBe(1);
});
