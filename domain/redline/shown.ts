// A redline as a line of text, for tests: [-what went-], [+what came+], ‹quotes›, [n] citations.
import type { Piece, RedBlock, RedCell, RedItem, Redlined, RedRow, RedRun } from './redlined';

/** Pieces or runs as text with their changes in brackets; ~…~ is text whose look alone changed. */
export function showLine(parts: (Piece | RedRun)[]): string {
  return parts.map((part) => bracket(part.change, words(part))).join('');
}

/** The blocks of a whole redline, a line to each, indented by how deep they lie. */
export function showRedline(redlined: Redlined): string[] {
  return redlined.sections.flatMap((section) => showAll(section.blocks));
}

function words(part: Piece | RedRun): string {
  if (!('kind' in part) || part.kind === 'text') return part.text;
  if (part.kind === 'quote') return `‹${inside(part)}›`;
  if (part.kind === 'footnote') return `^${part.letter}{${inside(part)}}`;
  return part.kind === 'citation' ? `[${part.note}]` : '/';
}

function inside({ change, pieces }: { change: string; pieces: Piece[] }): string {
  return change === 'kept' ? showLine(pieces) : pieces.map((each) => each.text).join('');
}

function bracket(change: string, text: string): string {
  const signs: Record<string, string> = { inserted: '+', deleted: '-', formatted: '~' };
  const sign = signs[change];
  return sign ? `[${sign}${text}${sign}]` : text;
}

type Red = RedBlock | RedItem | RedRow;

function showAll(reds: Red[]): string[] {
  return reds.flatMap((red) => {
    const fate = red.change === 'kept' ? '' : `${red.change} `;
    if (red.kind === 'gone')
      return [`gone ${red.section ? `to “${red.section}”` : 'within'}: ${red.opening}`];
    const own = `${fate}${red.kind}: ${ownText(red)}`.trim();
    return [own, ...insideOf(red).map((line) => `  ${line}`)];
  });
}

function ownText(red: Exclude<Red, { kind: 'gone' }>): string {
  if (red.kind === 'heading' || red.kind === 'place') return showLine(red.pieces);
  if (red.kind !== 'paragraph') return '';
  const ends: Record<string, string> = { kept: '', inserted: '[+¶+]', deleted: '[-¶-]' };
  return showLine(red.runs) + ends[red.end];
}

function insideOf(red: Exclude<Red, { kind: 'gone' }>): string[] {
  if (red.kind === 'quotation' || red.kind === 'item') return showAll(red.blocks);
  if (red.kind === 'list') return showAll(red.items);
  if (red.kind === 'table') return showAll(red.rows);
  return red.kind === 'row' ? red.cells.flatMap(showCell) : [];
}

function showCell(cell: RedCell): string[] {
  const fate = cell.change === 'kept' ? 'cell' : `${cell.change} cell`;
  return [`${fate}:`, ...showAll(cell.blocks).map((line) => `  ${line}`)];
}
