import { migrate } from '@/cli/migrate';
import { connect } from '@/cli/postgres-cluster';
import { openTemporaryPostgres } from '@/cli/temporary';
import { searchSchema } from '@/domain/search';
import type { Actor } from '@/domain/user';
import { type Collection, makeCollection } from './search/collection';
import { load } from './search/load';
import { makeQueries, type Sample } from './search/queries';
import { describeStore } from './search/sizes';

const n = 200;
const warmups = 20;

/**
 * What a search of all kinds takes, at 100,000 articles of twenty paragraphs (or so many as
 * `--articles` says) in a PostgreSQL of its own: milliseconds at p50, p95 and the longest, over
 * distinct searches of each type, one at a time, as somebody of the team that has the most; and how
 * much is stored. The whole of `search` is timed, its passages and its ordering too.
 */
export async function bench({ articles = 100_000 } = {}): Promise<Record<string, unknown>> {
  const postgres = await openTemporaryPostgres();
  const stop = () => void postgres.stop().finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  try {
    const start = Date.now();
    const tell = (line: string) =>
      process.stderr.write(`${Math.round((Date.now() - start) / 1000)} s: ${line}\n`);
    await migrate(postgres.url);
    const admin = new URL(postgres.adminUrl);
    admin.pathname = '/scenesetter';
    const collection = makeCollection(articles);
    await load(admin.href, collection, articles, tell);
    tell('searches');
    const loaded = Math.round((Date.now() - start) / 1000);
    const figures = await measure(postgres.url, collection);
    return { ...figures, ...(await describeStore(postgres.url)), loaded_s: loaded };
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
    await postgres.stop();
  }
}

/** Times the searches of each type on a store that is loaded. */
export async function measure(
  databaseUrl: string,
  collection: Collection,
): Promise<Record<string, unknown>> {
  process.env.DATABASE_URL = databaseUrl;
  const { db } = await import('@/server/db');
  const { search } = await import('@/server/search');
  const [team] = collection.teams;
  const actor: Actor = {
    id: '00000000-0000-0000-0000-000000000000',
    name: 'B',
    email: 'bench@example.org',
    role: 'reader',
    teamIds: team ? [team.id] : [],
  };
  const figures: Record<string, unknown> = {};
  try {
    const samples = await sample(databaseUrl, actor.teamIds);
    for (const [type, sent] of Object.entries(makeQueries(collection, samples, n + warmups))) {
      const times: number[] = [];
      let found = 0;
      for (const [at, each] of sent.entries()) {
        const asked = searchSchema.parse(each);
        const start = performance.now();
        const finds = await search(actor, asked);
        if (at >= warmups) {
          times.push(performance.now() - start);
          if (finds.articles.total + finds.experts.total + finds.likeNames.length > 0) found += 1;
        }
      }
      figures[type] = inWords(times, found);
    }
  } finally {
    await db().$disconnect();
  }
  return figures;
}

function inWords(times: number[], found: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms (n = ${times.length}, ${found} found something)`;
}

/** Paragraphs of the team, to take phrases from. */
async function sample(databaseUrl: string, teamIds: string[]): Promise<Sample[]> {
  const client = await connect(databaseUrl);
  try {
    const { rows } = await client.query<Sample>(
      `SELECT v.title, p.text FROM article_version v
         JOIN article a ON a.id = v.article_id JOIN paragraph p ON p.version_id = v.id
        WHERE a.team_id = ANY($1) AND p.position = 3 ORDER BY md5(v.id::text) LIMIT 1000`,
      [teamIds],
    );
    return rows;
  } finally {
    await client.end();
  }
}
