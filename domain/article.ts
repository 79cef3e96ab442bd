import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { parseDate } from './date';

/** Why a stretch of a stored text is no numbered paragraph. */
export type LeftOut = 'title' | 'date line' | 'repeated';

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

/** A text taken apart, before it is stored: no ids yet. */
export type ReadArticle = {
  title: string | null;
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
 * blank line) and numbers the body from 1. The title, a line that is only a date, and a paragraph
 * that repeats an earlier one are flagged and left out, never dropped.
 */
export function readArticle(text: string): ReadArticle {
  const pieces = splitParagraphs(text);
  const seen = new Set<string>();
  let number = 0;
  let publishedOn: string | null = null;
  const paragraphs = pieces.map(({ start, text: words }, index) => {
    const date = parseDate(words);
    let leftOut: LeftOut | null = null;
    if (index === 0 && pieces.length > 1 && isTitle(words)) leftOut = 'title';
    else if (date) leftOut = 'date line';
    else if (seen.has(fold(words))) leftOut = 'repeated';
    if (date && !publishedOn) publishedOn = date;
    seen.add(fold(words));
    return {
      number: leftOut ? null : ++number,
      leftOut,
      start,
      text: words,
      sha256: hashText(words),
    };
  });
  const title = paragraphs.find((p) => p.leftOut === 'title')?.text ?? null;
  return { title, publishedOn, paragraphs };
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
