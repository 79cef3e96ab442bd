/** A batch of the log, without its steps. Times are milliseconds. */
export type Batch = { from: number; to: number; author: string; at: number };

/** A kept text of a memo: its name, who kept it and when. */
export type Kept = { version: number; label: string; by: string; at: number };

/**
 * A version of a memo that its history shows: where a stretch of writing ended, or where a text was
 * kept. `changes` counts the steps since the version before, `by` their writers, `began` and `at`
 * the first and last of them. The first version has none; its time is that of the memo.
 */
export type HistoryVersion = {
  version: number;
  since: number;
  changes: number;
  by: string[];
  began: number;
  at: number;
  names: Kept[];
};

const minute = 60_000;
// One person's pause this long ends a stretch.
const longestPause = 30 * minute;
// People who write at once make one stretch; another who begins later makes his own.
const atOnce = 2 * minute;

/**
 * The versions of a memo, the latest first: the first one, the end of each stretch of writing, and
 * every version of which the text was kept, where a stretch ends too. Batches come in their order.
 */
export function tellHistory(created: number, batches: Batch[], kept: Kept[]): HistoryVersion[] {
  const ends = new Set(kept.map((each) => each.version));
  const first = { version: 0, since: 0, changes: 0, by: [], began: created, at: created };
  const versions: HistoryVersion[] = [{ ...first, names: [] }];
  for (const batch of batches.flatMap((each) => cutAt(each, ends))) {
    const last = versions.at(-1);
    if (last && last.changes > 0 && !ends.has(last.version) && goesOn(last, batch)) {
      last.version = batch.to;
      last.changes = batch.to - last.since;
      last.at = batch.at;
      if (!last.by.includes(batch.author)) last.by.push(batch.author);
    } else versions.push(begin(batch));
  }
  for (const version of versions)
    version.names = kept.filter((each) => each.version === version.version);
  return versions.reverse();
}

/** A batch in parts, where a text was kept that lies within it. */
function cutAt(batch: Batch, ends: Set<number>): Batch[] {
  const within = [...ends].filter((end) => end > batch.from && end < batch.to);
  const cuts = [batch.from, ...within.sort((one, other) => one - other), batch.to];
  return cuts.slice(1).map((to, index) => ({ ...batch, from: cuts[index] ?? batch.from, to }));
}

function begin({ from, to, author, at }: Batch): HistoryVersion {
  return {
    version: to,
    since: from,
    changes: to - from,
    by: [author],
    began: at,
    at,
    names: [],
  };
}

function goesOn(stretch: HistoryVersion, batch: Batch): boolean {
  const alone = stretch.by.length === 1 && stretch.by[0] === batch.author;
  return batch.at - stretch.at <= (alone ? longestPause : atOnce);
}

/**
 * Which two versions one most likely wants to compare: the latest, and the last one before it that
 * a person named, or else that was kept, or else the one before. Null where there is one alone.
 */
export function chooseComparison(
  versions: HistoryVersion[],
  isNamed: (kept: Kept) => boolean,
): { from: number; to: number } | null {
  const [latest, ...earlier] = versions;
  if (!latest || earlier.length === 0) return null;
  const named = earlier.find((each) => each.names.some(isNamed));
  const from = named ?? earlier.find((each) => each.names.length > 0) ?? earlier[0];
  return { from: from?.version ?? 0, to: latest.version };
}
