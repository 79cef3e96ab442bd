import type { Node } from 'prosemirror-model';
import { Mapping, type StepMap } from 'prosemirror-transform';

/** A stretch of a document, in ProseMirror positions. */
export type Stretch = { from: number; to: number };

/**
 * What a run of steps brought in, as stretches of the document they led to; letters typed one
 * after the other are one stretch.
 */
export function insertedStretches(maps: readonly StepMap[]): Stretch[] {
  let stretches: Stretch[] = [];
  for (const map of maps) {
    stretches = stretches.map(({ from, to }) => ({ from: map.map(from, 1), to: map.map(to, -1) }));
    map.forEach((_start, _end, from, to) => {
      if (to > from) stretches.push({ from, to });
    });
    stretches = joinStretches(stretches.filter(({ from, to }) => to > from));
  }
  return stretches;
}

/** Stretches in order, those that touch or overlap made one. */
export function joinStretches(stretches: Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const each of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && each.from <= last.to) last.to = Math.max(last.to, each.to);
    else joined.push({ ...each });
  }
  return joined;
}

/** What of the stretches is in none of `others`. */
export function without(stretches: Stretch[], others: Stretch[]): Stretch[] {
  let left = stretches;
  for (const other of others)
    left = left.flatMap(({ from, to }) =>
      [
        { from, to: Math.min(to, other.from) },
        { from: Math.max(from, other.to), to },
      ].filter((part) => part.to > part.from),
    );
  return left;
}

/** The stretches after what a mapping stands for; those that it took out whole are left out. */
export function mapAll(stretches: Stretch[], mapping: Mapping): Stretch[] {
  return stretches
    .map(({ from, to }) => ({ from: mapping.map(from, 1), to: mapping.map(to, -1) }))
    .filter(({ from, to }) => to > from);
}

/** The words of each stretch; stretches without any are left out. */
export function wordsOf(document: Node, stretches: Stretch[]): string[] {
  return stretches
    .map(({ from, to }) => document.textBetween(from, to, ' ', ' '))
    .filter((words) => words.trim() !== '');
}

/**
 * What of the stretches is text or stands in a line (a quote, a citation), cut where a line ends:
 * the tokens that open and close blocks are no words.
 */
export function linesOf(document: Node, stretches: Stretch[]): Stretch[] {
  const lines: Stretch[] = [];
  for (const { from, to } of stretches)
    document.nodesBetween(from, to, (node, position) => {
      if (!node.isInline) return true;
      const end = position + node.nodeSize;
      lines.push({ from: Math.max(from, position), to: Math.min(to, end) });
      return false;
    });
  return joinStretches(lines);
}

/**
 * Those parts of the stretches that the steps after them took out, with where they were. What was
 * brought in between them in the meantime is no part of them.
 */
export function takenOut(
  stretches: Stretch[],
  maps: readonly StepMap[],
): (Stretch & { at: number })[] {
  let pieces: Piece[] = stretches.map(({ from, to }) => ({ from, to, origin: from }));
  const gone: Stretch[] = [];
  for (const map of maps) pieces = pieces.flatMap((piece) => cut(piece, map, gone));
  const mapping = new Mapping([...maps]);
  return joinStretches(gone).map((each) => ({ ...each, at: mapping.map(each.from, -1) }));
}

/** A part of a stretch: where it is now, and where it began. */
type Piece = Stretch & { origin: number };

/** What a step leaves of a piece; what it takes out is noted, as it was in the beginning. */
function cut({ from, to, origin }: Piece, map: StepMap, gone: Stretch[]): Piece[] {
  const left: Piece[] = [];
  let at = from;
  const keep = (end: number) => {
    if (end > at)
      left.push({ from: map.map(at, 1), to: map.map(end, -1), origin: origin + at - from });
  };
  map.forEach((start, end) => {
    if (end < at || start > to) return;
    keep(Math.min(start, to));
    const [first, last] = [Math.max(start, at), Math.min(end, to)];
    if (last > first) gone.push({ from: origin + first - from, to: origin + last - from });
    at = Math.max(at, last);
  });
  keep(to);
  return left;
}

/**
 * The words that steps brought in, from the steps alone, each run of letters as one text: for
 * text that has no document to stand in any more. Letters taken out again are not in it.
 */
export function wordsOfSteps(steps: readonly unknown[]): string[] {
  const runs: { from: number; text: string }[] = [];
  for (const json of steps) {
    const { stepType, from, to, slice } = json as StepJson;
    if (stepType !== 'replace' || from === undefined || to === undefined) continue;
    const text = textOf(slice?.content ?? []);
    const run = runs.find((each) => each.from <= from && to <= each.from + each.text.length);
    if (run) {
      const [start, end] = [from - run.from, to - run.from];
      run.text = run.text.slice(0, start) + text + run.text.slice(end);
    }
    for (const other of runs)
      if (other !== run && other.from >= to) other.from += text.length - (to - from);
    if (!run && text) runs.push({ from, text });
  }
  return runs.map((run) => run.text).filter((text) => text.trim() !== '');
}

type StepJson = {
  stepType?: string;
  from?: number;
  to?: number;
  slice?: { content?: NodeJson[] };
};

type NodeJson = { text?: string; content?: NodeJson[] };

function textOf(nodes: NodeJson[]): string {
  return nodes.map((node) => node.text ?? textOf(node.content ?? [])).join('');
}
