import { shortTitle, shownTitle } from '@/domain/document/text';
import type {
  Gone,
  Piece,
  RedBlock,
  RedItem,
  Redlined,
  RedRow,
  RedRun,
} from '@/domain/redline/redlined';
import { accepted } from '@/domain/redline/settle';
import { plainType, type Type } from '@/domain/type';
import {
  bindEnd,
  type Content,
  type Marked,
  readLanguage,
  type SetBlock,
  type SetRun,
  toWords,
  type Words,
} from './content';
import { familiesOf } from './coverage';

/** What stands above a redline: which versions it is of, and who made the changes. */
export type RedlineHead = { paper: string; type?: Type; note: string; authors: string[] };

/** Lists and quotations nested deeper than this are set at this depth. */
const deepest = 6;

/**
 * What memo.typ needs to set a redline, as `toContent` has it for a memo: the same page, with what
 * came, went or looks otherwise marked, and beside each paragraph who changed it. What moved is set
 * where it is now; its old place has a remark.
 */
export function toRedContent(
  redlined: Redlined,
  { paper, type = plainType, note, authors }: RedlineHead,
): Content {
  const later = accepted(redlined);
  const name = `${note}: ${shownTitle(later)}`;
  const anchored = new Set<number>();
  return {
    name,
    description: note,
    ...readLanguage(redlined.language),
    paper,
    families: familiesOf(type.face),
    body: type.body,
    head: type.head,
    draft: false,
    lines: false,
    measured: false,
    title: setPieces(redlined.title, shownTitle(later)),
    running: shortTitle(name),
    form: toWords(redlined.form),
    fields: redlined.fields.map(({ label, value }) => ({
      label: setPieces(label),
      value: setPieces(value),
    })),
    sections: redlined.sections.map((section) => {
      const isNamed = section.heading.some((piece) => piece.text.trim() !== '');
      const place: Place = { level: isNamed ? 3 : 2, depth: 0, anchored };
      const blocks = section.blocks.flatMap((block) => setBlock(block, place));
      return isNamed ? [heading(section.heading, 2), ...blocks] : blocks;
    }),
    marking: redlined.marking === null ? null : toWords(redlined.marking),
    attachments: [],
    redline: { note: toWords(note), authors: toWords(nameAuthors(authors)) },
  };
}

function nameAuthors(authors: string[]): string {
  if (authors.length === 0) return 'Nothing was written between them.';
  return `Changes by ${new Intl.ListFormat('en', { type: 'conjunction' }).format(authors)}.`;
}

/** `level` is of the headings here; `depth` counts the lists and quotations around. */
type Place = { level: number; depth: number; anchored: Set<number> };

type Red = RedBlock | RedItem | RedRow;

function setPieces(pieces: readonly Piece[], otherwise = ''): Words {
  if (pieces.length === 0) return toWords(otherwise);
  return pieces.map(({ change, text }) => ({ change, text: toWords(text) }));
}

function heading(pieces: readonly Piece[], level: number): SetBlock {
  const bound = pieces.map((piece, index) =>
    index === pieces.length - 1 ? { ...piece, text: bindEnd(piece.text) } : piece,
  );
  return { kind: 'heading', text: setPieces(bound), level, push: false };
}

/** A remark in the old place of what moved; in its new one, where it came from. */
function remark(text: string): SetBlock {
  return { kind: 'remark', text: toWords(text) };
}

function goneFrom({ section, opening }: Gone): SetBlock {
  const where = section === null ? 'within this section' : `to “${section}”`;
  return remark(`Moved ${where}: ${opening}`);
}

function cameFrom(red: Exclude<Red, Gone>): SetBlock[] {
  if (red.change !== 'moved') return [];
  return [
    remark(`Moved here ${red.section === null ? 'within this section' : `from “${red.section}”`}`),
  ];
}

function setBlock(block: RedBlock, place: Place): SetBlock[] {
  if (block.kind === 'gone') return [goneFrom(block)];
  const set = setContent(block, place);
  return set.length === 0 ? [] : [...cameFrom(block), ...set];
}

function setContent(block: Exclude<RedBlock, Gone>, place: Place): SetBlock[] {
  switch (block.kind) {
    case 'heading':
      return setHeading(block.pieces, place);
    case 'paragraph':
      return setParagraph(block);
    case 'place': {
      const change = block.change === 'moved' ? 'kept' : block.change;
      return [{ kind: 'place', prompt: setPieces(block.pieces), change }];
    }
    case 'quotation':
    case 'list':
      return setContainer(block, place);
    case 'table':
      return setTable(block.rows, place);
    case 'facts': {
      const rows = block.rows.map(({ change, label, pieces }) => ({
        label: [{ change, text: toWords(label) }],
        text: setPieces(pieces),
      }));
      return rows.length === 0 ? [] : [{ kind: 'facts', rows }];
    }
    case 'endnotes': {
      const notes = block.notes.map(({ change, number, was, pieces }) => {
        const isFirst = change !== 'deleted' && !place.anchored.has(number);
        if (isFirst) place.anchored.add(number);
        const text = setPieces(pieces);
        return { number: change === 'deleted' ? was : number, text, anchored: isFirst };
      });
      return notes.length === 0 ? [] : [{ kind: 'endnotes', notes }];
    }
  }
}

