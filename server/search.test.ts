import { beforeAll, describe, expect, test } from 'vitest';
import { searchSchema } from '@/domain/search';
import { textOf } from '@/domain/search/parts';
import { readWords } from '@/domain/search/words';
import type { Actor } from '@/domain/user';
import { type BuiltTeam, buildActor, buildTeam } from '@/prisma/builders';
import { db } from './db';
import { createMemo } from './memos';
import { search } from './search';
import { candidates } from './search/articles';
import { type SaidIn, versionsSaidIn } from './search/scope';
import { shelvesVisibleTo } from './search/shelves';
import { statementCandidates } from './search/statements';
import { readTerms } from './search/terms';

let team: BuiltTeam;
let reader: Actor;
let stranger: Actor;

beforeAll(async () => {
  team = await buildTeam(db());
  reader = await buildActor(db(), 'reader', [team.id]);
  stranger = await buildActor(db(), 'administrator', [(await buildTeam(db())).id]);
  const editor = await buildActor(db(), 'editor', [team.id]);
  const issues = team.demonstration.issues.map((issue) => issue.id);
  const order = { article: team.articleId, template: 'policy-brief', issues, to: '', from: '' };
  await createMemo(editor, { ...order, title: 'Zanzibar notes' }, '2012-12-17');
});

const ask = (sent: Record<string, string>, actor = reader) =>
  search(actor, searchSchema.parse(sent));
const idOf = (name: string) => team.demonstration.experts.find((e) => e.name === name)?.id ?? '';

