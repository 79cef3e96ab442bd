import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { boilerplateRule } from './intake/boilerplate';
import {
  knownOutlet,
  outletOfDateline,
  readByline,
  readDateLine,
  readOutletLine,
} from './intake/head';
import { type Piece, splitPieces } from './intake/pieces';

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
 * Takes a plain text apart into paragraphs, mostly at its blank lines (`splitPieces`), and numbers
 * the body from 1. The title (known ones are recognised whatever they end
 * in), date lines, bylines, boilerplate and a paragraph that repeats an earlier one are flagged
 * and left out, never dropped.
 */
export function readArticle(text: string, known: { title?: string | null } = {}): ReadArticle {
  const pieces = splitPieces(text);
  const read: ReadArticle = {
    title: null,
    outlet: null,
    byline: null,
    publishedOn: null,
    paragraphs: [],
  };
  const seen = new Set<string>();
  let number = 0;
  for (const [index, piece] of pieces.entries()) {
    const { start, text: words } = piece;
    const isAlone = pieces.length === 1;
    const before = pieces[index - 1]?.text ?? '';
    const place = { read, isHead: number === 0 || piece.head, seen, known, before };
    const leftOut = isAlone ? null : reasonToLeaveOut(piece, place);
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
  isHead: boolean;
  seen: Set<string>;
  known: { title?: string | null };
  /** The words of the piece before. */
  before: string;
};

/** Notes in `read` what the paragraph says of the article, where it is no part of the body. */
function reasonToLeaveOut({ text: words, head }: Piece, place: Place): LeftOut | null {
  const { read, isHead, seen, known, before } = place;
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
    read.publishedOn ??= byline.publishedOn ?? null;
    return 'byline';
  }
  const outlet = isHead ? outletOf(words, read.title === null ? null : before) : null;
  if (outlet) {
    read.outlet ??= outlet;
    return 'byline';
  }
  if (isHead && read.title === null && !known.title && (head || isTitle(words))) {
    read.title = words;
    return 'title';
  }
  return null;
}

/** The outlet that a line of the head names; before the title it has to be a known one. */
function outletOf(words: string, before: string | null): string | null {
  return before === null ? knownOutlet(words) : readOutletLine(words, before);
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
