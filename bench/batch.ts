import { migrate } from '@/cli/migrate';
import { openTemporaryPostgres } from '@/cli/temporary';

const n = 60;
const warmups = 6;

/**
 * PDFs of many stored memos, read, checked, set and recorded: memos per minute with one worker and
 * with two, over `n` memos each, every one another text.
 */
export type Figures = { one_per_minute: number; two_per_minute: number; times: number; n: number };

/** Makes a store of its own and exports its memos as `scenesetter export --all` does. */
export async function bench(): Promise<Figures> {
  const postgres = await openTemporaryPostgres();
  try {
    await migrate(postgres.url);
    process.env.DATABASE_URL = postgres.url;
    const { db } = await import('@/server/db');
    const { closePress } = await import('@/server/export/typst/pdf');
    try {
      const memos = await fill();
      await exportBy(2, memos.slice(0, warmups));
      const one = await exportBy(1, memos.slice(warmups, warmups + n));
      const two = await exportBy(2, memos.slice(warmups + n));
      const times = Math.round((100 * two) / one) / 100;
      return { one_per_minute: Math.round(one), two_per_minute: Math.round(two), times, n };
    } finally {
      closePress();
      await db().$disconnect();
    }
  } finally {
    await postgres.stop();
  }
}

async function fill(): Promise<string[]> {
  const { buildActor, buildTeam } = await import('@/prisma/builders');
  const { db } = await import('@/server/db');
  const { createMemo } = await import('@/server/memos');
  const team = await buildTeam(db());
  const editor = await buildActor(db(), 'editor', [team.id]);
  const issues = team.demonstration.issues.map((issue) => issue.id);
  const order = { article: team.articleId, template: 'policy-brief', issues, from: 'The desk' };
  const memos: string[] = [];
  for (let each = 0; each < warmups + 2 * n; each += 1) {
    const names = { title: `Talks, ${each}`, to: `Reader ${each}` };
    memos.push(await createMemo(editor, { ...order, ...names }, '2012-12-17'));
  }
  return memos;
}

/** Memos per minute. */
async function exportBy(workers: number, memos: string[]): Promise<number> {
  const { prepareOfStore } = await import('@/server/store-exports');
  const rest = memos.values();
  const work = async () => {
    for (const id of rest) await (await prepareOfStore(id, { format: 'pdf' })).make();
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: workers }, work));
  return (60_000 * memos.length) / (performance.now() - start);
}
