import type { Node } from 'prosemirror-model';
import type { Batch } from '@/domain/batch';
import { stampsIn } from '@/domain/document/authorship';
import { type DocumentJson, readDocument } from '@/domain/document/document';
import { applySteps } from '@/domain/document/steps';
import type { Stamp } from '@/domain/document/suggested';
import type { Store } from '../db';

/** What was committed to a memo after version `from`, in order. */
export async function batchesSince(store: Store, memoId: string, from: number): Promise<Batch[]> {
  const rows = await store.memoBatch.findMany({
    where: { memoId, from: { gte: from } },
    orderBy: { from: 'asc' },
    include: { author: { select: { name: true } } },
  });
  return rows.map((row) => ({
    from: row.from,
    to: row.to,
    clientId: row.clientId,
    clientSeq: row.clientSeq,
    author: row.author.name,
    steps: row.steps as unknown[],
  }));
}

/** A memo's snapshot and how far it is behind. */
type Snapshot = { id: string; version: number; document: unknown; documentVersion: number };

/**
 * The memo's text now: its snapshot with what came since. The version is that of the last batch
 * found, which may be newer than the row that was read.
 */
export async function currentText(
  store: Store,
  memo: Snapshot,
): Promise<{ version: number; document: Node }> {
  let document = readDocument(memo.document as DocumentJson);
  if (memo.documentVersion === memo.version) return { version: memo.version, document };
  let version = memo.documentVersion;
  for (const batch of await batchesSince(store, memo.id, version)) {
    document = applySteps(document, batch.steps);
    version = batch.to;
  }
  return { version, document };
}

/**
 * Which of the stamps were made by the account they name: they stand in the memo's text, or a batch
 * of that account brought them into the log.
 */
export async function stampsMade(
  store: Store,
  memo: { id: string; document: Node },
  stamps: readonly Stamp[],
): Promise<Stamp[]> {
  const made = stampsIn(memo.document.toJSON());
  const standing = new Set(made.map((stamp) => stamp.id));
  for (const { id, account } of stamps.filter((stamp) => !standing.has(stamp.id))) {
    const rows = await store.$queryRaw<{ steps: unknown[] }[]>`
      SELECT steps FROM memo_batch
       WHERE memo_id = ${memo.id}::uuid AND author_id::text = ${account}
         AND position(${id} IN steps::text) > 0
       LIMIT 1`;
    made.push(...stampsIn(rows[0]?.steps));
  }
  return made;
}
