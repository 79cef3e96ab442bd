import { lineKeys, type Signature, type Signatures } from './authors';
import type {
  By,
  Gone,
  Piece,
  RedBlock,
  RedCell,
  RedField,
  RedItem,
  Redlined,
  RedRow,
  RedRun,
  RedSection,
} from './redlined';

/** Whose the words of both versions are, and who signs what nobody in particular changed. */
export type Signers = { earlier: Signatures; later: Signatures; fallback: By };

/**
 * The redline with an author and a time to each stretch that came, went or looks otherwise; one
 * that several people wrote is parted between them. What is worked out (endnotes, the source
 * summary) has the fallback. Its text is the same.
 */
export function signRedline(redlined: Redlined, signers: Signers): Redlined {
  return new Signing(signers).memo(redlined);
}

/** Where the reader is in the line of each version. */
type Cursor = { line: Signature | undefined; at: number };

class Signing {
  private earlier: Cursor = { line: undefined, at: 0 };
  private later: Cursor = { line: undefined, at: 0 };
  private open = { earlier: false, later: false };

  constructor(private readonly signers: Signers) {}

  memo(redlined: Redlined): Redlined {
    return {
      ...redlined,
      title: this.line(lineKeys.title, redlined.title),
      fields: redlined.fields.map((field) => this.field(field)),
      sections: redlined.sections.map((section) => this.section(section)),
    };
  }

  private field(field: RedField): RedField {
    const value = this.line(lineKeys.field(field.name), field.value);
    return { ...field, label: this.unsigned(field.label), value };
  }

  private section(section: RedSection): RedSection {
    const heading = this.line(lineKeys.heading(section.id), section.heading);
    return { ...section, heading, blocks: section.blocks.map((each) => this.block(each)) };
  }

  private block(block: RedBlock): RedBlock {
    if (block.kind !== 'paragraph') this.open = { earlier: false, later: false };
    switch (block.kind) {
      case 'gone':
        return block;
      case 'paragraph':
        return this.paragraph(block);
      case 'heading':
        return { ...block, pieces: this.line(block.id, block.pieces) };
      case 'place':
        return { ...block, pieces: this.prompt(block.id, block.pieces) };
      case 'quotation':
        return { ...block, blocks: block.blocks.map((each) => this.block(each)) };
      case 'list':
        return { ...block, items: block.items.map((item) => this.item(item)) };
      case 'table':
        return { ...block, rows: block.rows.map((row) => this.row(row)) };
      case 'facts':
        return { ...block, rows: block.rows.map((row) => this.whole(row)) };
      case 'endnotes':
        return { ...block, notes: block.notes.map((note) => this.whole(note)) };
    }
  }

  private whole<T extends { pieces: Piece[] }>(part: T): T {
    return { ...part, pieces: this.unsigned(part.pieces) };
  }

  private item(item: RedItem): RedItem {
    if (item.kind === 'gone') return item;
    return { ...item, blocks: item.blocks.map((each) => this.block(each)) };
  }

  private row(row: RedRow): RedRow {
    if (row.kind === 'gone') return row;
    return { ...row, cells: row.cells.map((cell) => this.cell(cell)) };
  }

  private cell(cell: RedCell): RedCell {
    return { ...cell, blocks: cell.blocks.map((each) => this.block(each)) };
  }

  /** A paragraph that was parted or joined goes on in the line of the one before it. */
  private paragraph(block: Exclude<Extract<RedBlock, { kind: 'paragraph' }>, Gone>): RedBlock {
    this.start(block.id);
    const runs = block.runs.flatMap((run) => this.run(run));
    this.open = { earlier: block.end === 'inserted', later: block.end === 'deleted' };
    if (block.end === 'kept') return { ...block, runs };
    const side = block.end === 'inserted' ? 'later' : 'earlier';
    return { ...block, runs, endBy: this[side].line?.end ?? this.signers.fallback };
  }

  private start(key: string): void {
    for (const side of ['earlier', 'later'] as const)
      if (!this.open[side]) this[side] = { line: this.signers[side].get(key), at: 0 };
  }

  private line(key: string, pieces: Piece[]): Piece[] {
    this.open = { earlier: false, later: false };
    this.start(key);
    return pieces.flatMap((piece) => this.piece(piece));
  }

  private piece(piece: Piece): Piece[] {
    const parts = this.take(piece.change, piece.text.length);
    return parts.map(({ by, from, to }) => ({ ...piece, ...by, text: piece.text.slice(from, to) }));
  }

  private run(run: RedRun): RedRun[] {
    if (run.kind === 'text')
      return this.take(run.change, run.text.length).map(({ by, from, to }) => ({
        ...run,
        ...by,
        text: run.text.slice(from, to),
      }));
    if (run.kind !== 'quote' && run.kind !== 'footnote')
      return this.take(run.change, 1).map(({ by }) => ({ ...run, ...by }));
    const pieces = run.pieces.flatMap((piece) =>
      this.piece(run.change === 'kept' ? piece : { ...piece, change: run.change }),
    );
    const by = pieces.find((piece) => piece.by)?.by ?? this.signers.fallback;
    return [{ ...run, pieces, ...(run.change !== 'kept' && { by }) }];
  }

  /** The next units of the lines that have them, in stretches of one author. */
  private take(change: RedRun['change'], size: number) {
    const inEarlier = change !== 'inserted';
    const inLater = change !== 'deleted';
    const [cursor, other] = inLater ? [this.later, this.earlier] : [this.earlier, this.later];
    const parts: { by: { by?: By }; from: number; to: number }[] = [];
    for (let at = 0; at < size; at += 1) {
      const by = change === 'kept' ? {} : { by: this.authorOf(cursor, other, at) };
      const last = parts.at(-1);
      if (last && isSame(last.by.by, by.by)) last.to = at + 1;
      else parts.push({ by, from: at, to: at + 1 });
    }
    if (inEarlier) this.earlier.at += size;
    if (inLater) this.later.at += size;
    return size === 0 ? [{ by: {}, from: 0, to: 0 }] : parts;
  }

  /**
   * Words that a redline takes up into the changes around them are of whoever made the nearest of
   * those, in this version's line or else in the other's.
   */
  private authorOf(cursor: Cursor, other: Cursor, ahead: number): By {
    const own = nearest(cursor.line?.units ?? [], cursor.at + ahead);
    return own ?? nearest(other.line?.units ?? [], other.at) ?? this.signers.fallback;
  }

  /** A place to write goes with whoever wrote in it first, and comes with whoever emptied it. */
  private prompt(key: string, pieces: Piece[]): Piece[] {
    const { earlier, later, fallback } = this.signers;
    return pieces.map((piece) => {
      if (piece.change === 'kept') return piece;
      const line = (piece.change === 'deleted' ? later : earlier).get(key);
      return { ...piece, by: nearest(line?.units ?? [], 0) ?? fallback };
    });
  }

  private unsigned(pieces: Piece[]): Piece[] {
    const by = this.signers.fallback;
    return pieces.map((piece) => (piece.change === 'kept' ? piece : { ...piece, by }));
  }
}

function nearest(units: (By | null)[], at: number): By | null {
  for (let distance = 0; distance <= units.length; distance += 1) {
    const found = units[at - distance] ?? units[at + distance];
    if (found) return found;
  }
  return null;
}

function isSame(one: By | undefined, other: By | undefined): boolean {
  // Letters that one person typed one after the other are one change, whatever batches they came in.
  return one?.by === other?.by && Math.abs((one?.at ?? 0) - (other?.at ?? 0)) < 60_000;
}
