import { afterAll, beforeEach, expect, test } from 'vitest';
import { buildTeam } from '@/prisma/builders';
import { db } from './db';
import { articleOfStore, articlesOfStore } from './operator';
import { resetDatabase } from './test-database';

beforeEach(resetDatabase);
afterAll(() => db().$disconnect());

test('the operator reads an article by slug, by id and by a version’s id', async () => {
  const { articleId, demonstration } = await buildTeam(db());
  const { article, text, assessments } = demonstration;
  for (const name of [article.slug, articleId, article.id]) {
    const stored = await articleOfStore(name);
    expect(stored.article).toEqual(article);
    expect(stored.text).toBe(text);
    expect(stored.assessments.map((each) => each.id)).toEqual(assessments.map((each) => each.id));
    expect(stored.issues).toEqual(demonstration.issues);
  }
  await expect(articleOfStore('nothing')).rejects.toThrow('no stored article “nothing”');
});

test('the operator sees all teams, and names by id what two of them have', async () => {
  const teams = [await buildTeam(db()), await buildTeam(db())];
  const ids = teams.map((team) => team.articleId);
  expect((await articlesOfStore()).map((line) => line.id).sort()).toEqual(ids.sort());
  const slug = teams[0]?.demonstration.article.slug ?? '';
  await expect(articleOfStore(slug)).rejects.toThrow('name it by its id');
  for (const id of ids) expect((await articleOfStore(id)).article.slug).toBe(slug);
});

test('an expert’s aliases come with the assessments', async () => {
  await buildTeam(db());
  const [line] = await articlesOfStore();
  const { assessments } = await articleOfStore(line?.id ?? '');
  const aliases = assessments.flatMap((each) => each.holders.flatMap((holder) => holder.aliases));
  expect(new Set(aliases)).toContain('the Carnegie analyst');
});
