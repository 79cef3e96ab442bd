import type { Node } from 'prosemirror-model';
import type { Batch } from '@/domain/batch';
import { type DocumentJson, readDocument } from '@/domain/document/document';
import { applySteps } from '@/domain/document/steps';
import { AppError } from '@/domain/errors';
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
 * The memo's text as it was at a version: the last text kept before, with what came after. The
 * version is the end of a batch, as every version is that somebody has seen.
 */
export async function textAt(store: Store, memoId: string, version: number): Promise<Node> {
  const kept = await store.revision.findFirst({
    where: { memoId, atVersion: { lte: version } },
    orderBy: { atVersion: 'desc' },
    select: { atVersion: true, document: true },
  });
  if (!kept) throw new AppError('not-found', 'This version of the memo is not kept.');
  let document = readDocument(kept.document as DocumentJson);
  for (const batch of await batchesSince(store, memoId, kept.atVersion))
    if (batch.to <= version) document = applySteps(document, batch.steps);
  return document;
}
