import type { Block, Run } from '../document/print';
import { redlineEndnotes, redlineFacts } from './derived';
import { redlineLines, redlineText, wholeLine } from './lines';
import type { Change, RedBlock, RedCell, RedContent, RedItem, RedRow } from './redlined';
import type { Twig } from './tree';

/** Compares what is inside two twigs. */
export type Inside = (before: Twig[], after: Twig[]) => (RedBlock | RedItem | RedRow)[];

/** What an item or a row consists of. */
type Holder = { kind: 'item'; blocks: RedBlock[] } | { kind: 'row'; cells: RedCell[] };

/**
 * What a twig consists of, held against what it was. One of the two is null where it is all new or
 * all gone, and `change` says which; both are of one shape.
 */
export function contentOf(
  change: Change,
  before: Twig | null,
  after: Twig | null,
  inside: Inside,
): RedContent | Holder {
  const shape = (after ?? before)?.shape;
  const twigs = () => inside(before?.twigs ?? [], after?.twigs ?? []);
  const text = () => redlineText(before?.text ?? '', after?.text ?? '');
  switch (shape) {
    case 'heading':
      return { kind: shape, pieces: text() };
    case 'place':
      return { kind: shape, pieces: text() };
    case 'paragraph':
      return { kind: shape, runs: paragraphRuns(change, before, after), end: 'kept' };
    case 'quotation':
      return { kind: shape, blocks: twigs() as RedBlock[] };
    case 'list':
      return {
        kind: shape,
        ordered: isOrdered(after ?? before),
        orderedBefore: isOrdered(before ?? after),
        items: twigs() as RedItem[],
      };
    case 'table':
      return { kind: shape, rows: twigs() as RedRow[] };
    case 'facts':
      return { kind: shape, rows: redlineFacts(blockOf(before, shape), blockOf(after, shape)) };
    case 'endnotes':
      return { kind: shape, notes: redlineEndnotes(blockOf(before, shape), blockOf(after, shape)) };
    case 'item':
      return { kind: shape, blocks: twigs() as RedBlock[] };
    case 'row':
      return { kind: shape, cells: redlineCells(before?.cells ?? [], after?.cells ?? [], inside) };
    case undefined:
      throw new Error('A redline of nothing.');
  }
}

/** A paragraph that became several, or several that became one, a block to each line. */
export function splitParagraphs(before: Twig[], after: Twig[]): RedBlock[] {
  const ids = [...after, ...before.slice(after.length)].map((twig) => twig.id);
  return redlineLines(before.map(runsOf), after.map(runsOf)).map(({ runs, end }, index) => ({
    id: ids[index] ?? '',
    change: 'kept',
    kind: 'paragraph',
    runs,
    end,
  }));
}

function paragraphRuns(change: Change, before: Twig | null, after: Twig | null) {
  const [was, is] = [runsOf(before), runsOf(after ?? before)];
  // Most paragraphs of a memo are what they were, and need not be cut into words.
  if (!before || !after || JSON.stringify(was) === JSON.stringify(is)) return wholeLine(change, is);
  return redlineLines([was], [is])[0]?.runs ?? [];
}

function runsOf(twig: Twig | null): Run[] {
  return twig?.source?.kind === 'paragraph' ? twig.source.runs : [];
}

function isOrdered(twig: Twig | null): boolean {
  return twig?.source?.kind === 'list' && twig.source.ordered;
}

function blockOf<Kind extends Block['kind']>(twig: Twig | null, kind: Kind) {
  const block = twig?.source ?? null;
  return block?.kind === kind ? (block as Extract<Block, { kind: Kind }>) : null;
}

type Cell = Twig['cells'][number];

/** Cells of a row in their columns; where one was added or taken out, those with text in common. */
function redlineCells(before: Cell[], after: Cell[], inside: Inside): RedCell[] {
  const set = (change: Change, was: Cell | undefined, is: Cell | undefined): RedCell => ({
    change,
    header: (is ?? was)?.header ?? false,
    headerBefore: (was ?? is)?.header ?? false,
    blocks: inside(was?.twigs ?? [], is?.twigs ?? []) as RedBlock[],
  });
  const columns = pairColumns(before, after);
  return columns.map(([was, is]) => {
    if (was === undefined) return set('inserted', was, is);
    return set(is === undefined ? 'deleted' : 'kept', was, is);
  });
}

/** Cells pair from the left while they are alike, from the right likewise; between is what changed. */
function pairColumns(before: Cell[], after: Cell[]): [Cell | undefined, Cell | undefined][] {
  if (before.length === 0) return after.map((cell) => [undefined, cell]);
  if (after.length === 0) return before.map((cell) => [cell, undefined]);
  if (before.length === after.length) return before.map((cell, index) => [cell, after[index]]);
  const least = Math.min(before.length, after.length);
  let left = 0;
  while (left < least && sameCell(before[left], after[left])) left += 1;
  const right = least - left;
  const [gone, come] = [before.length - least, after.length - least];
  return [
    ...before.slice(0, left).map((cell, index): [Cell, Cell | undefined] => [cell, after[index]]),
    ...before.slice(left, left + gone).map((cell): [Cell, undefined] => [cell, undefined]),
    ...after.slice(left, left + come).map((cell): [undefined, Cell] => [undefined, cell]),
    ...(right > 0 ? before.slice(-right) : []).map((cell, index): [Cell, Cell | undefined] => [
      cell,
      after[after.length - right + index],
    ]),
  ];
}

function sameCell(one: Cell | undefined, other: Cell | undefined): boolean {
  const known = (cell: Cell | undefined) => cell?.twigs[0]?.id ?? '';
  return known(one) === known(other);
}
