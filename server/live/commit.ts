import { v7 } from 'uuid';
import type { Batch, Collision } from '@/domain/batch';
import { Prisma } from '@/prisma/client/client';
import type { Store } from '../db';

/** A batch to be logged, with its author, its number in the writer's tab, and by which way it came. */
export type LoggedBatch = Batch & { authorId: string; whence: string | null };

/** Words to be kept for their writer, with the batch they were found in. */
export type Recovered = Collision & {
  authorId: string;
  clientId: string;
  clientSeq: number;
  place: number;
};

/** A commit: what takes the memo from version `from` to `to`, whole or not at all. */
export type Commit = {
  memoId: string;
  from: number;
  to: number;
  /** Where it is another than before; null otherwise. */
  title: string | null;
  batches: LoggedBatch[];
  recovered: Recovered[];
  /** Authors whose stretch of writing begins here, for the audit log. */
  beginning: { authorId: string; whence: string | null }[];
  /** A new snapshot, where one is due; null otherwise. */
  snapshot: { document: string; text: string } | null;
};

/** A batch without what only the log keeps of it. */
export function asSent({ from, to, clientId, clientSeq, author, steps }: Batch): Batch {
  return { from, to, clientId, clientSeq, author, steps };
}

/**
 * Writes a commit in one statement: compare-and-swap on the memo's version, the batches into the
 * log, the words that found no place, and a line in the audit log where an author begins. False
 * where the memo had moved on: then nothing was written.
 */
export async function writeCommit(store: Store, commit: Commit): Promise<boolean> {
  const { memoId, from, to, title, snapshot } = commit;
  const batches = JSON.stringify(
    commit.batches.map((batch) => ({
      id: v7(),
      from: batch.from,
      to: batch.to,
      client_id: batch.clientId,
      client_seq: batch.clientSeq,
      author_id: batch.authorId,
      steps: batch.steps,
    })),
  );
  // Apart from the rest: an update that touches no index (the words, the time of the last change)
  // costs PostgreSQL far less than one that does, and this one comes at each key.
  const withSnapshot = snapshot
    ? Prisma.sql`, document = ${snapshot.document}::json, text = ${snapshot.text},
                   document_version = ${to}, updated_at = now()`
    : Prisma.empty;
  const withTitle = title === null ? Prisma.empty : Prisma.sql`, title = ${title}`;
  const rows = await store.$queryRaw<{ id: string }[]>`
    WITH moved AS (
      UPDATE memo SET version = ${to} ${withTitle} ${withSnapshot}
       WHERE id = ${memoId}::uuid AND version = ${from}
      RETURNING id
    ), logged AS (
      INSERT INTO memo_batch (id, memo_id, "from", "to", client_id, client_seq, author_id, steps)
      SELECT b.id, moved.id, b."from", b."to", b.client_id, b.client_seq, b.author_id, b.steps
        FROM moved, json_to_recordset(${batches}::json) AS b(id uuid, "from" int, "to" int,
             client_id text, client_seq int, author_id uuid, steps json)
    ) ${keepRecovered(commit)} ${recordAuthors(commit)}
    SELECT moved.id::text FROM moved`;
  return rows.length > 0;
}

/** Words that found no place; most commits have none, and name no table for them. */
function keepRecovered({ recovered, to }: Commit): Prisma.Sql {
  if (recovered.length === 0) return Prisma.empty;
  const rows = recovered.map((each) => ({
    id: v7(),
    author_id: each.authorId,
    kind: each.kind,
    text: each.text,
    by: each.by,
    client_id: each.clientId,
    client_seq: each.clientSeq,
    place: each.place,
  }));
  return Prisma.sql`, kept AS (
    INSERT INTO recovered_text (id, memo_id, author_id, kind, text, by, at_version, client_id,
                                client_seq, place)
    SELECT r.id, moved.id, r.author_id, r.kind::recovery, r.text, r.by, ${to}, r.client_id,
           r.client_seq, r.place
      FROM moved, json_to_recordset(${JSON.stringify(rows)}::json) AS r(id uuid, author_id uuid,
           kind text, text text, by text, client_id text, client_seq int, place int)
    ON CONFLICT DO NOTHING
  )`;
}

/** The audit log's line for each author whose stretch of writing begins with this commit. */
function recordAuthors({ beginning, from }: Commit): Prisma.Sql {
  if (beginning.length === 0) return Prisma.empty;
  const rows = beginning.map(({ authorId, whence }) => ({ id: v7(), actor_id: authorId, whence }));
  return Prisma.sql`, recorded AS (
    INSERT INTO audit_entry (id, actor_id, event, subject_type, subject_id, detail, whence)
    SELECT e.id, e.actor_id, 'memo.edited', 'memo', moved.id,
           jsonb_build_object('from', ${from}::int), e.whence
      FROM moved, json_to_recordset(${JSON.stringify(rows)}::json)
           AS e(id uuid, actor_id uuid, whence text)
  )`;
}

/** Keeps the memo's row for this transaction: other instances wait, each for its turn. */
export async function lockMemo(tx: Store, memoId: string): Promise<void> {
  await tx.$queryRaw`SELECT id::text FROM memo WHERE id = ${memoId}::uuid FOR UPDATE`;
}

/** Keeps a snapshot of the text at `version`, unless a newer one is kept. */
export async function writeSnapshot(
  store: Store,
  memoId: string,
  { version, document, text }: { version: number; document: string; text: string },
): Promise<void> {
  await store.$executeRaw`
    UPDATE memo SET document = ${document}::json, text = ${text}, document_version = ${version},
           updated_at = now()
     WHERE id = ${memoId}::uuid AND document_version < ${version} AND version >= ${version}`;
}
