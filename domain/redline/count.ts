import type { Piece, RedBlock, RedCell, RedItem, Redlined, RedRow, RedRun } from './redlined';
import { cut } from './tokens';

/** How much changed: places where something did, words that came and went, and blocks that moved. */
export type Count = { changes: number; inserted: number; deleted: number; moved: number };

/**
 * Counts the changes of a redline. Neighbouring changes of one line are one; a block that came,
 * went or moved is one with all that is in it, but for what changed inside a block that moved.
 */
export function countChanges(redlined: Redlined): Count {
  const count: Count = { changes: 0, inserted: 0, deleted: 0, moved: 0 };
  countLine(redlined.title, count);
  for (const field of redlined.fields) countWhole(field, [...field.label, ...field.value], count);
  for (const section of redlined.sections) {
    const open = section.change === 'kept';
    if (!open) count.changes += 1;
    countLine(section.heading, count, open);
    countAll(section.blocks, count, open);
  }
  return count;
}

/** A line's changes by the groups that a reader sees as one: neighbours that are not kept. */
export function groupChanges<T extends { change: string }>(
  parts: T[],
): { changed: boolean; parts: T[] }[] {
  const groups: { changed: boolean; parts: T[] }[] = [];
  for (const part of parts) {
    const changed = part.change !== 'kept';
    const last = groups.at(-1);
    if (last?.changed === changed) last.parts.push(part);
    else groups.push({ changed, parts: [part] });
  }
  return groups;
}

type Red = RedBlock | RedItem | RedRow;

/** `open` says that nothing around it is a change already. */
function countAll(reds: Red[], count: Count, open: boolean): void {
  for (const red of reds) {
    if (red.kind === 'gone') continue;
    if (open && red.change !== 'kept') count.changes += 1;
    if (red.change === 'moved') count.moved += 1;
    countInside(red, count, open && (red.change === 'kept' || red.change === 'moved'));
  }
}

function countInside(red: Exclude<Red, { kind: 'gone' }>, count: Count, open: boolean): void {
  switch (red.kind) {
    case 'heading':
    case 'place':
      countLine(red.pieces, count, open);
      break;
    case 'paragraph':
      if (open && red.end !== 'kept') count.changes += 1;
      countRuns(red.runs, count, open);
      break;
    case 'quotation':
    case 'item':
      countAll(red.blocks, count, open);
      break;
    case 'list':
      if (open && red.ordered !== red.orderedBefore) count.changes += 1;
      countAll(red.items, count, open);
      break;
    case 'table':
      countAll(red.rows, count, open);
      break;
    case 'row':
      countCells(red.cells, count, open);
      break;
    case 'facts':
      for (const row of red.rows) countWhole(row, row.pieces, count, open);
      break;
    case 'endnotes':
      for (const note of red.notes) countWhole(note, note.pieces, count, open);
  }
}

function countCells(cells: RedCell[], count: Count, open: boolean): void {
  for (const cell of cells) {
    const kept = cell.change === 'kept';
    if (open && (!kept || cell.header !== cell.headerBefore)) count.changes += 1;
    countAll(cell.blocks, count, open && kept);
  }
}

function countRuns(runs: RedRun[], count: Count, open: boolean): void {
  for (const { changed, parts } of groupChanges(runs)) {
    if (open && changed) count.changes += 1;
    for (const run of parts) {
      if (run.kind === 'quote' || run.kind === 'footnote')
        countLine(run.pieces, count, open && !changed);
      else if (run.kind === 'text' && run.change !== 'formatted')
        countWords([{ change: run.change, text: run.text }], count);
    }
  }
}

function countWhole(whole: { change: string }, pieces: Piece[], count: Count, open = true): void {
  const kept = whole.change === 'kept';
  if (open && !kept) count.changes += 1;
  countLine(pieces, count, open && kept);
}

function countLine(pieces: Piece[], count: Count, open = true): void {
  if (open) count.changes += groupChanges(pieces).filter((group) => group.changed).length;
  countWords(pieces, count);
}

function countWords(pieces: Piece[], count: Count): void {
  for (const { change, text } of pieces)
    if (change !== 'kept')
      count[change] += cut(text).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