describe('what is found', () => {
  test('an article by words of one paragraph, which is shown with its number and the hits', async () => {
    const { articles } = await ask({ q: 'stalemates' });
    const [passage] = articles.items[0]?.passages ?? [];
    expect(passage?.number).toBe(12);
    expect(passage?.parts.filter((part) => part.hit).map((part) => part.text)).toEqual([
      'stalemate',
    ]);
  });

  test('an article by words that stand in different paragraphs', async () => {
    const { articles } = await ask({ q: 'anodyne unshackled' });
    expect(articles.items[0]?.passages.map((each) => each.number)).toEqual([7, 18]);
  });

  test('a phrase as it stands, and not its words apart', async () => {
    expect((await ask({ q: '"statement that was put"' })).articles.total).toBe(1);
    expect((await ask({ q: '“anodyne statement”' })).articles.total).toBe(0);
    expect((await ask({ q: '"statement that was put" stalemate' })).articles.total).toBe(1);
    expect((await ask({ q: '"statement that was put" zebra' })).articles.total).toBe(0);
  });

  test('the same by an issue or an expert, whether few versions or many have their statements', async () => {
    const shelves = await shelvesVisibleTo(reader, { from: null, to: null });
    const all = { teamIds: reader.teamIds, shelves, from: null, to: null, outlet: '' };
    const expert = idOf('Toby Dalton');
    const seen = { articles: 0, statements: 0 };
    for (const issue of ['', ...team.demonstration.issues.map((each) => each.id)])
      for (const scope of [
        { ...all, expert: '', issue },
        { ...all, expert, issue },
      ]) {
        const few = await versionsSaidIn(scope);
        if (few === null || few === 'many') continue;
        const terms = await readTerms(readWords('reporting'), false);
        const found = async (make: typeof candidates, versions: SaidIn) => {
          const rows = await db().$queryRaw<{ id: string }[]>(make(terms, scope, versions));
          return rows.map((row) => row.id).sort();
        };
        const [articles, statements] = [
          await found(candidates, few),
          await found(statementCandidates, few),
        ];
        expect(await found(candidates, 'many')).toEqual(articles);
        expect(await found(statementCandidates, 'many')).toEqual(statements);
        seen.articles += articles.length;
        seen.statements += statements.length;
      }
    expect(seen.articles).toBeGreaterThan(3);
    expect(seen.statements).toBeGreaterThan(1);
  });

  test('a phrase of which one word is left, like that word', async () => {
    const { articles } = await ask({ q: '"the stalemate"' });
    expect(articles.items[0]?.passages[0]?.number).toBe(12);
  });

  test('a phrase wherever it stands: its pairs of words miss none', async () => {
    const [row] = await db().$queryRaw<{ phrases: number; missed: string[] }[]>`
      WITH stretch AS (
        SELECT p.shelf, p.words, array_to_string(word[at : at + size - 1], ' ') AS text
          FROM paragraph p, string_to_array(p.text, ' ') AS word,
               generate_series(2, 5) AS size, generate_series(1, cardinality(word) - size + 1) AS at
         WHERE p.shelf IN (SELECT id FROM shelf WHERE team_id = ${team.id}::uuid)
      ), asked AS (
        SELECT *, public.search_words(text) AS pairs,
               websearch_to_tsquery('public.scenesetter', '"' || public.search_text(text) || '"') AS phrase
          FROM stretch WHERE text !~ '"')
      SELECT count(*)::int AS phrases, coalesce(array_agg(text) FILTER (WHERE NOT
               public.shelf_pairs(shelf, words) @> public.shelf_pairs(shelf, pairs)), '{}') AS missed
        FROM asked WHERE words @@ phrase`;
    expect(row?.phrases).toBeGreaterThan(1000);
    expect(row?.missed).toEqual([]);
  });

  test('nothing that has a word which was excluded; either of two', async () => {
    expect((await ask({ q: 'stalemate -anodyne' })).articles.total).toBe(0);
    expect((await ask({ q: 'zebra OR stalemate' })).articles.total).toBe(1);
  });

  test('the beginning of a word, where the whole is nowhere', async () => {
    const finds = await ask({ q: 'dalton anody' });
    expect([finds.begun, finds.articles.total]).toEqual(['anody', 1]);
    expect((await ask({ q: 'stalem*' })).articles.items[0]?.passages[0]?.number).toBe(12);
  });

  test('statements by their words, their speaker and their issue', async () => {
    const [byWords] = (await ask({ q: 'anodyne' })).statements.items;
    expect(byWords?.speakers.map((each) => each.name)).toEqual(['Toby Dalton']);
    expect(byWords?.paragraph).toBe(7);
    const byName = (await ask({ q: 'Joshi', kind: 'statements' })).statements.items;
    expect(byName.length).toBeGreaterThan(3);
    expect(byName.every((each) => each.speakers.some((who) => who.name.includes('Joshi')))).toBe(
      true,
    );
    const issue = team.demonstration.issues.find((each) => each.name === 'keep talking');
    const filtered = await ask({ issue: issue?.id ?? '', kind: 'statements' });
    expect(filtered.statements.items.flatMap((each) => each.issues.map((i) => i.name))).toContain(
      'keep talking',
    );
    const both = await ask({ expert: idOf('Toby Dalton'), q: 'anodyne', kind: 'statements' });
    expect(both.statements.total).toBe(1);
    expect((await ask({ expert: idOf('Sharad Joshi'), q: 'anodyne' })).statements.total).toBe(0);
  });

  test('experts by name, and by a name that is misspelt', async () => {
    expect((await ask({ q: 'joshi' })).experts.items[0]?.plainName).toBe('Sharad Joshi');
    const finds = await ask({ q: 'Sharad Jeshi' });
    expect(finds.experts.total).toBe(0);
    expect(finds.likeNames[0]?.plainName).toBe('Sharad Joshi');
    expect((await ask({ q: 'Daltin' })).likeNames[0]?.plainName).toBe('Toby Dalton');
  });

  test('names and words with accents by their letters, and the other way round', async () => {
    await db().expert.create({ data: { teamId: team.id, name: 'Íñigo Núñez' } });
    for (const q of ['nunez', 'Núñez', 'INIGO NÚNEZ'])
      expect((await ask({ q })).experts.items.map((each) => each.plainName)).toEqual([
        'Íñigo Núñez',
      ]);
    expect((await ask({ q: 'Nuñex' })).likeNames[0]?.plainName).toBe('Íñigo Núñez');
    expect((await ask({ q: 'stálemate' })).articles.total).toBe(1);
  });

  test('memos by their title and by what they say', async () => {
    expect((await ask({ q: 'zanzibar' })).memos.items.map((each) => textOf(each.title))).toEqual([
      'Zanzibar notes',
    ]);
    const [memo] = (await ask({ q: 'stalemate' })).memos.items;
    expect(memo?.passage.some((part) => part.hit && part.text === 'stalemate')).toBe(true);
  });

  test('a page at a time, and as much as is counted', async () => {
    const first = await ask({ q: 'Joshi', kind: 'statements' });
    const later = await ask({ q: 'Joshi', kind: 'statements', page: '9' });
    expect(later.statements.items).toEqual([]);
    expect(later.statements.total).toBe(first.statements.total);
  });
});

describe('what narrows it', () => {
  test.each([
    [{ from: '2012-12-14', to: '2012-12-14' }, 1],
    [{ from: '2012-12-15' }, 0],
    [{ to: '2012-12-13' }, 0],
    [{ from: '2012', to: '2012' }, 1],
    [{ outlet: 'global security' }, 1],
    [{ outlet: '100%_\\' }, 0],
  ])('%o', async (filter, total) => {
    expect((await ask({ q: 'stalemate', ...filter })).articles.total).toBe(total);
    expect((await ask({ ...filter })).articles.total).toBe(total);
  });

  test('an expert’s articles are those where they speak', async () => {
    expect((await ask({ expert: idOf('Toby Dalton') })).articles.total).toBe(1);
    const silent = await db().expert.create({ data: { teamId: team.id, name: 'Silent Sam' } });
    expect((await ask({ expert: silent.id })).articles.total).toBe(0);
  });
});

