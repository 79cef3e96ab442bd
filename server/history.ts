import type { Node } from 'prosemirror-model';
import type { MemoSubject } from '@/domain/access';
import { portionsIn } from '@/domain/document/portion';
import type { Printed } from '@/domain/document/print';
import { setMemo } from '@/domain/document/set';
import { withoutSuggestions } from '@/domain/document/settle';
import { type HistoryVersion, tellHistory } from '@/domain/history';
import { bannerOf } from '@/domain/marking';
import { type Count, countChanges } from '@/domain/redline/count';
import { redline } from '@/domain/redline/redline';
import type { Redlined } from '@/domain/redline/redlined';
import { callVersion } from '@/domain/revision';
import type { Actor } from '@/domain/user';
import { authorizeMemo } from './access';
import { db } from './db';
import { getMemo, type MemoView } from './memos';
import { documentAt } from './versions';

/** A memo with its versions, the latest first. */
export type History = MemoSubject & {
  id: string;
  title: string;
  version: number;
  versions: HistoryVersion[];
};

/** The history of a memo: who wrote when, and which texts were kept under which names. */
export async function getHistory(actor: Actor, id: string): Promise<History> {
  const author = { select: { name: true } };
  const subject = await authorizeMemo(db(), actor, 'memo.read', id);
  const memo = await db().memo.findUniqueOrThrow({
    where: { id },
    select: { title: true, version: true, createdAt: true },
  });
  const [batches, kept] = await Promise.all([
    db().memoBatch.findMany({
      where: { memoId: id, to: { lte: memo.version } },
      orderBy: { from: 'asc' },
      select: { from: true, to: true, createdAt: true, author },
    }),
    db().revision.findMany({
      where: { memoId: id, atVersion: { lte: memo.version } },
      orderBy: { createdAt: 'asc' },
      select: { atVersion: true, label: true, createdAt: true, author },
    }),
  ]);
  const versions = tellHistory(
    memo.createdAt.getTime(),
    batches.map((each) => ({ ...each, author: each.author.name, at: each.createdAt.getTime() })),
    kept.map((each) => ({
      version: each.atVersion,
      label: each.label,
      by: each.author.name,
      at: each.createdAt.getTime(),
    })),
  );
  const { title, version } = memo;
  return { ...subject, id, title, version, versions };
}

/** A version as a comparison names it; times are milliseconds. */
export type Compared = { version: number; name: string; at: number; by: string[] };

/** Two versions of a memo held against each other, as both are set. */
export type Comparison = {
  memo: MemoView;
  from: Compared;
  to: Compared;
  redlined: Redlined;
  count: Count;
  /** Both documents whole, suggestions included, and how they are set. */
  before: Node;
  after: Node;
  printed: { before: Printed; after: Printed };
};

/** Holds version `to` of a memo against version `from`. Refused where it has no such version. */
export async function compareVersions(
  actor: Actor,
  id: string,
  { from, to }: { from: number; to: number },
): Promise<Comparison> {
  const memo = await getMemo(actor, id);
  const { versions } = await getHistory(actor, id);
  const [before, after] = await Promise.all([
    documentAt(db(), memo.id, from),
    documentAt(db(), memo.id, to),
  ]);
  const portions = [before, after].flatMap((each) => portionsIn(withoutSuggestions(each)));
  // Both versions' words stand on one page: its banner is of all their portions.
  const imprint = { form: memo.form, marking: bannerOf(portions) };
  const printed = {
    before: setMemo(before, memo.evidence, imprint),
    after: setMemo(after, memo.evidence, imprint),
  };
  const redlined = redline(printed.before, printed.after);
  const name = (version: number) => nameCompared(versions, version);
  const count = countChanges(redlined);
  return { memo, redlined, count, from: name(from), to: name(to), before, after, printed };
}

/** The version, or the next that the history shows where it is within a stretch of writing. */
function nameCompared(versions: HistoryVersion[], version: number): Compared {
  const shown = versions.findLast((each) => each.version >= version);
  const labels = shown?.version === version ? shown.names.map((each) => each.label) : [];
  const name = callVersion(version, labels);
  return { version, name, at: shown?.at ?? 0, by: shown?.by ?? [] };
}
