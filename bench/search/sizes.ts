import { connect } from '@/cli/postgres-cluster';

/** How many rows are stored of what is searched, and how large the tables and their indexes are. */
export async function describeStore(databaseUrl: string): Promise<Record<string, string>> {
  const client = await connect(databaseUrl);
  try {
    const figures: Record<string, string> = {};
    for (const table of ['article_version', 'paragraph', 'span', 'expert', 'memo']) {
      const { rows } = await client.query<{ rows: string; size: string }>(
        `SELECT count(*) AS rows, pg_size_pretty(pg_table_size('${table}')) AS size FROM ${table}`,
      );
      figures[`${table} rows`] = `${Number(rows[0]?.rows).toLocaleString('en')} (${rows[0]?.size})`;
    }
    const { rows } = await client.query<{ name: string; size: string }>(
      `SELECT indexname AS name, pg_size_pretty(pg_relation_size(indexname::regclass)) AS size
         FROM pg_indexes WHERE schemaname = 'public' AND indexdef LIKE '% USING gin %'
        ORDER BY pg_relation_size(indexname::regclass) DESC`,
    );
    for (const { name, size } of rows) figures[name] = size;
    return figures;
  } finally {
    await client.end();
  }
}
