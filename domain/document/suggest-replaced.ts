import { Fragment, type Node, type ResolvedPos, Slice } from 'prosemirror-model';
import {
  AddMarkStep,
  AddNodeMarkStep,
  AttrStep,
  canJoin,
  ReplaceStep,
  type Step,
  Transform,
} from 'prosemirror-transform';
import { schema } from './schema';
import type { Stretch } from './stretches';
import { advance, attempt, type Draft, isOwn, mapOf } from './suggest-draft';
import { type Stamp, stampOf } from './suggested';

/** A replacement as a suggestion; `isLine`: of words within one line. */
type Replaced = { draft: Draft; isLine: boolean };

/**
 * A replacement, suggested in its parts: what goes is struck and stays where it is, what comes
 * stands after it, and blocks that are parted or joined say so. Null, or a RangeError, where it is
 * none of these. A copy of what the document has already takes along what is suggested in it.
 */
export function suggestReplaced(draft: Draft, step: ReplaceStep, isCopy = false): Replaced | null {
  const { doc } = draft.transform;
  const { slice } = step;
  if (slice.openStart !== slice.openEnd) return null;
  const map = mapOf(draft);
  const from = map.map(step.from, 1);
  const to = step.to === step.from ? from : map.map(step.to, -1);
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)];
  const transform = new Transform(doc);
  const isInline = $from.sameParent($to) && $from.parent.inlineContent;
  const goesOn = isInline && !draft.isAlone;
  const stamp = goesOn ? neighbour($from, $to, draft.stamp) : draft.stamp;
  if (isInline) strike(transform, from, to, stamp);
  else if ($from.sameParent($to)) strikeBlocks(transform, $from.parent, $from, to, stamp);
  else if (!strikeAcross(transform, $from, $to, stamp)) return null;
  const end = transform.mapping.map(to, 1);
  const kept: Stretch = { from, to: end };
  if (slice.size > 0) insert(transform, end, slice, { stamp, isCopy });
  const isLine = isInline && slice.openStart === 0;
  return { draft: advance(draft, transform, [kept]), isLine };
}

/**
 * Any edit, as suggestions to take out what it touched and to put in what it made of that: at each
 * depth at which the edit is whole, the least first. To be tried one after the other.
 */
export function* suggestWhole(
  draft: Draft,
  edit: Step,
  before: Node,
  after: Node,
): Generator<Draft> {
  const range = touched(edit, before);
  if (!range) return;
  const [$start, $end] = [before.resolve(range.from), before.resolve(range.to)];
  const grown = after.content.size - before.content.size;
  for (let depth = $start.sharedDepth(range.to); depth > 0; depth -= 1) {
    const from = $start.depth > depth ? $start.before(depth + 1) : range.from;
    const to = $end.depth > depth ? $end.after(depth + 1) : range.to;
    const last = to + grown;
    if (last < from || last > after.content.size) continue;
    const [$from, $last] = [after.resolve(from), after.resolve(last)];
    if ($from.depth !== depth || !$from.sameParent($last)) continue;
    if (!$from.parent.hasMarkup($start.node(depth).type, $start.node(depth).attrs)) continue;
    const slice = new Slice(after.slice(from, last).content, 0, 0);
    const step = new ReplaceStep(from, to, slice);
    const replaced = attempt(() => suggestReplaced(draft, step, true));
    if (replaced) yield replaced.draft;
  }
}

function touched(step: Step, before: Node): Stretch | null {
  const { pos } = step as { pos?: number };
  const node = pos === undefined ? null : before.nodeAt(pos);
  if (pos !== undefined) return node && { from: pos, to: pos + node.nodeSize };
  let range: Stretch | null = null;
  step.getMap().forEach((from, to) => {
    range = range ? { from: range.from, to } : { from, to };
  });
  return range;
}

/** Typing on beside or in one's own suggestion goes on with it, also in the block it parted off. */
function neighbour($from: ResolvedPos, $to: ResolvedPos, stamp: Stamp): Stamp {
  for (const node of [$from.nodeBefore, $to.nodeAfter, $from.parent])
    for (const mark of node?.marks ?? [])
      if (/^(insertion|deletion)$/.test(mark.type.name) && mark.attrs.account === stamp.account)
        return stampOf(mark.attrs as Stamp);
  const parted = $from.parent.attrs.split as Stamp | null | undefined;
  if (parted?.account === stamp.account && $from.parentOffset === 0) return stampOf(parted);
  return stamp;
}

