import { Fragment, Mark, type Node } from 'prosemirror-model';
import {
  AddMarkStep,
  AddNodeMarkStep,
  AttrStep,
  canJoin,
  RemoveMarkStep,
  RemoveNodeMarkStep,
  Transform,
} from 'prosemirror-transform';
import { joinStretches, type Stretch } from './stretches';
import { blockStamps, markStamps, type Stamp } from './suggested';

/** What becomes of a suggestion; null leaves it open. */
export type Verdict = 'accept' | 'reject' | null;

/** What a walk over the document found to be done, in places of the document before any of it. */
type Found = { inline: Stretch[]; blocks: Stretch[]; joins: number[]; isAny: boolean };

/**
 * Accepts and rejects suggestions, each as `judge` says of its stamp, by steps on `transform`. An
 * accepted insertion is text like any other, a rejected one is gone; of a deletion the reverse;
 * formatting stays or is taken back; parted blocks stay two or become one again.
 */
export function settle<T extends Transform>(transform: T, judge: (stamp: Stamp) => Verdict): T {
  const base = transform.mapping.maps.length;
  const found: Found = { inline: [], blocks: [], joins: [], isAny: false };
  transform.doc.descendants((node, position) =>
    node.isInline
      ? settleInline(transform, node, position, found, judge)
      : settleBlock(transform, node, position, found, judge),
  );
  if (!found.isAny) return transform;
  const removals = [
    ...joinStretches(found.inline).map((each) => ({ ...each, isInline: true })),
    ...joinStretches(found.blocks).map((each) => ({ ...each, isInline: false })),
  ].sort((a, b) => b.from - a.from);
  for (const { from, to, isInline } of removals)
    if (isInline) transform.delete(from, to);
    else removeBlocks(transform, from, to);
  joinAll(transform, found.joins, base);
  return transform;
}

/** The document with every suggestion rejected: what page, export and search have of it. */
export function withoutSuggestions(document: Node): Node {
  return settle(new Transform(document), () => 'reject').doc;
}

/** The document with every suggestion accepted. */
export function withSuggestions(document: Node): Node {
  return settle(new Transform(document), () => 'accept').doc;
}

type Judge = (stamp: Stamp) => Verdict;

function settleBlock(t: Transform, node: Node, at: number, found: Found, judge: Judge): boolean {
  for (const { kind, stamp } of blockStamps(node)) {
    const verdict = judge(stamp);
    if (!verdict) continue;
    found.isAny = true;
    const goes = kind === 'inserted' ? 'reject' : kind === 'deleted' ? 'accept' : null;
    if (verdict === goes) {
      found.blocks.push({ from: at, to: at + node.nodeSize });
      return false;
    }
    t.step(new AttrStep(at, kind, null));
    if (verdict === (kind === 'split' ? 'reject' : kind === 'joined' ? 'accept' : null))
      found.joins.push(at);
  }
  return true;
}

function settleInline(t: Transform, node: Node, at: number, found: Found, judge: Judge): boolean {
  const judged = markStamps(node).map(({ mark, stamp }) => ({ mark, verdict: judge(stamp) }));
  if (!judged.some(({ verdict }) => verdict)) return true;
  found.isAny = true;
  const goes = { insertion: 'reject', deletion: 'accept', modification: null };
  const isGone = ({ mark, verdict }: (typeof judged)[number]) =>
    verdict !== null && goes[mark.type.name as keyof typeof goes] === verdict;
  if (judged.some(isGone)) {
    found.inline.push({ from: at, to: at + node.nodeSize });
    return false;
  }
  for (const { mark, verdict } of judged) {
    if (!verdict) continue;
    unmark(t, node, at, mark);
    if (verdict === 'reject' && mark.type.name === 'modification') revert(t, node, at, mark);
  }
  return true;
}

/** Marks on a quote are set on the node, for steps on a stretch reach only the words in it. */
function unmark(t: Transform, node: Node, at: number, mark: Mark): void {
  t.step(
    node.isAtom || node.isText
      ? new RemoveMarkStep(at, at + node.nodeSize, mark)
      : new RemoveNodeMarkStep(at, mark),
  );
}

function revert(t: Transform, node: Node, at: number, modification: Mark): void {
  const { added, removed } = modification.attrs as { added: unknown; removed: unknown };
  const read = (json: unknown) => Mark.fromJSON(node.type.schema, json);
  if (added) unmark(t, node, at, read(added));
  if (!removed) return;
  const mark = read(removed);
  t.step(
    node.isAtom || node.isText
      ? new AddMarkStep(at, at + node.nodeSize, mark)
      : new AddNodeMarkStep(at, mark),
  );
}

/**
 * Takes whole blocks out; with the last item goes its list. Where something has to stand (a
 * section is never empty), an empty block does.
 */
function removeBlocks(t: Transform, from: number, to: number): void {
  const $from = t.doc.resolve(from);
  const { parent, depth } = $from;
  const [start, end] = [$from.index(), t.doc.resolve(to).index()];
  if (parent.canReplace(start, end)) {
    t.delete(from, to);
    return;
  }
  if (depth > 1 && from === $from.start() && to === $from.end()) {
    removeBlocks(t, $from.before(), $from.after());
    return;
  }
  const rest = Fragment.from(parent.content.content.slice(end));
  const filler = parent.contentMatchAt(start).fillBefore(rest, true);
  t.replaceWith(from, to, filler ?? Fragment.empty);
}

/** Joins blocks with those before them: an outer pair (items of a list) before the inner one. */
function joinAll(t: Transform, joins: number[], base: number): void {
  const step = t.mapping.maps.length;
  const places = joins.map((at) => t.mapping.slice(base, step).mapResult(at));
  let waiting = places.filter((place) => !place.deletedAfter).map((place) => place.pos);
  for (let isMoving = true; isMoving && waiting.length > 0; ) {
    isMoving = false;
    const later: number[] = [];
    for (const at of waiting) {
      const now = t.mapping.slice(step).map(at);
      if (!areJoinable(t.doc, now)) later.push(at);
      else {
        t.join(now);
        isMoving = true;
      }
    }
    waiting = later;
  }
}

/** `canJoin` also allows what only a conversion makes one, as a paragraph and a quotation. */
function areJoinable(doc: Node, at: number): boolean {
  const { nodeBefore: left, nodeAfter: right } = doc.resolve(at);
  if (!left || !right || !canJoin(doc, at)) return false;
  const isLine = left.isTextblock && right.isTextblock;
  return isLine ? left.canAppend(right) : left.type === right.type;
}
