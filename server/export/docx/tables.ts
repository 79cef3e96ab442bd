import {
  type ITableBordersOptions,
  type ITableRowOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, Cell, Printed } from '@/domain/document/print';
import { hairline, headline } from './styles';
import { toWords } from './words';

type Column = readonly (Paragraph | Table)[];

const none = { style: 'none', size: 0, color: 'auto' } as const;
const open = { top: none, bottom: none, left: none, right: none };
const bare = { ...open, insideHorizontal: none, insideVertical: none };
const ruled = { ...bare, top: hairline, bottom: hairline, insideHorizontal: hairline };
const gutter = { left: 0, right: 140, top: 30, bottom: 30 };

/** Word sets nothing between a table and what follows, and makes one of two tables that meet. */
export function afterTable(): Paragraph {
  return new Paragraph({ style: 'AfterTable' });
}

/** The memo's head: labels and what they say, between two rules, with no others. */
export function setFields(fields: Printed['fields'], width: number): Table {
  const rows = fields.map(({ label, value }) => [
    [labelled(label, 'HeadLabel')],
    [new Paragraph({ style: 'HeadText', text: toWords(value) })],
  ]);
  return tableOf(rows, {
    columns: share(width, 0.22, 1),
    borders: { ...ruled, insideHorizontal: none },
  });
}

/** Worked-out facts: labels and what they say, with rules between. */
export function setFacts(facts: readonly { label: string; text: string }[], width: number): Table {
  const rows = facts.map(({ label, text }) => [
    [labelled(label, 'TableLabel')],
    [new Paragraph({ style: 'TableText', text: toWords(text) })],
  ]);
  return tableOf(rows, { columns: share(width, 0.3, 1), borders: ruled });
}

/** A table of the memo's own. Its first row comes again on each page; no row is parted. */
export function setTable(
  rows: readonly Cell[][],
  set: (blocks: readonly Block[]) => Column,
  width: number,
): Table {
  const count = Math.max(1, ...rows.map((row) => row.length));
  const filled = rows.map((row) =>
    Array.from({ length: count }, (_, index) => set(row[index]?.blocks ?? [])),
  );
  const columns = count === 1 ? [width] : share(width, 0.22, count - 1);
  return tableOf(filled, { columns, borders: ruled, hasHead: true });
}

function labelled(label: string, style: 'HeadLabel' | 'TableLabel'): Paragraph {
  return new Paragraph({ style, children: [new TextRun(toWords(label))] });
}

/** The widths of a first column that has a part of the whole, and of others that are alike. */
function share(width: number, first: number, others: number): number[] {
  const one = Math.round(width * first);
  const other = Math.floor((width - one) / others);
  return [one, ...Array.from({ length: others }, () => other)];
}

/** A row with its cells' paragraphs, and its own mark of revision if it came or went. */
export type TrackedRow = {
  cells: Column[];
  mark: Pick<ITableRowOptions, 'insertion' | 'deletion'>;
};

/** Labels and what they say, as `setFields` and (`facts`) `setFacts` rule them, with changes. */
export function ruledFields(rows: TrackedRow[], width: number, facts: boolean): Table {
  const columns = share(width, facts ? 0.3 : 0.22, 1);
  const borders = facts ? ruled : { ...ruled, insideHorizontal: none };
  return tableOf(
    rows.map((row) => row.cells),
    { columns, borders, marks: rows.map((row) => row.mark) },
  );
}

/** A table of the memo's own, with changes. */
export function ruledTable(rows: TrackedRow[], width: number): Table {
  const count = Math.max(1, ...rows.map((row) => row.cells.length));
  const filled = rows.map(({ cells }) => Array.from({ length: count }, (_, at) => cells[at] ?? []));
  const columns = count === 1 ? [width] : share(width, 0.22, count - 1);
  const marks = rows.map((row) => row.mark);
  return tableOf(filled, { columns, borders: ruled, hasHead: true, marks });
}

type Look = {
  columns: number[];
  borders: ITableBordersOptions;
  hasHead?: boolean;
  marks?: TrackedRow['mark'][];
};

function tableOf(rows: Column[][], { columns, borders, hasHead = false, marks = [] }: Look): Table {
  const width = columns.reduce((sum, column) => sum + column, 0);
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    borders,
    tableLook: { firstRow: hasHead, firstColumn: true, noVBand: true },
    rows: rows.map((row, at) => {
      const isHead = hasHead && at === 0;
      const children = row.map((cell, index) => cellOf(cell, columns[index] ?? 0, isHead));
      const options = { children, cantSplit: true, ...(isHead && { tableHeader: true }) };
      return new TableRow({ ...options, ...marks[at] });
    }),
  });
}

/** A cell has a paragraph at its end, or Word does not open the file. */
function cellOf(cell: Column, width: number, isHead: boolean): TableCell {
  const isWhole = cell.at(-1) instanceof Paragraph;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: gutter,
    children: isWhole ? cell : [...cell, new Paragraph({ style: 'TableText' })],
    ...(isHead && { borders: { bottom: headline } }),
  });
}
