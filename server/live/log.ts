import type { Node } from 'prosemirror-model';
import type { Batch } from '@/domain/batch';
import { type DocumentJson, readDocument } from '@/domain/document/document';
import { applySteps } from '@/domain/document/steps';
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
