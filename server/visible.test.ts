import { expect, test } from 'vitest';
import { can } from '@/domain/policy';
import { roles } from '@/domain/user';
import { buildActor, buildTeam } from '@/prisma/builders';
import { articlesVisibleTo } from './articles';
import { db } from './db';
import { createMemo, memosVisibleTo } from './memos';

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
      expect(ids(visibleMemos)).toEqual(ids(memos.filter((memo) => can(actor, 'memo.read', memo))));
      expect(ids(visibleArticles)).toEqual(
        ids(articles.filter((article) => can(actor, 'article.read', article))),
      );
    }
});
