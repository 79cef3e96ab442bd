import { z } from 'zod';

/** The standards that a PDF can be written to, and what each is for. */
export const standards = [
  { id: 'a-3a', label: 'PDF/A-3a', use: 'to keep for years' },
  { id: 'ua-1', label: 'PDF/UA-1', use: 'where the law asks for accessible files' },
  { id: '1.7', label: 'PDF 1.7', use: 'for programs that know nothing newer' },
] as const;

/** The sizes of paper. */
export const papers = [
  { id: 'us-letter', label: 'US Letter' },
  { id: 'a4', label: 'A4' },
] as const;

/** The id of a standard of PDF. */
export type Standard = (typeof standards)[number]['id'];

/** The id of a size of paper. */
export type Paper = (typeof papers)[number]['id'];

/** How a memo is to be printed. What is left out is as `plainSheet` has it. */
export type Sheet = {
  paper: Paper;
  standard: Standard;
  /** Numbers of lines in the margin, for those who comment. */
  lines: boolean;
  /** “DRAFT” across each page. */
  draft: boolean;
  /** At the end, each cited paragraph word for word, with the quotes that rest on it. */
  proof: boolean;
};

/** The sheet of the plain button: PDF/A-3a on US Letter, with nothing added. */
export const plainSheet: Sheet = {
  paper: 'us-letter',
  standard: 'a-3a',
  lines: false,
  draft: false,
  proof: false,
};

/** What can be added to a sheet, in the order in which it is offered. */
export const additions = [
  { id: 'lines', label: 'Line numbers', use: 'for comments by line' },
  { id: 'draft', label: 'Draft mark', use: '“DRAFT” across each page' },
  { id: 'proof', label: 'Proof of quotes', use: 'the cited paragraphs, at the end' },
] as const;

const ids = <Id extends string>(list: readonly { id: Id }[]) =>
  list.map(({ id }) => id) as [Id, ...Id[]];

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');

/** The ids of the sizes of paper. */
export const paperIds = ids(papers);

/** The ids of the standards. */
export const standardIds = ids(standards);

/** A sheet as an address asks for it: `paper=a4&standard=ua-1&lines=1`; no paper is the template's. */
export const sheetFields = {
  paper: z.enum(paperIds).optional(),
  standard: z.enum(standardIds).default(plainSheet.standard),
  lines: flag,
  draft: flag,
  proof: flag,
};
