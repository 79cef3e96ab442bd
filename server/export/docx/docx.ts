import {
  Document,
  Footer,
  Header,
  HeadingLevel,
  NumberFormat,
  Packer,
  Paragraph,
  Tab,
  type Table,
  TextRun,
} from 'docx';
import type { Printed } from '@/domain/document/print';
import { shownTitle } from '@/domain/document/text';
import { plainType, type Type } from '@/domain/type';
import { setBlocks } from './blocks';
import { finish } from './file';
import { readSources } from './notes';
import { footerOf, headerOf } from './page';
import type { Setting } from './runs';
import { numbering, stylesFor } from './styles';
import { afterTable, setFields } from './tables';
import { toWords } from './words';

/** How a memo is to be made. `createdAt` is the document's date, to the second. */
export type DocxOptions = { createdAt: Date; paper?: 'us-letter' | 'a4'; type?: Type };

/** Both sizes of paper, in twips (1440 to an inch). */
const papers = {
  'us-letter': { width: 12240, height: 15840 },
  a4: { width: 11906, height: 16838 },
};
const margin = 1440;

/** A page of this paper, and how wide its text is, in twips. */
export function sheetOf(paper: keyof typeof papers) {
  const size = papers[paper];
  const page = { size, margin: { top: margin, right: margin, bottom: margin, left: margin } };
  return { page, width: size.width - 2 * margin };
}

/**
 * The memo as a Word file: headings, lists, tables, footnotes and, where they stand at its end, the
 * sources as endnotes are Word's own, so that it can be worked on. The same memo and options give
 * the same bytes. Word counts footnotes a to z and then aa, bb; the 28th is the first to differ.
 */
export async function exportDocx(printed: Printed, options: DocxOptions): Promise<Uint8Array> {
  const { paper = 'us-letter', type = plainType, createdAt } = options;
  const { page, width } = sheetOf(paper);
  const language = readLanguage(printed.language);
  const sources = readSources(printed);
  const setting: Setting = {
    sources,
    footnotes: [],
    lists: 0,
    cited: new Set(),
    anchored: new Set(),
    width,
  };
  const children = setMemo(printed, setting);
  const document = new Document({
    styles: stylesFor(language, type),
    numbering,
    footnotes: notes('FootnoteText', setting.footnotes),
    endnotes: notes('EndnoteText', sources.real ? sources.notes.map((note) => note.text) : []),
    sections: [
      {
        properties: {
          page,
          footnoteProperties: { numberFormat: { type: NumberFormat.LOWER_LETTER } },
          endnoteProperties: { numberFormat: { type: NumberFormat.DECIMAL } },
        },
        headers: { default: new Header({ children: headerOf(printed) }) },
        footers: { default: new Footer({ children: footerOf(printed, setting.width) }) },
        children,
      },
    ],
  });
  const properties = {
    title: shownTitle(printed),
    description: printed.form,
    author: printed.fields.find(({ name }) => name === 'from')?.value ?? '',
    language,
    createdAt,
  };
  return finish(await Packer.toBuffer(document), properties);
}

/** The memo from its form to its last section, in reading order. */
function setMemo(printed: Printed, setting: Setting): (Paragraph | Table)[] {
  const form = toWords(printed.form);
  const title = toWords(shownTitle(printed));
  return [
    ...(form.trim() === '' ? [] : [new Paragraph({ style: 'Subtitle', text: form })]),
    new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
    ...(printed.fields.length > 0 ? [setFields(printed.fields, setting.width), afterTable()] : []),
    ...printed.sections.flatMap((section) => {
      const text = toWords(section.heading);
      const isNamed = text.trim() !== '';
      const heading = isNamed ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_1;
      return [
        ...(isNamed ? [new Paragraph({ heading: HeadingLevel.HEADING_1, text })] : []),
        ...setBlocks(section.blocks, { level: -1, heading }, setting),
      ];
    }),
  ];
}

/** Notes by their number; Word adds the number itself, and the tab takes the words to its right. */
function notes(style: string, texts: readonly string[]): Record<string, { children: Paragraph[] }> {
  return Object.fromEntries(
    texts.map((text, index) => {
      const words = new TextRun({ children: [new Tab(), toWords(text)] });
      return [`${index + 1}`, { children: [new Paragraph({ style, children: [words] })] }];
    }),
  );
}

/** A language as Word knows it, with its region (`en` is `en-US`); what is none is read as English. */
export function readLanguage(tag: string): string {
  try {
    const { language, region } = new Intl.Locale(tag).maximize();
    return region ? `${language}-${region}` : language;
  } catch {
    return 'en-US';
  }
}