describe('what is not on the record', () => {
  const words = 'very anodyne';

  test.each(['background', 'chatham_house', 'not_for_use'] as const)(
    '(%s) is found by its words with nobody named, and never by who said it',
    async (groundRule) => {
      const dalton = idOf('Toby Dalton');
      const spans = await db().span.findMany({ where: { text: { contains: words } } });
      const ids = spans.map((span) => span.assessmentId);
      const mine = { version: { article: { teamId: team.id } } };
      await db().assessment.updateMany({
        where: { id: { in: ids }, ...mine },
        data: { groundRule },
      });
      try {
        const byWords = await ask({ q: words, kind: 'statements' });
        expect(byWords.statements.total).toBe(1);
        expect(JSON.stringify(byWords.statements)).not.toMatch(/Dalton|Carnegie|Energy Department/);
        const all = JSON.stringify(await ask({ q: words }));
        expect(all).toContain('anodyne');
        expect(all).not.toMatch(/Toby|Carnegie Endowment|Energy Department/);
        const leads: Record<string, string>[] = [
          { q: 'Dalton' },
          { q: 'Dalt*' },
          { q: 'Daltin' },
          { expert: dalton },
        ];
        for (const sent of leads)
          for (const kind of ['', 'articles', 'statements', 'memos'])
            for (const page of ['1', '2', '3'])
              expect(JSON.stringify(await ask({ ...sent, kind, page }))).not.toContain('anodyne');
        const both = await ask({ expert: dalton, q: words });
        expect([both.articles.total, both.statements.total]).toEqual([1, 0]);
        expect(JSON.stringify(both)).not.toContain('anodyne');
      } finally {
        const data = { groundRule: 'on_the_record' as const };
        await db().assessment.updateMany({ where: { id: { in: ids }, ...mine }, data });
      }
    },
  );
});

describe('whatever is sent', () => {
  const blocks = Array.from({ length: 0x300 }, (_, block) =>
    String.fromCodePoint(...Array.from({ length: 8 }, (_, at) => block * 0x100 + at * 0x1f + 1)),
  );
  const hostile = [
    '"',
    '"""',
    '"a',
    'a"b"c',
    "'",
    "''",
    "a'b",
    '\\',
    "\\'",
    '%',
    '_',
    '*',
    'a*',
    '**',
    '(',
    ')',
    '!',
    '&',
    '|',
    '<->',
    'a <-> b',
    'a:*',
    ":*'",
    '-',
    '--',
    '- -',
    '-a',
    '-"a b"',
    'OR',
    'OR OR',
    'a OR',
    'OR a',
    'a OR -b',
    '-a OR -b',
    'the',
    'the of',
    '"the of"',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\ue000x\ue001',
    '½*',
    'ﷺ*',
    'ǆ*',
    "o'neill*",
    '<b>bold</b>',
    '</mark><script>',
    '; DROP TABLE memo;',
    '$1',
    '{{a}}',
    'x'.repeat(10_000),
    'a b '.repeat(3000),
    '"a b" '.repeat(2000),
    '(('.repeat(5000),
    'a-b-c-d',
    'http://example.org/a?b=c',
    'a@b.c',
    '3.14e10',
    '../../etc',
    '٣٤',
    '日本語 核',
    'ΑΘΗΝΑ',
    'й',
  ];

  test('is answered with what was found or with a sentence, and never fails', async () => {
    for (const q of hostile)
      for (const field of ['q', 'outlet', 'from', 'expert', 'kind', 'page']) {
        const finds = await ask({ q: field === 'q' ? q : 'stalemate', [field]: q });
        expect(finds.fault === '' || /^[A-Z“].*[.]$/s.test(finds.fault), finds.fault).toBe(true);
      }
  }, 120_000);

  test('in any script', async () => {
    for (const block of blocks) {
      const { fault } = await ask({ q: block.replace(/[\ud800-\udfff]/g, '') });
      expect(['', '.']).toContain(fault.slice(-1));
    }
  }, 120_000);
});

test('another team’s people find nothing of it, by words, names or ids', async () => {
  const sent: Record<string, string>[] = [
    { q: 'zanzibar' },
    { q: 'Nunez' },
    { expert: idOf('Toby Dalton') },
  ];
  for (const each of sent) {
    const { articles, statements, experts, memos, likeNames } = await ask(each, stranger);
    const totals = [articles, statements, experts, memos].map((kind) => kind.total);
    expect([...totals, likeNames.length]).toEqual([0, 0, 0, 0, 0]);
  }
});
