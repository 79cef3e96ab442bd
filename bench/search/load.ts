import type pg from 'pg';
import { v7 } from 'uuid';
import { connect } from '@/cli/postgres-cluster';
import { type Collection, type MadeArticle, makeArticle, sentence } from './collection';
import { pick } from './random';

const batch = 250;

/**
 * Fills a migrated, empty store with so many articles, two statements to each, and a memo to ten.
 * The indexes of the search are made after the rows, as a large import would; `adminUrl` is a
 * superuser's, who may leave out what the database would check of each row.
 */
export async function load(
  adminUrl: string,
  collection: Collection,
  articles: number,
  tell: (line: string) => void,
): Promise<void> {
  const clients = [await connect(adminUrl), await connect(adminUrl)] as const;
  const [client] = clients;
  try {
    const indexes = await dropIndexes(client);
    for (const each of clients) await each.query(`SET session_replication_role = replica`);
    const shelves = await storeFrame(client, collection);
    for (let at = 0; at < articles; at += 2 * batch) {
      // Made one after the other, so that each run makes the same; stored side by side.
      const halves = clients.map((_, half) =>
        makeBatch(collection, at + half * batch, Math.min(batch, articles - at - half * batch)),
      );
      await Promise.all(
        halves.map((made, n) => storeArticles(clients[n ?? 0] ?? client, shelves, made)),
      );
      if ((at / batch) % 40 === 0) tell(`${at} of ${articles} articles`);
    }
    await storeMemos(client, collection, Math.ceil(articles / 10));
    tell('indexes');
    await client.query(`SET maintenance_work_mem = '1GB'`);
    await clients[1].query(`SET maintenance_work_mem = '1GB'`);
    const rest = [...indexes];
    await Promise.all(
      clients.map(async (each) => {
        for (let sql = rest.shift(); sql; sql = rest.shift()) await each.query(sql);
      }),
    );
    tell('statistics');
    await client.query('VACUUM ANALYZE');
  } finally {
    for (const each of clients) await each.end();
  }
}

async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ indexname: string; indexdef: string }>(
    `SELECT indexname, indexdef FROM pg_indexes
      WHERE schemaname = 'public' AND indexdef LIKE '% USING gin %'
      ORDER BY tablename <> 'paragraph', tablename <> 'article_version'`,
  );
  for (const { indexname } of rows) await client.query(`DROP INDEX "${indexname}"`);
  return rows.map(({ indexdef }) => indexdef);
}

/** The teams, an account, a template, the shelves and the people. Returns the shelves' numbers. */
async function storeFrame(
  client: pg.Client,
  { teams, people, issues }: Collection,
): Promise<Map<string, number>> {
  for (const [index, { id }] of teams.entries())
    await client.query('INSERT INTO team (id, name) VALUES ($1, $2)', [id, `Desk ${index + 1}`]);
  await client.query(
    `INSERT INTO "user" (id, email, name, role) VALUES ($1, 'bench@example.org', 'B', 'editor')`,
    [author],
  );
  await client.query(
    `INSERT INTO template (id, slug, version, name, definition) VALUES ($1, 'x', 1, 'Brief', '{}')`,
    [template],
  );
  await client.query(
    `INSERT INTO shelf (team_id, quarter)
     SELECT team.id, quarter FROM team,
            generate_series(date '2016-10-01', date '2026-10-01', interval '3 months') quarter`,
  );
  await insert(
    client,
    'expert',
    ['id uuid', 'team_id uuid', 'name text'],
    people.map(({ id, teamId, name }) => [id, teamId, name]),
  );
  await insert(
    client,
    'affiliation',
    ['id uuid', 'expert_id uuid', 'organisation text', 'role text', 'as_of date'],
    people.map(({ id, organisation }) => [v7(), id, organisation, 'analyst', '2016-01-01']),
  );
  await insert(
    client,
    'issue',
    ['id uuid', 'team_id uuid', 'name text', 'proposition text'],
    issues.map(({ id, teamId, name }) => [id, teamId, name, 'p']),
  );
  const { rows } = await client.query<{ id: number; team: string; quarter: string }>(
    `SELECT id, team_id AS team, quarter::text FROM shelf`,
  );
  return new Map(rows.map(({ id, team, quarter }) => [`${team} ${quarter}`, id]));
}

const author = v7();
const template = v7();

function makeBatch(collection: Collection, from: number, count: number) {
  const { random, people } = collection;
  return Array.from({ length: Math.max(count, 0) }, (_, index) => {
    const article = makeArticle(collection, from + index);
    const statements = [0, 1].map((position) => ({
      id: v7(),
      position,
      holder: pick(random, people).id,
      paragraph: pick(random, article.paragraphs),
      issue: Math.floor(random() * 20),
    }));
    return { article, statements };
  });
}

