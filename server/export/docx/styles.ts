import {
  AlignmentType,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LevelSuffix,
} from 'docx';
import { type Face, faces, type Type } from '@/domain/type';

/** Colors of the page, as the PDF has them: of words, of what is set beside them, and of marks. */
export const ink = '1F1F1F';
export const quiet = '5C5C5C';
export const accent = '7A2E1F';
const rule = 'ADADAD';

/** Fine lines, in eighths of a point: between rows, and the heavier one under a table's head. */
export const hairline = { style: 'single', size: 4, color: rule } as const;
export const headline = { style: 'single', size: 8, color: ink } as const;

/** What every word is in until a style says otherwise. Word and its peers have the typeface. */
function typefaceOf(face: Face) {
  const name = faces.find(({ id }) => id === face)?.office ?? faces[0].office;
  return { ascii: name, hAnsi: name, cs: name };
}

/** The built-in styles are Word's own by name, so that its navigation and its gallery know them. */
const heading = { basedOn: 'Normal', next: 'Normal', quickFormat: true } as const;

/**
 * The styles of a memo in Word. All rest on Normal, so that an office which changes Normal changes
 * them all; nothing in the document is formatted by hand but what its writer set bold or italic.
 */
export function stylesFor(language: string, { face, body: points, head }: Type): IStylesOptions {
  // In half points, those of a body of 11 points.
  const at = (size: number) => Math.round((size * points) / 11);
  const noteText = noteTextOf(at(19));
  return {
    default: {
      document: {
        run: { font: typefaceOf(face), size: at(22), color: ink, language: { value: language } },
      },
      title: {
        ...heading,
        run: { size: at(48), bold: true },
        paragraph: {
          spacing: { before: 60, after: 240, line: 240, lineRule: 'auto' },
          keepNext: true,
          keepLines: true,
        },
      },
      heading1: headingOf(at(28), false, { before: 360, after: 120 }, 0),
      heading2: headingOf(at(23), true, { before: 260, after: 100 }, 1),
      heading3: headingOf(at(22), true, { before: 220, after: 80 }, 2),
      listParagraph: {
        ...heading,
        next: 'ListParagraph',
        paragraph: { spacing: { after: 90 } },
      },
      footnoteText: noteText,
      footnoteTextChar: { run: noteText.run },
      endnoteText: noteText,
      endnoteTextChar: { run: noteText.run },
      footnoteReference: { run: { superScript: true, color: accent } },
      endnoteReference: { run: { superScript: true, color: accent } },
    },
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true, paragraph: body },
      {
        id: 'Subtitle',
        name: 'Subtitle',
        ...heading,
        run: { size: at(24), bold: true, smallCaps: true, color: accent, characterSpacing: 18 },
        paragraph: { spacing: { after: 0 }, keepNext: true },
      },
      {
        id: 'Quote',
        name: 'Quote',
        ...heading,
        next: 'Quote',
        paragraph: { indent: { left: 480, right: 480 } },
      },
      {
        id: 'ToWrite',
        name: 'To Write',
        ...heading,
        run: { italics: true, color: accent },
      },
      { id: 'TableText', name: 'Table Text', ...heading, run: { size: at(19) }, paragraph: cell },
      {
        id: 'TableLabel',
        name: 'Table Label',
        ...heading,
        basedOn: 'TableText',
        run: { color: quiet },
      },
      {
        id: 'HeadText',
        name: 'Head Text',
        ...heading,
        basedOn: 'TableText',
        run: { size: head * 2 },
      },
      {
        id: 'HeadLabel',
        name: 'Head Label',
        ...heading,
        basedOn: 'HeadText',
        run: { color: quiet },
      },
      {
        id: 'Marking',
        name: 'Marking',
        basedOn: 'Header',
        run: { bold: true, color: ink },
        paragraph: { alignment: AlignmentType.CENTER },
      },
      {
        id: 'AfterTable',
        name: 'After Table',
        basedOn: 'Normal',
        next: 'Normal',
        run: { size: 8 },
        paragraph: { spacing: { after: 0, line: 200, lineRule: 'exact' } },
      },
      {
        id: 'SourceNote',
        name: 'Source Note',
        basedOn: 'Normal',
        run: noteText.run,
        paragraph: noteText.paragraph,
      },
      {
        id: 'Header',
        name: 'header',
        basedOn: 'Normal',
        run: { size: Math.round(head * 1.8) },
        paragraph: { spacing: { after: 0, line: 240, lineRule: 'auto' } },
      },
      {
        id: 'Footer',
        name: 'footer',
        basedOn: 'Normal',
        run: { size: Math.round(head * 1.7), color: quiet },
        paragraph: { spacing: { after: 0, line: 240, lineRule: 'auto' } },
      },
    ],
    characterStyles: [
      { id: 'VerbatimQuote', name: 'Verbatim Quote', basedOn: 'DefaultParagraphFont' },
    ],
  };
}

const body = { spacing: { after: 150, line: 283, lineRule: 'auto' }, widowControl: true } as const;
const cell = { spacing: { before: 50, after: 50, line: 252, lineRule: 'auto' } } as const;

function noteTextOf(size: number) {
  const paragraph = {
    spacing: { after: 80, line: 252, lineRule: 'auto' },
    indent: { left: 340, hanging: 340 },
  } as const;
  return { basedOn: 'Normal', run: { size }, paragraph };
}

function headingOf(
  size: number,
  italics: boolean,
  spacing: { before: number; after: number },
  outlineLevel: number,
) {
  const paragraph = {
    spacing: { ...spacing, line: 252, lineRule: 'auto' },
    keepNext: true,
    keepLines: true,
  } as const;
  return {
    ...heading,
    run: { size, bold: true, italics },
    paragraph: { ...paragraph, outlineLevel },
  };
}

/** Word knows nine levels of a list; what is nested deeper stands at the ninth. */
export const deepestLevel = 8;

/** How far a list's words stand from the margin at a level, and its sign before them: in twips. */
export function listIndent(level: number): { left: number; hanging: number } {
  return { left: 400 * (level + 1), hanging: 300 };
}

/**
 * The two kinds of lists, of which each ordered one is a use of its own and counts from one; and the
 * numbers of a memo's paragraphs, which count on through all sections.
 */
export const numbering: INumberingOptions = {
  config: [
    { reference: 'bullets', levels: levelsOf(LevelFormat.BULLET, (n) => (n % 2 ? '–' : '•')) },
    { reference: 'numbers', levels: levelsOf(LevelFormat.DECIMAL, (n) => `%${n + 1}.`) },
    {
      reference: 'paragraphs',
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1.',
          alignment: AlignmentType.LEFT,
          suffix: LevelSuffix.SPACE,
          style: { paragraph: { indent: { left: 0, firstLine: 0 } }, run: { color: quiet } },
        },
      ],
    },
  ],
};

function levelsOf(
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  sign: (level: number) => string,
) {
  return Array.from({ length: deepestLevel + 1 }, (_, level) => ({
    level,
    format,
    text: sign(level),
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: listIndent(level) }, run: { color: quiet } },
  }));
}
