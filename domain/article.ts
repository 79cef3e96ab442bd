import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { boilerplateRule } from './intake/boilerplate';
import { knownOutlet, outletOfDateline, readByline, readDateLine } from './intake/head';

/** The reasons why a stretch of a stored text is no numbered paragraph. */
export const leftOutReasons = [
  'title',
  'date line',
  'byline',
  'repeated',
  'boilerplate',
  'by hand',
] as const;

/** Why a stretch of a stored text is no numbered paragraph. */
export type LeftOut = (typeof leftOutReasons)[number];

/** One paragraph of an article as stored. Only those that are not left out carry a number. */
export type Paragraph = {
  id: string;
  number: number | null;
  leftOut: LeftOut | null;
  /** Where it begins in the article's text, in UTF-16 code units. */
  start: number;
  text: string;
  /** SHA-256 of the text in UTF-8, hexadecimal. */
  sha256: string;
};

/** One version of a stored source text. `id` is the version's; dates are `YYYY-MM-DD`. */
export type Article = {
  id: string;
  slug: string;
  title: string;
  outlet: string;
  byline: string | null;
  url: string | null;
  publishedOn: string;
  accessedOn: string | null;
  sha256: string;
  paragraphs: Paragraph[];
};

/** A text taken apart, before it is stored: no ids yet. Null is what the text does not say. */
export type ReadArticle = {
  title: string | null;
  outlet: string | null;
  byline: string | null;
  publishedOn: string | null;
  paragraphs: Omit<Paragraph, 'id'>[];
};

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export function hashText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text.toWellFormed())));
}

const fold = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();

/**
 * Takes a plain text apart into paragraphs at its blank lines (or at line ends where it has no
 * blank line) and numbers the body from 1. The title (known ones are recognised whatever they end
 * in), date lines, bylines, boilerplate and a paragraph that repeats an earlier one are flagged
 * and left out, never dropped.
 */
export function readArticle(text: string, known: { title?: string | null } = {}): ReadArticle {
  const pieces = splitParagraphs(text);
  const read: ReadArticle = {
    title: null,
    outlet: null,
    byline: null,
    publishedOn: null,
    paragraphs: [],
  };
  const seen = new Set<string>();
  let number = 0;
  for (const { start, text: words } of pieces) {
    const isAlone = pieces.length === 1;
    const leftOut = isAlone ? null : reasonToLeaveOut(words, { read, number, seen, known });
    if (leftOut === null && number === 0) read.outlet ??= outletOfDateline(words);
    seen.add(fold(words));
    read.paragraphs.push({
      number: leftOut ? null : ++number,
      leftOut,
      start,
      text: words,
      sha256: hashText(words),
    });
  }
  return read;
}

type Place = {
  read: ReadArticle;
  number: number;
  seen: Set<string>;
  known: { title?: string | null };
};

/** Notes in `read` what the paragraph says of the article, where it is no part of the body. */
function reasonToLeaveOut(words: string, { read, number, seen, known }: Place): LeftOut | null {
  const isHead = number === 0;
  const date = readDateLine(words);
  if (date) {
    read.publishedOn ??= date;
    return 'date line';
  }
  if (known.title && read.title === null && isHead && fold(words) === fold(known.title)) {
    read.title = words;
    return 'title';
  }
  if (seen.has(fold(words))) return 'repeated';
  if (boilerplateRule(words)) return 'boilerplate';
  const byline = readByline(words);
  if (byline && (isHead || /^by\b/i.test(words))) {
    read.byline ??= byline.byline;
    read.outlet ??= byline.outlet;
    return 'byline';
  }
  const outlet = isHead && read.title !== null ? knownOutlet(words) : null;
  if (outlet) {
    read.outlet ??= outlet;
    return 'byline';
  }
  if (isHead && read.title === null && !known.title && isTitle(words)) {
    read.title = words;
    return 'title';
  }
  return null;
}

/** Numbers the body from 1, in order, after a paragraph was left out or taken back. */
export function renumber<T extends Pick<Paragraph, 'number' | 'leftOut'>>(paragraphs: T[]): T[] {
  let number = 0;
  return paragraphs.map((paragraph) => ({
    ...paragraph,
    number: paragraph.leftOut === null ? ++number : null,
  }));
}

/** The paragraph that people cite by this number, or undefined. */
export function paragraphNumbered(article: Article, number: number): Paragraph | undefined {
  return article.paragraphs.find((p) => p.number === number);
}

function isTitle(words: string): boolean {
  return words.length <= 200 && !words.includes('\n') && !/[.!?:;”"]$/.test(words);
}

function splitParagraphs(text: string): { start: number; text: string }[] {
  const gap = /\r?\n[^\S\n]*\r?\n/.test(text) ? /(?:\r?\n[^\S\n]*){2,}/g : /\r?\n/g;
  const pieces: { start: number; text: string }[] = [];
  let from = 0;
  const take = (to: number) => {
    const raw = text.slice(from, to);
    const words = raw.trim();
    if (words) pieces.push({ start: from + raw.indexOf(words), text: words });
  };
  for (const match of text.matchAll(gap)) {
    take(match.index);
    from = match.index + match[0].length;
  }
  take(text.length);
  return pieces;
}
