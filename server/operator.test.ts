import { afterAll, beforeEach, expect, test } from 'vitest';
import { buildTeam } from '@/prisma/builders';
import { db } from './db';
import { closeReaders } from './intake/readers';
import {
  articleIdOfStore,
  articleOfStore,
  articlesOfStore,
  importIntoTeam,
  teamOfStore,
} from './operator';
import { resetDatabase } from './test-database';

beforeEach(resetDatabase);
afterAll(() => {
  closeReaders();
  return db().$disconnect();
});

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

test('the operator imports into the only team, or the one that is named', async () => {
  await expect(teamOfStore()).rejects.toThrow('no team in the store');
  const team = await buildTeam(db(), 'South Asia desk');
  expect(await teamOfStore()).toBe(team.id);
  await buildTeam(db(), 'Second desk');
  await expect(teamOfStore()).rejects.toThrow('“Second desk”, “South Asia desk”');
  expect(await teamOfStore('South Asia desk')).toBe(team.id);
  await expect(teamOfStore('Third desk')).rejects.toThrow('Name one of the teams');
  const bytes = new TextEncoder().encode('A Title\n\nA first paragraph.\n\nA second one.');
  const given = { given: { outlet: 'Example Daily', publishedOn: '2026-11-01' } };
  const result = await importIntoTeam(team.id, 'news/a.txt', bytes, given, '2026-11-24');
  expect(result).toMatchObject({ state: 'stored', slug: 'a-title-2026-11-01', unsure: [] });
  const { article } = await articleOfStore('a-title-2026-11-01');
  expect(article).toMatchObject({ outlet: 'Example Daily', accessedOn: '2026-11-24' });
  const { id: versionId } = article;
  const version = await db().articleVersion.findUniqueOrThrow({ where: { id: versionId } });
  expect(version).toMatchObject({ fileName: 'a.txt', importedById: null });
  expect(await articleIdOfStore('a-title-2026-11-01', team.id)).toBe(version.articleId);
  await expect(articleIdOfStore('nothing', team.id)).rejects.toThrow('no stored article');
});