type Batch = ReturnType<typeof makeBatch>;

async function storeArticles(client: pg.Client, shelves: Map<string, number>, made: Batch) {
  if (made.length === 0) return;
  const shelfOf = ({ teamId, publishedOn }: MadeArticle) => {
    const month = Math.floor((Number(publishedOn.slice(5, 7)) - 1) / 3) * 3 + 1;
    return shelves.get(`${teamId} ${publishedOn.slice(0, 4)}-${String(month).padStart(2, '0')}-01`);
  };
  await client.query('BEGIN');
  await insert(
    client,
    'article',
    ['id uuid', 'team_id uuid', 'slug text'],
    made.map(({ article }) => [article.id, article.teamId, article.slug]),
  );
  await insert(
    client,
    'article_version',
    [
      'id uuid',
      'article_id uuid',
      'number int',
      'title text',
      'outlet text',
      'published_on date',
      'original bytea',
      'sha256 text',
      'text text',
      'shelf int',
    ],
    made.map(({ article }) => [
      article.versionId,
      article.id,
      1,
      article.title,
      article.outlet,
      article.publishedOn,
      '\\x',
      article.id,
      article.paragraphs.map(({ text }) => text).join('\n'),
      shelfOf(article),
    ]),
  );
  await insert(
    client,
    'paragraph',
    [
      'id uuid',
      'version_id uuid',
      'position int',
      'number int',
      'start int',
      'text text',
      'sha256 text',
      'shelf int',
    ],
    made.flatMap(({ article }) =>
      article.paragraphs.map(({ id, text }, index) => [
        id,
        article.versionId,
        index,
        index + 1,
        0,
        text,
        id,
        shelfOf(article),
      ]),
    ),
  );
  await storeStatements(client, made, shelfOf);
  await client.query('COMMIT');
}

async function storeStatements(
  client: pg.Client,
  made: Batch,
  shelfOf: (article: MadeArticle) => number | undefined,
) {
  const all = made.flatMap(({ article, statements }) =>
    statements.map((each) => ({ ...each, article })),
  );
  await insert(
    client,
    'assessment',
    [
      'id uuid',
      'version_id uuid',
      'position int',
      'kind assessment_kind',
      'directness directness',
      'ground_rule ground_rule',
    ],
    all.map(({ id, article, position }, index) => [
      id,
      article.versionId,
      position,
      'direct_quote',
      'first_hand',
      index % 20 === 0 ? 'background' : 'on_the_record',
    ]),
  );
  await insert(
    client,
    'assessment_holder',
    ['assessment_id uuid', 'expert_id uuid'],
    all.map(({ id, holder }) => [id, holder]),
  );
  await client.query(
    `INSERT INTO assessment_issue (assessment_id, issue_id, stance)
     SELECT a.id, i.id, 'none' FROM unnest($1::uuid[], $2::uuid[], $3::int[]) a(id, team, n)
       JOIN issue i ON i.team_id = a.team AND i.name = 'issue ' || a.n`,
    [all.map((e) => e.id), all.map((e) => e.article.teamId), all.map((e) => e.issue)],
  );
  await insert(
    client,
    'span',
    [
      'id uuid',
      'assessment_id uuid',
      'position int',
      'paragraph_id uuid',
      'start int',
      '"end" int',
      'text text',
      'quoted bool',
      'shelf int',
    ],
    all.map(({ id, article, paragraph }) => {
      const words = paragraph.text.slice(0, 120);
      return [v7(), id, 0, paragraph.id, 0, words.length, words, true, shelfOf(article)];
    }),
  );
}

async function storeMemos(
  client: pg.Client,
  { random, teams, vocabulary }: Collection,
  count: number,
) {
  for (let at = 0; at < count; at += 500)
    await insert(
      client,
      'memo',
      [
        'id uuid',
        'team_id uuid',
        'author_id uuid',
        'template_id uuid',
        'title text',
        'document json',
        'text text',
      ],
      Array.from({ length: Math.min(500, count - at) }, () => [
        v7(),
        pick(random, teams).id,
        author,
        template,
        sentence(vocabulary, 7, ''),
        '{}',
        Array.from({ length: 12 }, () => sentence(vocabulary, 60, '')).join('\n'),
      ]),
    );
}

/** Inserts rows in one statement, a column's values in one array; a column is "name type". */
async function insert(client: pg.Client, table: string, columns: string[], rows: unknown[][]) {
  const names = columns.map((column) => column.split(' ')[0]).join(', ');
  const arrays = columns
    .map((column, index) => `$${index + 1}::${column.split(' ')[1]}[]`)
    .join(', ');
  await client.query(
    `INSERT INTO ${table} (${names}) SELECT * FROM unnest(${arrays})`,
    columns.map((_, index) => rows.map((row) => row[index])),
  );
}
