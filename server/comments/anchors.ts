import type { Node } from 'prosemirror-model';
import type { StepMap } from 'prosemirror-transform';
import { type Anchor, follow, type Run, staying } from '@/domain/comment/anchor';
import { anchorOf, storedOf } from '@/domain/comment/comment';
import type { Lost } from '@/domain/comment/lost';
import { applySteps, readSteps } from '@/domain/document/steps';
import { db, type Store } from '../db';
import { documentAt } from '../versions';

/** A thread's row, as far as its anchor goes. */
export type AnchoredRow = {
  id: string;
  about: string;
  from: number | null;
  to: number | null;
  lost: unknown;
  atVersion: number;
};

/** A memo's text, and which version it is. */
export type MemoText = { id: string; version: number; document: Node };

/** So many steps are followed at each reading; where there are more, what came of it is stored. */
const followedMost = 200;

/**
 * Where the threads' anchors are in the memo's text. They are stored as they stood at some version,
 * and follow the log from there; the texts between are made only where words left the text. What
 * became of them is stored then, and where the way has grown long. One that stands in a later text than
 * the caller has is left out: its positions mean nothing there, and what brought the text on tells the page.
 */
export async function anchorsNow(
  store: Store,
  memo: MemoText,
  all: readonly AnchoredRow[],
): Promise<Map<string, Anchor>> {
  const rows = all.filter(({ atVersion }) => atVersion <= memo.version);
  const first = Math.min(memo.version, ...rows.map(({ atVersion }) => atVersion));
  const log = await openLog(store, memo, first);
  const anchors = new Map<string, Anchor>();
  const moved: AnchoredRow[] = [];
  for (const row of rows) {
    const anchor = anchorOf({ ...row, lost: row.lost as Lost | null });
    const now = follow(anchor, await log.runFrom(row.atVersion, anchor));
    anchors.set(row.id, now);
    const isFar = memo.version - row.atVersion > followedMost;
    if (isFar || 'lost' in now !== 'lost' in anchor)
      moved.push({ id: row.id, ...storedOf(now), atVersion: memo.version });
  }
  if (moved.length > 0) await keepAnchors(moved);
  return anchors;
}

/** The steps from one version to the memo's text, with the texts between for who needs them. */
async function openLog(store: Store, memo: MemoText, first: number) {
  const batches =
    first === memo.version
      ? []
      : await store.memoBatch.findMany({
          where: { memoId: memo.id, to: { gt: first, lte: memo.version } },
          orderBy: { from: 'asc' },
          select: { from: true, steps: true },
        });
  const steps = batches.flatMap((batch) =>
    (batch.steps as unknown[]).slice(Math.max(0, first - batch.from)),
  );
  const maps: StepMap[] = readSteps(steps).map((step) => step.getMap());
  let texts: Node[] | null = null;
  const textsFrom = async (): Promise<Node[]> => {
    let text = await documentAt(store, memo.id, first);
    return steps.map((step) => {
      const before = text;
      text = applySteps(text, [step]);
      return before;
    });
  };
  return {
    async runFrom(version: number, anchor: Anchor): Promise<Run> {
      const skipped = version - first;
      const run = { maps: maps.slice(skipped), after: memo.document };
      if ('at' in anchor && !staying(anchor.at, run)) texts ??= await textsFrom();
      return { ...run, before: (step) => texts?.[skipped + step] ?? memo.document };
    },
  };
}

/** Where they stand is no change of anybody's: it follows from the log. A later one stays. */
async function keepAnchors(rows: readonly AnchoredRow[]): Promise<void> {
  const values = rows.map(({ id, from, to, lost, atVersion }) => ({
    id,
    from,
    to,
    lost,
    at_version: atVersion,
  }));
  await db().$executeRaw`
    UPDATE comment_thread AS t SET "from" = n."from", "to" = n."to", lost = n.lost,
                                   at_version = n.at_version
      FROM jsonb_to_recordset(${JSON.stringify(values)}::jsonb)
           AS n(id uuid, "from" int, "to" int, lost jsonb, at_version int)
     WHERE t.id = n.id AND t.at_version < n.at_version`;
}
