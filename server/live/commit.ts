import { v7 } from 'uuid';
import type { Batch, Collision } from '@/domain/batch';
import type { Store } from '../db';

/** A batch to be logged, with its author and its number in the writer's tab. */
export type LoggedBatch = Batch & { authorId: string };

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
  title: string;
  batches: LoggedBatch[];
  recovered: Recovered[];
  /** A new snapshot, where one is due; null otherwise. */
  snapshot: { document: string; text: string } | null;
  /** For the other instances: what `NOTIFY` tells them. */
  notice: string;
};

/** A batch without what only the log keeps of it. */
export function asSent({ from, to, clientId, clientSeq, author, steps }: Batch): Batch {
  return { from, to, clientId, clientSeq, author, steps };
}

/** The channel on which instances tell each other what was committed and who is present. */
export const channel = 'scenesetter_live';

/**
 * Writes a commit in one statement: compare-and-swap on the memo's version, the batches into the
 * log, the words that found no place, a line for each author in the audit log, and the notice to
 * the other instances, which goes out when all this is kept and not before. False where the memo
 * had moved on: then nothing was written.
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
  const recovered = JSON.stringify(
    commit.recovered.map((each) => ({
      id: v7(),
      author_id: each.authorId,
      kind: each.kind,
      text: each.text,
      by: each.by,
      client_id: each.clientId,
      client_seq: each.clientSeq,
      place: each.place,
    })),
  );
  const authors = [...new Set(commit.batches.map((batch) => batch.authorId))];
  const entries = JSON.stringify(authors.map((author) => ({ id: v7(), actor_id: author })));
  const rows = await store.$queryRaw<{ id: string }[]>`
    WITH moved AS (
      UPDATE memo SET version = ${to}, title = ${title}, updated_at = now(),
             document = coalesce(${snapshot?.document ?? null}::json, document),
             text = coalesce(${snapshot?.text ?? null}, text),
             document_version = CASE WHEN ${snapshot !== null} THEN ${to} ELSE document_version END
       WHERE id = ${memoId}::uuid AND version = ${from}
      RETURNING id
    ), logged AS (
      INSERT INTO memo_batch (id, memo_id, "from", "to", client_id, client_seq, author_id, steps)
      SELECT b.id, moved.id, b."from", b."to", b.client_id, b.client_seq, b.author_id, b.steps
        FROM moved, json_to_recordset(${batches}::json) AS b(id uuid, "from" int, "to" int,
             client_id text, client_seq int, author_id uuid, steps json)
    ), kept AS (
      INSERT INTO recovered_text (id, memo_id, author_id, kind, text, by, at_version, client_id,
                                  client_seq, place)
      SELECT r.id, moved.id, r.author_id, r.kind::recovery, r.text, r.by, ${to}, r.client_id,
             r.client_seq, r.place
        FROM moved, json_to_recordset(${recovered}::json) AS r(id uuid, author_id uuid, kind text,
             text text, by text, client_id text, client_seq int, place int)
      ON CONFLICT DO NOTHING
    ), recorded AS (
      INSERT INTO audit_entry (id, actor_id, event, subject_type, subject_id, detail)
      SELECT e.id, e.actor_id, 'memo.edited', 'memo', moved.id,
             jsonb_build_object('from', ${from}::int, 'to', ${to}::int)
        FROM moved, json_to_recordset(${entries}::json) AS e(id uuid, actor_id uuid)
    )
    SELECT moved.id::text, pg_notify(${channel}, ${commit.notice})::text FROM moved`;
  return rows.length > 0;
}

/** Keeps a snapshot of the text at `version`, unless a newer one is kept. */
export async function writeSnapshot(
  store: Store,
  memoId: string,
  { version, document, text }: { version: number; document: string; text: string },
): Promise<void> {
  await store.$executeRaw`
    UPDATE memo SET document = ${document}::json, text = ${text}, document_version = ${version}
     WHERE id = ${memoId}::uuid AND document_version < ${version} AND version >= ${version}`;
}
