import { encode } from 'next-auth/jwt';
import { connect } from '@/cli/postgres-cluster';
import type { Secrets } from '@/cli/secrets';

/**
 * A store with one assembled memo in it, its article's workbench, and the cookie of an
 * editor who is signed in to it.
 */
export type Desk = {
  memo: string;
  workbench: { path: string; title: string };
  cookie: { name: string; value: string };
};

/** Makes a team with the demonstration article, an editor and one memo, as the app makes them. */
export async function buildDesk(databaseUrl: string, secrets: Secrets): Promise<Desk> {
  process.env.DATABASE_URL = databaseUrl;
  const { db } = await import('@/server/db');
  const { createMemo } = await import('@/server/memos');
  const { beginSession } = await import('@/server/sessions');
  const { buildActor, buildTeam } = await import('@/prisma/builders');
  try {
    const team = await buildTeam(db(), 'South Asia desk');
    const editor = await buildActor(db(), 'editor', [team.id]);
    const issues = team.demonstration.issues.map((issue) => issue.id);
    const order = { article: team.articleId, template: 'policy-brief', issues, to: '', from: '' };
    const memo = await createMemo(
      editor,
      { ...order, title: 'U.S.-Pakistani talks' },
      '2012-12-17',
    );
    const sid = await beginSession(db(), editor.id, 'bench');
    const value = await encode({ token: { sid }, secret: secrets.NEXTAUTH_SECRET });
    const { slug, title } = team.demonstration.article;
    const workbench = { path: `/articles/${slug}/check`, title };
    return { memo, workbench, cookie: { name: 'next-auth.session-token', value } };
  } finally {
    await db().$disconnect();
  }
}

/** Takes away what is kept of the article, memos included, and has its statements proposed anew. */
export async function proposeAnew(databaseUrl: string, desk: Desk): Promise<void> {
  process.env.DATABASE_URL = databaseUrl;
  const { db } = await import('@/server/db');
  const { keepProposals } = await import('@/server/proposals');
  try {
    await db().memo.delete({ where: { id: desk.memo } });
    await db().assessment.deleteMany();
    const version = await db().articleVersion.findFirstOrThrow({
      include: { paragraphs: { orderBy: { position: 'asc' } } },
    });
    await keepProposals(db(), version);
  } finally {
    await db().$disconnect();
  }
}

/** Copies a memo; each copy has its number, `first` to `last`, in its title and in its text. */
export async function copyMemo(
  databaseUrl: string,
  memo: string,
  first: number,
  last: number,
): Promise<void> {
  const client = await connect(databaseUrl);
  try {
    await client.query('BEGIN');
    await client.query(
      `INSERT INTO memo (id, team_id, author_id, template_id, title, version, document,
                         created_at, updated_at)
       SELECT uuidv7(), team_id, author_id, template_id, title || ' ' || n, version,
              replace(document::text, title, title || ' ' || n)::json,
              now() - n * interval '1 minute', now() - n * interval '1 minute'
         FROM memo, generate_series($2::int, $3::int) n WHERE memo.id = $1`,
      [memo, first, last],
    );
    await client.query(
      `INSERT INTO memo_article (memo_id, version_id)
       SELECT copy.id, original.version_id FROM memo copy, memo_article original
        WHERE original.memo_id = $1
          AND NOT EXISTS (SELECT 1 FROM memo_article WHERE memo_id = copy.id)`,
      [memo],
    );
    await client.query('COMMIT');
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

/** The paths and titles of so many memos, spread over all there are. */
export async function pickMemos(
  databaseUrl: string,
  count: number,
): Promise<{ path: string; title: string }[]> {
  const client = await connect(databaseUrl);
  try {
    const query = `SELECT '/memos/' || id AS path, title FROM memo ORDER BY md5(id::text) LIMIT $1`;
    return (await client.query<{ path: string; title: string }>(query, [count])).rows;
  } finally {
    await client.end();
  }
}