/** Strikes what stands in a line; one's own suggested words are really taken out. */
function strike(t: Transform, from: number, to: number, stamp: Stamp): void {
  const mark = schema.mark('deletion', stamp);
  const gone: Stretch[] = [];
  t.doc.nodesBetween(from, to, (node, position) => {
    if (!node.isInline || (!node.isAtom && (position < from || position + node.nodeSize > to)))
      return true;
    const [start, end] = [Math.max(from, position), Math.min(to, position + node.nodeSize)];
    if (isOwn(node, stamp)) gone.push({ from: start, to: end });
    else if (!node.marks.some((each) => each.type === mark.type))
      t.step(node.isAtom ? new AddMarkStep(start, end, mark) : new AddNodeMarkStep(position, mark));
    return false;
  });
  for (const each of gone.toReversed()) t.delete(each.from, each.to);
}

/** Strikes whole blocks that stand side by side in `parent`, from `$from` to `to`. */
function strikeBlocks(
  t: Transform,
  parent: Node,
  $from: ResolvedPos,
  to: number,
  stamp: Stamp,
): void {
  const gone: Stretch[] = [];
  for (let index = $from.index(), at = $from.pos; at < to; index += 1) {
    const node = parent.child(index);
    const inserted = node.attrs.inserted as Stamp | null | undefined;
    if (inserted?.account === stamp.account) gone.push({ from: at, to: at + node.nodeSize });
    else if (!node.attrs.deleted) t.step(new AttrStep(at, 'deleted', stamp));
    at += node.nodeSize;
  }
  for (const each of gone.toReversed()) t.delete(each.from, each.to);
}

/** Strikes from within one block to within a later one of the same parent, which are to be one. */
function strikeAcross(t: Transform, $from: ResolvedPos, $to: ResolvedPos, stamp: Stamp): boolean {
  const { depth } = $from;
  if (depth !== $to.depth || $from.sharedDepth($to.pos) !== depth - 1) return false;
  if (!$from.parent.isTextblock || !$to.parent.isTextblock) return false;
  const [left, right] = [$from.after(), $to.before()];
  const split = $to.parent.attrs.split as Stamp | null | undefined;
  const isOwnSplit = split?.account === stamp.account;
  strike(t, $to.start(), $to.pos, stamp);
  if (!isOwnSplit) t.step(new AttrStep(right, 'joined', stamp));
  strikeBlocks(t, $from.node(depth - 1), t.doc.resolve(left), right, stamp);
  strike(t, $from.pos, $from.end(), stamp);
  if (!isOwnSplit) return true;
  const boundary = t.mapping.map(right);
  if (canJoin(t.doc, boundary)) t.join(boundary);
  return true;
}

type As = { stamp: Stamp; isCopy: boolean };

function insert(t: Transform, at: number, slice: Slice, as: As): void {
  const $at = t.doc.resolve(at);
  const content = stampAll(slice.content, slice.openStart, slice.openEnd, { ...as, $at });
  t.step(new ReplaceStep(at, at, new Slice(content, slice.openStart, slice.openEnd)));
}

type Where = As & { $at: ResolvedPos };

/** What comes, stamped; the opened end of it is the block at hand, parted from its first half. */
function stampAll(content: Fragment, openStart: number, openEnd: number, where: Where): Fragment {
  const last = content.childCount - 1;
  const nodes = content.content.map((node, index) => {
    const start = index === 0 ? openStart : 0;
    const end = index === last ? openEnd : 0;
    if (start === 0 && end === 0) return stampNode(node, where);
    const inner = stampAll(node.content, Math.max(0, start - 1), Math.max(0, end - 1), where);
    if (start > 0) return node.copy(inner);
    return node.type.create(partedAttributes(node, end, where), inner, node.marks);
  });
  return Fragment.fromArray(nodes);
}

function partedAttributes(node: Node, open: number, { stamp, $at }: Where) {
  const { inserted = null, deleted = null } = $at.node($at.depth - open + 1).attrs;
  const isOwnBlock = (inserted as Stamp | null)?.account === stamp.account;
  return { ...node.attrs, inserted, deleted, joined: null, split: isOwnBlock ? null : stamp };
}

function stampNode(node: Node, { stamp, isCopy }: As): Node {
  if (!node.isInline) return node.type.create({ ...node.attrs, inserted: stamp }, node.content);
  // Letters typed into struck words come with the mark of those.
  const marks = isCopy
    ? node.marks
    : node.marks.filter((mark) => mark.type.spec.group !== 'suggestion');
  return node.mark(schema.mark('insertion', stamp).addToSet(marks));
}