/** A heading cannot be pushed to a new page from inside a list: there it is a bold line. */
function setHeading(pieces: readonly Piece[], place: Place): SetBlock[] {
  if (pieces.every((piece) => piece.text.trim() === '')) return [];
  if (place.depth === 0) return [heading(pieces, place.level)];
  const text = setPieces(pieces);
  return [{ kind: 'paragraph', runs: [{ kind: 'text', text, strong: true, emphasis: false }] }];
}

function setParagraph({ runs, end, endBy }: Extract<RedBlock, { kind: 'paragraph' }>): SetBlock[] {
  const set = runs.flatMap((run, index) => setRun(run, runs[index - 1]));
  if (set.every((run) => run.kind === 'break') && end === 'kept') return [];
  const sign: SetRun = { kind: 'text', text: '¶', strong: false, emphasis: false, change: end };
  const inside = runs.flatMap((run) => ('pieces' in run ? run.pieces : []));
  const names = [...runs, ...inside].map((part) => part.by?.by);
  const by = [...new Set([...names, endBy?.by])].filter((name) => name !== undefined);
  return [
    {
      kind: 'paragraph',
      runs: end === 'kept' ? set : [...set, sign],
      ...(by.length > 0 && { by: toWords(by.join(', ')) }),
    },
  ];
}

function setRun(run: RedRun, before: RedRun | undefined): SetRun[] {
  const { change } = run;
  // Two that meet would be read as one.
  const comma = before?.kind === 'citation' || before?.kind === 'footnote';
  switch (run.kind) {
    case 'text': {
      const { strong, emphasis } = run;
      return run.text === ''
        ? []
        : [{ kind: 'text', text: toWords(run.text), strong, emphasis, change }];
    }
    case 'break':
      return [{ kind: 'break' }];
    case 'quote':
      return [{ kind: 'quote', text: within(run.pieces, change), change }];
    case 'footnote': {
      const letter = change === 'deleted' ? run.was : run.letter;
      return [{ kind: 'footnote', letter, text: setPieces(run.pieces), comma, change }];
    }
    case 'citation': {
      const note = change === 'deleted' ? run.was : run.note;
      return [{ kind: 'citation', note, linked: false, comma, change }];
    }
  }
}

/** What goes or comes whole is marked once, around all of it. */
function within(pieces: readonly Piece[], change: Marked['change']): Words {
  return change === 'kept'
    ? setPieces(pieces)
    : toWords(pieces.map((piece) => piece.text).join(''));
}

type Container = Extract<Exclude<RedBlock, Gone>, { kind: 'list' | 'quotation' }>;

function setContainer(block: Container, place: Place): SetBlock[] {
  const inner = { ...place, depth: place.depth + 1 };
  const inside = (blocks: RedBlock[]) => blocks.flatMap((each) => setBlock(each, inner));
  if (block.kind === 'quotation') {
    const blocks = inside(block.blocks);
    if (inner.depth > deepest) return blocks;
    return blocks.length === 0 ? [] : [{ kind: 'quotation', blocks }];
  }
  const { ordered, orderedBefore } = block;
  const items = block.items
    .map((item) =>
      item.kind === 'gone' ? [goneFrom(item)] : [...cameFrom(item), ...inside(item.blocks)],
    )
    .filter((item) => item.length > 0);
  if (items.length === 0) return [];
  if (inner.depth > deepest) return items.flat();
  const sign = ordered ? 'Numbered now; it had bullets' : 'Bullets now; it was numbered';
  const list: SetBlock = { kind: 'list', ordered, items };
  return ordered === orderedBefore ? [list] : [remark(sign), list];
}

/** Cells that came and went stand side by side; a shorter row is filled up. */
function setTable(rows: RedRow[], place: Place): SetBlock[] {
  const inner = { ...place, depth: place.depth + 1 };
  const set = rows.map((row) => {
    if (row.kind === 'gone') return [{ header: false, blocks: [goneFrom(row)] }];
    return row.cells.map((cell, index) => ({
      header: cell.header,
      blocks: [
        ...(index === 0 ? cameFrom(row) : []),
        ...cell.blocks.flatMap((block) => setBlock(block, inner)).map(withoutNames),
      ],
    }));
  });
  const columns = Math.max(1, ...set.map((row) => row.length));
  const filler = { header: false, blocks: [] };
  const filled = set.map((row) => Array.from({ length: columns }, (_, at) => row[at] ?? filler));
  return filled.length === 0 ? [] : [{ kind: 'table', columns, rows: filled }];
}

/** A cell has no margin to name anybody in. */
function withoutNames(block: SetBlock): SetBlock {
  if (block.kind !== 'paragraph') return block;
  return { kind: 'paragraph', runs: block.runs };
}
