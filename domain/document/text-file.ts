import type { Printed } from './print';
import { layText, type TextLook, toLine } from './text';

/**
 * The memo as a text file: `plainText`, wrapped at no width, with headings underlined, tables row by
 * row with each cell under its column's name, and the marking at its foot too. One line end at the
 * end, and no control characters but line ends.
 */
export function textFile(printed: Printed): string {
  const text = layText(printed, look);
  const foot = toLine(printed.marking ?? '').trim();
  return `${withoutControls(foot === '' ? text : `${text}\n\n${foot}`)}\n`;
}

const look: TextLook = {
  heading: (line, level) => `${line}\n${underlines[level].repeat(Math.min([...line].length, 72))}`,
  table: tableText,
};

const underlines = { 1: '=', 2: '-', 3: '~' };

/**
 * Cells beside each other would have to be wrapped, and could not be read aloud in their order. So a
 * row is what its first cell says, and under it the others, each after its column's first line.
 */
function tableText(rows: string[][]): string {
  const [head = [], ...body] = rows;
  if (body.length === 0) return head.join('\n');
  const [corner = '', ...columns] = head;
  const heading = [corner, ...columns.map((text) => indent(text))].filter(isSeen).join('\n');
  const set = body.map(([first = '', ...cells]) =>
    [first, ...cells.map((cell, index) => indent(named(columns[index] ?? '', cell)))].join('\n'),
  );
  return [heading, ...set].filter(isSeen).join('\n\n');
}

function named(column: string, cell: string): string {
  const [name = ''] = column.split('\n');
  const words = isSeen(cell) ? cell : '–';
  return isSeen(name) ? `${name}: ${words.replaceAll('\n', '\n  ')}` : words;
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

function isSeen(text: string): boolean {
  return text.trim() !== '';
}

/** A terminal obeys what stands there; a reader of text files sees nothing. */
function withoutControls(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\n]/gu, '');
}
