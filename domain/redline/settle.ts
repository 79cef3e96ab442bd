import type { Block, Cell, Endnote, Printed, Run } from '../document/print';
import type {
  Change,
  Gone,
  Piece,
  RedBlock,
  RedCell,
  RedItem,
  Redlined,
  RedNote,
  RedRow,
  RedRun,
} from './redlined';

/** The memo with every change taken in: the later version, as it is set. */
export function accepted(redlined: Redlined): Printed {
  return new Settling('deleted', redlined).memo();
}

/**
 * The memo with every change turned down: the earlier version's text in its order. Blocks that were
 * found again under another id have the later one.
 */
export function rejected(redlined: Redlined): Printed {
  return new Settling('inserted', redlined).memo();
}

type Whole = Exclude<RedBlock | RedItem | RedRow, Gone>;

/** One of the two readings of a redline: the one without what is `out`. */
class Settling {
  private readonly moved = new Map<number, Whole>();

  constructor(
    private readonly out: Change,
    private readonly redlined: Redlined,
  ) {
    if (out === 'inserted')
      for (const section of redlined.sections) for (const each of section.blocks) this.note(each);
  }

  memo(): Printed {
    const { language, form, marking, title, fields, sections } = this.redlined;
    return {
      language,
      title: this.text(title),
      form,
      fields: this.standing(fields).map(({ name, label, value }) => ({
        name,
        label: this.text(label),
        value: this.text(value),
      })),
      sections: this.standing(sections).map(({ id, name, heading, blocks }) => ({
        id,
        name,
        heading: this.text(heading),
        blocks: this.blocks(blocks),
      })),
      marking,
    };
  }

  /** Remembers what moved, to be put back where it was. */
  private note(red: RedBlock | RedItem | RedRow): void {
    if (red.kind === 'gone') return;
    if (red.change === 'moved') this.moved.set(red.move, red);
    for (const each of insideOf(red)) this.note(each);
  }

  private standing<T extends { change: Change }>(parts: T[]): T[] {
    return parts.filter((part) => part.change !== this.out);
  }

  /** What stands at a place in this reading: what moved is here in one and there in the other. */
  private placed<T extends RedBlock | RedItem | RedRow>(parts: T[]): Exclude<T, Gone>[] {
    return parts.flatMap((part) => {
      if (part.kind === 'gone') return (this.moved.get(part.move) ?? []) as Exclude<T, Gone>;
      const away = part.change === 'moved' && this.out === 'inserted';
      return part.change === this.out || away ? [] : (part as Exclude<T, Gone>);
    });
  }

  private blocks(blocks: RedBlock[]): Block[] {
    const settled: Block[] = [];
    let open = false;
    for (const block of this.placed(blocks)) {
      const next = this.block(block);
      const last = settled.at(-1);
      // An end that is out joins the paragraph to the one before it.
      if (open && last?.kind === 'paragraph' && next.kind === 'paragraph')
        last.runs = mergeText([...last.runs, ...next.runs]);
      else settled.push(next);
      open = block.kind === 'paragraph' && block.end === this.out;
    }
    return settled;
  }

  private block(block: Exclude<RedBlock, Gone>): Block {
    const { id } = block;
    switch (block.kind) {
      case 'heading':
        return { kind: 'heading', id, text: this.text(block.pieces) };
      case 'place':
        return { kind: 'place', id, prompt: this.text(block.pieces) };
      case 'paragraph':
        return { kind: 'paragraph', id, runs: this.runs(block.runs) };
      case 'quotation':
        return { kind: 'quotation', id, blocks: this.blocks(block.blocks) };
      case 'list': {
        const ordered = this.out === 'inserted' ? block.orderedBefore : block.ordered;
        const items = this.placed(block.items).map((item) => this.blocks(item.blocks));
        return { kind: 'list', id, ordered, items };
      }
      case 'table':
        return {
          kind: 'table',
          id,
          rows: this.placed(block.rows).map((row) => this.cells(row.cells)),
        };
      case 'facts': {
        const rows = this.standing(block.rows);
        return {
          kind: 'facts',
          id,
          rows: rows.map(({ label, pieces }) => ({ label, text: this.text(pieces) })),
        };
      }
      case 'endnotes':
        return { kind: 'endnotes', id, notes: this.notes(block.notes) };
    }
  }

  private cells(cells: RedCell[]): Cell[] {
    return this.standing(cells).map(({ header, headerBefore, blocks }) => ({
      header: this.out === 'inserted' ? headerBefore : header,
      blocks: this.blocks(blocks),
    }));
  }

  private notes(notes: RedNote[]): Endnote[] {
    return this.standing(notes)
      .map(({ number, was, article, paragraph, pieces }) => ({
        number: this.out === 'inserted' ? was : number,
        article,
        paragraph,
        text: this.text(pieces),
      }))
      .sort((one, other) => one.number - other.number);
  }

  private runs(runs: RedRun[]): Run[] {
    const standing = runs.filter((run) => run.change !== this.out);
    return mergeText(standing.map((run) => this.run(run)));
  }

  private run(run: RedRun): Run {
    const earlier = this.out === 'inserted';
    switch (run.kind) {
      case 'text': {
        const { strong, emphasis } = earlier ? (run.was ?? run) : run;
        return { kind: 'text', text: run.text, strong, emphasis };
      }
      case 'quote':
        return { kind: 'quote', text: this.text(run.pieces), assessment: run.assessment };
      case 'footnote': {
        const letter = earlier ? run.was : run.letter;
        return { kind: 'footnote', letter, text: this.text(run.pieces) };
      }
      case 'citation': {
        const { kind, article, paragraph } = run;
        return { kind, note: earlier ? run.was : run.note, article, paragraph };
      }
      case 'break':
        return { kind: 'break' };
    }
  }

  private text(pieces: Piece[]): string {
    return this.standing(pieces)
      .map((piece) => piece.text)
      .join('');
  }
}

function insideOf(red: Whole): (RedBlock | RedItem | RedRow)[] {
  switch (red.kind) {
    case 'quotation':
    case 'item':
      return red.blocks;
    case 'list':
      return red.items;
    case 'table':
      return red.rows;
    case 'row':
      return red.cells.flatMap((cell) => cell.blocks);
    default:
      return [];
  }
}

/** Neighbouring text of one look as one run, as a memo has it. */
export function mergeText(runs: Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    const alike =
      last?.kind === 'text' &&
      run.kind === 'text' &&
      last.strong === run.strong &&
      last.emphasis === run.emphasis;
    if (alike) last.text += run.text;
    else merged.push({ ...run });
  }
  return merged;
}
