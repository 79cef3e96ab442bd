import {
  type HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  Tab,
  type Table,
  TextRun,
} from 'docx';
import type { Block, Endnote } from '@/domain/document/print';
import { type Setting, setRuns, withBookmark } from './runs';
import { deepestLevel, listIndent } from './styles';
import { afterTable, setFacts, setTable } from './tables';
import { toWords } from './words';

/**
 * Where a block stands: in which style, how deep in lists (-1 for none), of which level its headings
 * are (null where there can be none), and with which sign, if it opens a list's item.
 */
export type Place = {
  style?: string;
  level: number;
  heading: (typeof HeadingLevel)[keyof typeof HeadingLevel] | null;
  sign?: { reference: string; level: number; instance: number };
};

type Set = (Paragraph | Table)[];

/** Blocks of a section or a cell as Word's paragraphs and tables. What is empty is not there. */
export function setBlocks(blocks: readonly Block[], place: Place, setting: Setting): Set {
  return blocks.flatMap((block) => setBlock(block, place, setting));
}

function setBlock(block: Block, place: Place, setting: Setting): Set {
  switch (block.kind) {
    case 'heading':
      return setHeading(toWords(block.text), place);
    case 'paragraph': {
      const children = setRuns(block.runs, setting);
      const isEmpty = block.runs.every((run) => run.kind === 'break');
      const isCounted = block.number !== undefined && place.sign === undefined;
      const numbering = { reference: 'paragraphs', level: 0, instance: 0 };
      const options = { children, ...(isCounted && { numbering }) };
      return isEmpty || children.length === 0 ? [] : [paragraphIn(place, options)];
    }
    case 'place': {
      const text = `[To write: ${toWords(block.prompt)}]`;
      return [paragraphIn({ ...place, style: 'ToWrite' }, { text })];
    }
    case 'list':
      return setList(block, place, setting);
    case 'quotation': {
      const inside: Place = { level: place.level, style: 'Quote', heading: null };
      return setBlocks(block.blocks, inside, setting);
    }
    case 'facts':
      return block.rows.length === 0 ? [] : [setFacts(block.rows, setting.width), afterTable()];
    case 'table': {
      const inside: Place = { style: 'TableText', level: -1, heading: null };
      const set = (cell: readonly Block[]) => setBlocks(cell, inside, setting);
      return [setTable(block.rows, set, setting.width), afterTable()];
    }
    case 'endnotes':
      return setting.sources.real ? [] : block.notes.map((note) => setNote(note, setting));
  }
}

/** In a list, a quotation or a cell a heading is a line in bold, as on paper. */
function setHeading(text: string, place: Place): Paragraph[] {
  if (text.trim() === '') return [];
  return place.heading === null
    ? [paragraphIn(place, { children: [new TextRun({ text, bold: true })], keepNext: true })]
    : [new Paragraph({ text, heading: place.heading })];
}

/** What is in a list's item, but does not open it, stands where the item's words do. */
function paragraphIn({ style, level, sign }: Place, options: IParagraphOptions): Paragraph {
  const named = style ?? (level < 0 ? undefined : 'ListParagraph');
  return new Paragraph({
    ...options,
    ...(named && { style: named }),
    ...(sign && { numbering: sign }),
    ...(!sign && level >= 0 && { indent: { left: listIndent(level).left } }),
  });
}

function setList(
  { ordered, items }: Extract<Block, { kind: 'list' }>,
  { level: above, ...place }: Place,
  setting: Setting,
): Set {
  setting.lists += 1;
  const level = Math.min(above + 1, deepestLevel);
  const reference = ordered ? 'numbers' : 'bullets';
  const sign = { reference, level, instance: setting.lists };
  return items.flatMap((item) => setItem(item, { ...place, level, heading: null, sign }, setting));
}

/** The first line that says something has the item's sign. */
function setItem(item: readonly Block[], place: Place, setting: Setting): Set {
  const [first, ...others] = item;
  if (first === undefined) return [];
  const { sign, ...after } = place;
  if (first.kind === 'paragraph' || first.kind === 'place' || first.kind === 'heading') {
    const set = setBlock(first, place, setting);
    return set.length === 0
      ? setItem(others, place, setting)
      : [...set, ...setBlocks(others, after, setting)];
  }
  const set = setBlocks(item, after, setting);
  return set.length === 0 ? [] : [paragraphIn(place, {}), ...set];
}

/** A source in the memo's own list; the first of its number is where citations lead. */
function setNote({ number, text }: Endnote, setting: Setting): Paragraph {
  const words = [new TextRun({ children: [`${number}.`, new Tab(), toWords(text)] })];
  const isFirst = !setting.anchored.has(number);
  setting.anchored.add(number);
  return new Paragraph({
    style: 'SourceNote',
    children: isFirst ? withBookmark(number, words) : words,
  });
}
