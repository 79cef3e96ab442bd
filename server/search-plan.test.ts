import { v7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { readWords } from '@/domain/search/words';
import { buildActor, buildTeam } from '@/prisma/builders';
import { Prisma } from '@/prisma/client/client';
import { db } from './db';
import { candidates, passagesOf, rank } from './search/articles';
import { expertCandidates, likeNames } from './search/experts';
import { memoCandidates } from './search/memos';
import type { Scope } from './search/scope';
import { shelvesVisibleTo } from './search/shelves';
import { statementCandidates } from './search/statements';
import { readTerms, type Terms } from './search/terms';
import { resetDatabase } from './test-database';

let scope: Scope;
let word: Terms;
let phrase: Terms;
let ids: string[];

/**
 * A team with 400 articles of ten paragraphs on four shelves, each word of which stands in a few of
 * them: enough for the planner to see which index narrows most. They are alone: with what other files
 * of tests had left on the same shelves, it once took the smaller index and looked at all of a shelf.
 */
beforeAll(async () => {
  await resetDatabase();
  const team = await buildTeam(db());
  await db().$executeRaw`
    INSERT INTO article (id, team_id, slug)
    SELECT gen_random_uuid(), ${team.id}::uuid, 'made-' || n FROM generate_series(1, 400) n`;
  await db().$executeRaw`
    INSERT INTO article_version (id, article_id, number, title, outlet, published_on, original, sha256, text)
    SELECT gen_random_uuid(), id, 1, 'Title of ' || slug, 'Newswire ' || (row_number() OVER ()) % 20,
           date '2010-01-01' + ((row_number() OVER ()) % 300)::int, '', id::text,
           (SELECT string_agg('w' || left(md5(id::text || k), 3), ' ') FROM generate_series(1, 200) k)
      FROM article WHERE team_id = ${team.id}::uuid AND slug LIKE 'made-%'`;
  await db().$executeRaw`
    INSERT INTO paragraph (id, version_id, position, number, start, text, sha256)
    SELECT gen_random_uuid(), v.id, n, n, 0, (SELECT string_agg(
             'w' || left(md5(v.id::text || n || k), 3), ' ') FROM generate_series(1, 30) k), ''
      FROM article_version v, generate_series(1, 10) n WHERE v.title LIKE 'Title of made-%'`;
  await db().expert.createMany({
    data: Array.from({ length: 3000 }, (_, n) => ({
      id: v7(),
      teamId: team.id,
      name: `Person ${n.toString(36)}x Surname${(n * 7919).toString(36)}`,
    })),
  });
  // What was written just now waits beside the indexes of words; the vacuum takes it in.
  await db().$executeRaw`VACUUM ANALYZE article_version, paragraph, span, expert`;
  const reader = await buildActor(db(), 'reader', [team.id]);
  const days = { from: null, to: null };
  const shelves = await shelvesVisibleTo(reader, days);
  scope = { teamIds: [team.id], shelves, ...days, outlet: '', expert: '', issue: '' };
  word = await readTerms(readWords('wabc'), false);
  phrase = await readTerms(readWords('"wabc wdef"'), false);
  const versions = await db().articleVersion.findMany({ select: { id: true }, take: 100 });
  ids = versions.map((version) => version.id);
}, 60_000);

type Plan = {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Plan[];
};

/** Which tables the query reads from end to end, and by which indexes it finds the rest. */
async function planOf(query: Prisma.Sql) {
  const rows = await db().$transaction(async (tx) => {
    // At this size reading a whole table may be cheapest; at two million rows it never is.
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    return tx.$queryRaw<{ 'QUERY PLAN': { Plan: Plan }[] }[]>(
      Prisma.sql`EXPLAIN (FORMAT JSON) ${query}`,
    );
  });
  const whole: string[] = [];
  const indexes: string[] = [];
  const walk = (plan: Plan) => {
    if (plan['Node Type'] === 'Seq Scan') whole.push(plan['Relation Name'] ?? '');
    if (plan['Index Name']) indexes.push(plan['Index Name']);
    for (const each of plan.Plans ?? []) walk(each);
  };
  for (const { Plan } of rows[0]?.['QUERY PLAN'] ?? []) walk(Plan);
  return { whole, indexes };
}

test('articles are found by the index of their words, and a phrase by that of the paragraphs', async () => {
  const byWord = await planOf(candidates(word, scope, null));
  expect(byWord.indexes).toEqual(['article_version_words_idx']);
  const byPhrase = await planOf(candidates(phrase, scope, null));
  expect(byPhrase.indexes).toEqual(
    expect.arrayContaining(['paragraph_pairs_idx', 'article_version_title_words_idx']),
  );
  for (const { whole } of [byWord, byPhrase]) expect(whole).toEqual([]);
});

test.each([
  ['days', { from: '2010-03-01', to: '2010-08-31' }],
  ['an outlet', { outlet: 'Newswire 3' }],
])('narrowed by %s too', async (_, filter) => {
  for (const terms of [word, phrase]) {
    const { whole } = await planOf(candidates(terms, { ...scope, ...filter }, null));
    expect(whole).toEqual([]);
  }
});

test('narrowed to an issue on which very much is said too, from the words on', async () => {
  const [issue] = await db().issue.findMany({ where: { teamId: scope.teamIds[0] }, take: 1 });
  const narrowed = { ...scope, issue: issue?.id ?? '' };
  const articles = await planOf(candidates(word, narrowed, 'many'));
  expect(articles.indexes).toContain('article_version_words_idx');
  const statements = await planOf(statementCandidates(word, narrowed, 'many'));
  expect(statements.indexes).toContain('span_words_idx');
  for (const { whole } of [articles, statements]) expect(whole).toEqual([]);
});

test('what is ranked and shown is read by its version, and no paragraph besides', async () => {
  for (const query of [rank(word, ids), passagesOf(word, ids.slice(0, 10))]) {
    const { whole, indexes } = await planOf(query);
    expect(whole).toEqual([]);
    expect(indexes).toContain('paragraph_version_id_position_key');
  }
});

test('statements, experts and memos are found by the indexes of their words and names', async () => {
  const statements = await planOf(statementCandidates(word, scope, null));
  expect(statements.indexes).toContain('span_words_idx');
  const experts = await planOf(expertCandidates(word, scope.teamIds));
  expect(experts.indexes).toEqual(['expert_words_idx']);
  const names = await planOf(likeNames('Persom 1x Surnome', scope.teamIds));
  expect(names.indexes).toContain('expert_names_idx');
  const memos = await planOf(memoCandidates(word, { ...scope, apart: [], keeps: false }));
  expect(memos.indexes).not.toEqual([]);
  for (const { whole } of [statements, experts, names, memos])
    expect(whole.filter((table) => table !== 'issue')).toEqual([]);
});
