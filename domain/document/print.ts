/**
 * What a memo says once it is set: the one structure that the reading page, the PDF, Markdown
 * and plain text are all made from, so that they cannot say different things.
 */

/** A stretch of a line. Quotation marks are not in `text` of a quote: whoever sets it adds them. */
export type Run =
  | { kind: 'text'; text: string; strong: boolean; emphasis: boolean }
  | { kind: 'quote'; text: string; assessment: string }
  | { kind: 'citation'; note: number; article: string; paragraph: number }
  | { kind: 'footnote'; letter: string; text: string }
  | { kind: 'break' };

/**
 * One block of a section. `id` is the block's stable id in the document. A paragraph's `number` is
 * before its words, where the memo's paragraphs are numbered.
 */
export type Block =
  | { kind: 'heading'; id: string; text: string }
  | { kind: 'paragraph'; id: string; runs: Run[]; number?: number }
  | { kind: 'place'; id: string; prompt: string }
  | { kind: 'list'; id: string; ordered: boolean; items: Block[][] }
  | { kind: 'quotation'; id: string; blocks: Block[] }
  | { kind: 'table'; id: string; rows: Cell[][] }
  | { kind: 'facts'; id: string; rows: { label: string; text: string }[] }
  | { kind: 'endnotes'; id: string; notes: Endnote[] };

/** One cell of a table; `header` says that it names its row or column. */
export type Cell = { header: boolean; blocks: Block[] };

/** One numbered source, in the memo's style of endnotes. */
export type Endnote = {
  number: number;
  article: string;
  paragraph: number;
  text: string;
};

/** One section with its heading (level 2; headings among its blocks are level 3). */
export type Section = { id: string; name: string; heading: string; blocks: Block[] };

/** A memo as it is set on page or paper. `marking` is null where the memo carries none. */
export type Printed = {
  language: string;
  title: string;
  /** The line above the title: what kind of memo this is, e.g. "Policy brief". */
  form: string;
  fields: { name: string; label: string; value: string }[];
  sections: Section[];
  marking: string | null;
};
