import {
  Document,
  Footer,
  Header,
  HeadingLevel,
  NumberFormat,
  Packer,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import type { By, Gone, RedBlock, RedItem, Redlined, RedRow } from '@/domain/redline/redlined';
import { accepted } from '@/domain/redline/settle';
import { plainType } from '@/domain/type';
import { type DocxOptions, readLanguage, sheetOf } from '../docx';
import { finish } from '../file';
import { footerOf, headerOf } from '../page';
import { numbering, stylesFor } from '../styles';
import { toWords } from '../words';
import { setRedBlocks } from './blocks';
import { type RedSetting, setPieces } from './runs';
import { setRedFields } from './tables';
import { type Mode, Tracking } from './tracking';

/**
 * Who signs what nobody in particular changed, and a sentence for the head of each page that says
 * what this is.
 */
export type RedlineOptions = DocxOptions & { fallback: By; note: string };

const both: Mode = { reading: 'both' };

/**
 * A redline as a Word file in which every change is one of Word's own tracked changes: accepting all
 * gives the later text, rejecting all the earlier one. Sources are a list, for Word renumbers its
 * own endnotes only once changes are settled. The same redline and options give the same bytes.
 */
export async function exportRedline(
  redlined: Redlined,
  options: RedlineOptions,
): Promise<Uint8Array> {
  const { paper = 'us-letter', type = plainType, createdAt, fallback, note } = options;
  const { page, width } = sheetOf(paper);
  const language = readLanguage(redlined.language);
  const { children, setting } = setPaired(redlined, width, fallback);
  const later = accepted(redlined);
  const document = new Document({
    styles: stylesFor(language, type),
    numbering,
    footnotes: Object.fromEntries(
      setting.footnotes.map((words, index) => [
        `${index + 1}`,
        { children: [new Paragraph({ style: 'FootnoteText', children: words })] },
      ]),
    ),
    sections: [
      {
        properties: {
          page,
          footnoteProperties: { numberFormat: { type: NumberFormat.LOWER_LETTER } },
        },
        headers: { default: new Header({ children: [...headerOf(later), noted(note)] }) },
        footers: { default: new Footer({ children: footerOf(later, width) }) },
        children,
      },
    ],
  });
  const properties = {
    title: `Redline: ${later.title}`,
    description: note,
    author: fallback.by,
    language,
    createdAt,
  };
  return finish(await Packer.toBuffer(document), properties, (xml) =>
    nameMoves(xml, setting.tracking),
  );
}

/** Sets it, and once more if a move has only one of its places: then it went and came instead. */
function setPaired(redlined: Redlined, width: number, fallback: By) {
  const moves = findMoves(redlined);
  for (;;) {
    const tracking = new Tracking(fallback);
    const met = { later: false, earlier: false };
    const setting: RedSetting = { tracking, footnotes: [], lists: 0, width, met, ...moves };
    const children = setRedline(redlined, setting);
    const single = tracking.unpaired();
    if (single.length === 0) return { children, setting };
    for (const move of single) moves.told.delete(move);
  }
}

function noted(note: string): Paragraph {
  return new Paragraph({
    style: 'Header',
    children: [new TextRun({ text: toWords(note), italics: true })],
  });
}

function setRedline(redlined: Redlined, setting: RedSetting): (Paragraph | Table)[] {
  const form = toWords(redlined.form);
  const heading = HeadingLevel.TITLE;
  return [
    ...(form.trim() === '' ? [] : [new Paragraph({ style: 'Subtitle', text: form })]),
    new Paragraph({ heading, children: setPieces(redlined.title, both, setting) }),
    ...setRedFields(redlined.fields, setting),
    ...redlined.sections.flatMap((section) => {
      const children = setPieces(section.heading, both, setting);
      const mark = setting.tracking.mark(section.change);
      const run = section.change === 'kept' ? {} : { run: mark };
      const isNamed = children.length > 0;
      const level = isNamed ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_1;
      return [
        ...(isNamed ? [new Paragraph({ heading: HeadingLevel.HEADING_1, children, ...run })] : []),
        ...setRedBlocks(section.blocks, { level: -1, heading: level }, both, setting),
      ];
    }),
    // The last paragraph of a file can neither go nor come: this one holds what is before it.
    new Paragraph({ style: 'AfterTable' }),
  ];
}

type Red = RedBlock | RedItem | RedRow;

/**
 * What moved, by its number. Word is told so of lines that moved among those of the sections; what
 * moved in or out of a list, a table or another move goes in one place and comes in the other.
 */
function findMoves({ sections }: Redlined): Pick<RedSetting, 'moved' | 'told'> {
  const moved = new Map<number, Red>();
  const note = (red: Red): void => {
    if (red.kind === 'gone') return;
    if (red.change === 'moved') moved.set(red.move, red);
    for (const each of insideOf(red)) note(each);
  };
  const top = sections.flatMap((section) => section.blocks);
  for (const block of top) note(block);
  const left = new Set(top.flatMap((block) => (block.kind === 'gone' ? block.move : [])));
  const isLine = (block: RedBlock) => block.kind === 'paragraph' || block.kind === 'heading';
  const arrived = top.flatMap((block) =>
    block.change === 'moved' && isLine(block) ? block.move : [],
  );
  return { moved, told: new Set(arrived.filter((move) => left.has(move))) };
}

function insideOf(red: Exclude<Red, Gone>): Red[] {
  if (red.kind === 'quotation' || red.kind === 'item') return red.blocks;
  if (red.kind === 'list') return red.items;
  if (red.kind === 'table') return red.rows;
  return red.kind === 'row' ? red.cells.flatMap((cell) => cell.blocks) : [];
}

/** The library knows paragraph marks that came or went, not such as moved. */
function nameMoves(xml: string, { moved }: Tracking): string {
  return xml.replace(/<w:(?:ins|del) w:id="(\d+)"([^>]*\/>)/g, (all, id, rest) => {
    const name = moved.get(Number(id));
    return name ? `<w:${name} w:id="${id}"${rest}` : all;
  });
}
