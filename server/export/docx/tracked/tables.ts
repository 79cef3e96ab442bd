import { Paragraph, type Table } from 'docx';
import type { Gone, RedBlock, RedFact, RedField, RedRow } from '@/domain/redline/redlined';
import type { Place } from '../blocks';
import { ruledFields, ruledTable, type TrackedRow } from '../tables';
import { toWords } from '../words';
import { placed, setRedBlocks } from './blocks';
import { type RedSetting, setPieces } from './runs';
import { type Fate, fateOf, type Mode } from './tracking';

type Set = (Paragraph | Table)[];
type Way = { mode: Mode; fate: Fate };
/** A label with what it says: of the memo's head, or of a table within it. */
type Row = { label: ReturnType<typeof setPieces>; value: RedField['value']; of: 'Head' | 'Table' };

/** Header fields; one that came or went is a row that did. */
export function setRedFields(fields: readonly RedField[], setting: RedSetting): Set {
  const mode: Mode = { reading: 'both' };
  const rows = fields.map((field) =>
    labelledRow(
      { label: setPieces(field.label, mode, setting), value: field.value, of: 'Head' },
      { mode, fate: field.change },
      setting,
    ),
  );
  return rows.length === 0 ? [] : [ruledFields(rows, setting.width, false), after('kept', setting)];
}

/** Worked-out facts, line by line. */
export function setRedFacts(facts: readonly RedFact[], way: Way, setting: RedSetting): Set {
  const rows = facts.flatMap((fact) => {
    const fate = fateOf(fact.change, way.mode);
    if (fate === null) return [];
    const label = [setting.tracking.text(fate, { text: toWords(fact.label) })];
    return [labelledRow({ label, value: fact.pieces, of: 'Table' }, { ...way, fate }, setting)];
  });
  return rows.length === 0
    ? []
    : [ruledFields(rows, setting.width, true), after(way.fate, setting)];
}

function labelledRow(
  { label, value, of }: Row,
  { mode, fate }: Way,
  setting: RedSetting,
): TrackedRow {
  const words = setPieces(value, mode, setting);
  return {
    cells: [
      [new Paragraph({ style: `${of}Label`, children: label })],
      [new Paragraph({ style: `${of}Text`, children: words })],
    ],
    mark: setting.tracking.mark(fate),
  };
}

/** A table of the memo's own. A row that has other columns than it had goes and comes whole. */
export function setRedTable(rows: readonly RedRow[], way: Way, setting: RedSetting): Set {
  const set = placed(rows, way.mode, setting).flatMap(({ red, mode }) => {
    const isWhole = red.cells.every((cell) => cell.change === 'kept');
    const fate = fateOf(red.change, mode);
    if (fate === null) return [];
    if (mode.reading !== 'both' || (isWhole && fate === 'kept'))
      return [setRow(red, { mode, fate }, setting)];
    if (fate !== 'kept') return [setRow(red, { mode: singleMode(fate), fate }, setting)];
    return [
      setRow(red, { mode: { reading: 'earlier', kept: 'deleted' }, fate: 'deleted' }, setting),
      setRow(red, { mode: { reading: 'later', kept: 'inserted' }, fate: 'inserted' }, setting),
    ];
  });
  return set.length === 0 ? [] : [ruledTable(set, setting.width), after(way.fate, setting)];
}

function setRow(row: Exclude<RedRow, Gone>, { mode, fate }: Way, setting: RedSetting): TrackedRow {
  const inside: Place = { style: 'TableText', level: -1, heading: null };
  const standing = row.cells.filter((cell) => fateOf(cell.change, mode) !== null);
  // The end of a cell is no paragraph's that could go: what is after a tracked one holds it.
  const cells = standing.map((cell) => [
    ...setRedBlocks(cell.blocks, inside, mode, setting),
    ...(cell.blocks.every(standsWhole) ? [] : [after('kept', setting)]),
  ]);
  return { cells, mark: setting.tracking.mark(fate) };
}

function singleMode(fate: Fate): Mode {
  return fate === 'deleted'
    ? { reading: 'earlier', kept: 'deleted' }
    : { reading: 'later', kept: 'inserted' };
}

function standsWhole(block: RedBlock): boolean {
  if (block.kind !== 'paragraph' || block.change !== 'kept') return false;
  return block.end === 'kept' && block.runs.some((run) => run.change === 'kept');
}

function after(fate: Fate, { tracking }: RedSetting): Paragraph {
  return new Paragraph({
    style: 'AfterTable',
    ...(fate !== 'kept' && { run: tracking.mark(fate) }),
  });
}
