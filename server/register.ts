import { stringify } from 'csv-stringify/sync';
import { withoutSuggestions } from '@/domain/document/settle';
import { type Registered, registerColumns, registerOf } from '@/domain/register';
import { templateSchema } from '@/domain/template';
import type { Actor } from '@/domain/user';
import type { Prisma } from '@/prisma/client/client';
import { memosVisibleTo } from './access';
import { record } from './audit';
import { db } from './db';
import { toDay } from './evidence';
import { currentText } from './live/log';

/** So many memos are read at a time: a text is large, and a line of it is short. */
const atATime = 100;

/**
 * The register of all memos that the actor may read, as CSV (RFC 4180, UTF-8 with the mark by which
 * spreadsheets know it), in the order in which they were made. A cell that a spreadsheet would take
 * for a formula is made text. That it was taken is recorded.
 */
export async function exportRegister(actor: Actor): Promise<string> {
  const memos = await readMemos(memosVisibleTo(actor));
  await recordTaking(actor.id, memos.length);
  return csvOf(memos);
}

/** The same of all memos of the store, for the operator, across all teams; the log names nobody. */
export async function registerOfStore(): Promise<string> {
  const memos = await readMemos({});
  await recordTaking(null, memos.length);
  return csvOf(memos);
}

function recordTaking(actorId: string | null, memos: number): Promise<void> {
  return record(db(), {
    actorId,
    event: 'register.exported',
    subjectType: 'memo',
    subjectId: null,
    detail: { memos },
  });
}

function csvOf(memos: Registered[]): string {
  return stringify(registerOf(memos), {
    columns: registerColumns,
    header: true,
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}

async function readMemos(where: Prisma.MemoWhereInput): Promise<Registered[]> {
  const memos: Registered[] = [];
  for (;;) {
    const rows = await db().memo.findMany({
      where,
      omit: { text: true },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      include: {
        team: { select: { name: true } },
        author: { select: { name: true } },
        template: { select: { definition: true } },
      },
      skip: memos.length,
      take: atATime,
    });
    for (const row of rows) {
      const { document } = await currentText(db(), row);
      memos.push({
        team: row.team.name,
        title: row.title,
        author: row.author.name,
        template: templateSchema.parse(row.template.definition),
        document: withoutSuggestions(document),
        received: toDay(row.createdAt),
      });
    }
    if (rows.length < atATime) return memos;
  }
}
