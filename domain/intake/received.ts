import type { WordFile } from '../word/file';

/** The kinds of file that an article is read from. */
export const formats = ['text', 'html', 'docx', 'pdf', 'eml'] as const;
export type Format = (typeof formats)[number];

/** What was read out of a file or a page: its text, and what it says of itself. Null is unsaid. */
export type Received = {
  format: Format;
  /** Paragraphs parted by blank lines; the title stands first where it is known. */
  text: string;
  title: string | null;
  outlet: string | null;
  byline: string | null;
  /** `YYYY-MM-DD`. */
  publishedOn: string | null;
  url: string | null;
  /** A Word file read as a memo, where that was asked for. */
  word?: WordFile;
};

/** What is brought in at most. Everything past one of these is refused with a sentence. */
export const limits = {
  bytes: 10_000_000,
  unpackedBytes: 60_000_000,
  pages: 500,
  milliseconds: 20_000,
  characters: 1_000_000,
} as const;

/**
 * A text as it is stored: line ends as line feeds, paragraphs parted by one blank line at most,
 * without control characters or halves of characters. Everything else stays as received.
 */
export function tidyText(text: string): string {
  return (
    mendWindows(text)
      .toWellFormed()
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?|\u2028/g, '\n')
      .replace(/[\f\u2029]/g, '\n\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
      .replace(/[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F]/g, '')
      .replace(/[^\S\n]+$/gm, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}

const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/**
 * Gives the letters of windows-1252 for the control characters that stand in their places: some
 * decoders (that of Node 20 among them) take it for Latin-1, and then quotation marks are gone.
 */
export function mendWindows(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, (each) => windows[each.charCodeAt(0) - 0x80] ?? '');
}

/** Paragraphs as one text, the title before them unless they begin with it. */
export function composeText(title: string | null, paragraphs: string[]): string {
  const fold = (words: string) => words.replace(/\s+/g, ' ').trim().toLowerCase();
  const body = paragraphs.map((words) => words.trim()).filter((words) => words !== '');
  const head = body.slice(0, 4).some((words) => title && fold(words) === fold(title));
  return [...(title && !head ? [title.trim()] : []), ...body].join('\n\n');
}
