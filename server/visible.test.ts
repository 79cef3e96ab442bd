import { expect, test } from 'vitest';
import { can } from '@/domain/policy';
import { kinds, searchSchema } from '@/domain/search';
import { type Actor, roles } from '@/domain/user';
import { buildActor, buildTeam } from '@/prisma/builders';
import { memosVisibleTo, subjectOf } from './access';
import { articlesVisibleTo } from './articles';
import { db } from './db';
import { createMemo } from './memos';
import { search } from './search';

test('lists show just what the policy lets each role read, over teams of one’s own and others', async () => {
  const teams = [await buildTeam(db()), await buildTeam(db()), await buildTeam(db())];
  for (const team of teams) {
    const editor = await buildActor(db(), 'editor', [team.id]);
    const issues = team.demonstration.issues.map((issue) => issue.id);
    const order = {
      article: team.articleId,
      template: 'policy-brief',
      issues,
      title: 'T',
      to: '',
      from: '',
    };
    await createMemo(editor, order, '2012-12-17');
  }
  const [first, second] = teams.map((team) => team.id) as [string, string];
  for (const role of roles)
    for (const teamIds of [[], [first], [first, second]]) {
      const actor = await buildActor(db(), role, teamIds);
      const memos = await db().memo.findMany();
      const articles = await db().article.findMany();
      const visibleMemos = await db().memo.findMany({ where: memosVisibleTo(actor) });
      const visibleArticles = await db().article.findMany({ where: articlesVisibleTo(actor) });
      const ids = (rows: { id: string }[]) => rows.map((row) => row.id).sort();
      const readable: { id: string }[] = [];
      for (const memo of memos) if (await mayRead(actor, memo.id)) readable.push(memo);
      expect(ids(visibleMemos)).toEqual(ids(readable));
      expect(ids(visibleArticles)).toEqual(
        ids(articles.filter((article) => can(actor, 'article.read', article))),
      );
    }
});

test('the search finds just what the policy lets each role read, whatever it asks by', async () => {
  const teams = [await buildTeam(db()), await buildTeam(db()), await buildTeam(db())];
  const [first, second] = teams.map((team) => team.id) as [string, string];
  const theirs = { teamId: { in: teams.map((team) => team.id) } };
  const issues = await db().issue.findMany({ where: { ...theirs, name: 'keep talking' } });
  const experts = await db().expert.findMany({ where: { ...theirs, name: 'Toby Dalton' } });
  const sent: Record<string, string>[] = [
    { q: 'stalemate' },
    { q: '"very anodyne"' },
    { q: 'Dalton' },
    { q: 'Daltin' },
    { q: 'policy brief OR talks OR pakistan' },
    { outlet: 'Global Security' },
    ...issues.map((issue) => ({ issue: issue.id })),
    ...experts.map((expert) => ({ expert: expert.id })),
  ];
  for (const role of roles)
    for (const teamIds of [[], [first], [first, second]]) {
      const actor = await buildActor(db(), role, teamIds);
      let found = 0;
      for (const each of sent)
        for (const kind of kinds) found += await findAndCheck(actor, { ...each, kind });
      expect(found > 0, `${role} of ${teamIds.length} teams finds something`).toBe(
        teamIds.length > 0,
      );
    }
});

async function mayRead(actor: Actor, id: string): Promise<boolean> {
  const memo = await subjectOf(db(), id);
  return memo !== null && can(actor, 'memo.read', memo);
}

/** Holds all that one search shows against the policy; returns how much that is. */
async function findAndCheck(actor: Actor, sent: Record<string, string>): Promise<number> {
  const finds = await search(actor, searchSchema.parse(sent));
  const ids = (kind: { items: { id: string }[] }) => kind.items.map((item) => item.id);
  const where = (list: string[]) => ({ where: { id: { in: list } } });
  const articles = await db().articleVersion.findMany({
    ...where(ids(finds.articles)),
    include: { article: true },
  });
  const statements = await db().assessment.findMany({
    ...where(ids(finds.statements)),
    include: { version: { include: { article: true } } },
  });
  const names = [...ids(finds.experts), ...finds.likeNames.map((expert) => expert.id)];
  const experts = await db().expert.findMany(where(names));
  const memos = await db().memo.findMany(where(ids(finds.memos)));
  for (const { article, latest } of articles)
    expect([can(actor, 'article.read', article), latest]).toEqual([true, true]);
  for (const { version } of statements)
    expect([can(actor, 'assessment.read', version.article), version.latest]).toEqual([true, true]);
  for (const expert of experts) expect(can(actor, 'expert.read', expert)).toBe(true);
  for (const memo of memos) expect(await mayRead(actor, memo.id)).toBe(true);
  return articles.length + statements.length + experts.length + memos.length;
}
