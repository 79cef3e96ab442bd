import { abbreviations } from './lexicon/words';
import type { Block } from './paragraphs';
import type { Passage } from './passages';

/**
 * A word, figure, sign or whole quoted passage of a block, `[start, end)` in UTF-16 code units of
 * the text. `lower` is the word in lower case, with straight apostrophes; empty for a passage.
 */
export type Token = {
  kind: 'word' | 'number' | 'sign' | 'passage';
  start: number;
  end: number;
  text: string;
  lower: string;
  capital: boolean;
  passage: Passage | null;
};

const wordSign = /[\p{L}\p{N}\p{M}]/u;
const digit = /\p{N}/u;
const upper = /\p{Lu}/u;
const blank = /\s/;

/** Initials that would read as a pronoun in lower case. */
const initials = new Map([
  ['WHO', 'w.h.o.'],
  ['US', 'u.s.'],
]);

/** A single word is never longer; the rest of a longer run is cut off into further tokens. */
const longestWord = 100;

/**
 * Takes a block apart. A quoted passage is one token, the possessive ending is a token of its own,
 * a known abbreviation keeps its stop; blanks are none.
 */
export function tokenizeBlock(text: string, block: Block, passages: Passage[]): Token[] {
  const tokens: Token[] = [];
  let at = block.start;
  let next = 0;
  while (at < block.end) {
    const passage = passages[next];
    if (passage && passage.start <= at) {
      tokens.push(passageToken(text, passage));
      at = passage.end;
      next++;
    } else if (blank.test(text[at] ?? '')) {
      at++;
    } else {
      const limit = Math.min(block.end, passage?.start ?? block.end);
      const end = isWordSign(text, at) ? wordEnd(text, at, limit) : at + 1;
      addWords(tokens, text, { start: at, end });
      at = end;
    }
  }
  return tokens;
}

function passageToken(text: string, passage: Passage): Token {
  const first = /[\p{L}\p{N}]/u.exec(text.slice(passage.start, passage.start + 20));
  return {
    kind: 'passage',
    start: passage.start,
    end: passage.end,
    text: '',
    lower: '',
    capital: first !== null && !/\p{Ll}/u.test(first[0]),
    passage,
  };
}

function addWords(tokens: Token[], text: string, { start, end }: Block): void {
  const words = text.slice(start, end);
  const tail = /.['’]s$/i.test(words) ? 2 : 0;
  const push = (part: string, from: number) =>
    tokens.push({
      kind: kindOf(part),
      start: from,
      end: from + part.length,
      text: part,
      lower: initials.get(part) ?? part.toLowerCase().replaceAll('’', "'"),
      capital: upper.test(part[0] ?? ''),
      passage: null,
    });
  push(tail ? words.slice(0, -2) : words, start);
  if (tail) push(words.slice(-2), end - 2);
}

function kindOf(part: string): Token['kind'] {
  const first = part[0] ?? '';
  if (digit.test(first)) return 'number';
  if (wordSign.test(first) || part.length > 1) return 'word';
  return 'sign';
}

function isWordSign(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128)
    return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
  // Either half of a surrogate pair counts as a letter: the pair is never cut.
  return (code >= 0xd800 && code <= 0xdfff) || wordSign.test(text[at] ?? '');
}

/** A word keeps inner apostrophes, hyphens, figures' separators and the stops of initials. */
function wordEnd(text: string, start: number, limit: number): number {
  let at = start + 1;
  while (at < limit) {
    if (at - start >= longestWord && !isLowHalf(text, at)) return at;
    if (isWordSign(text, at)) {
      at++;
      continue;
    }
    const sign = text[at] ?? '';
    const more = at + 1 < limit && isWordSign(text, at + 1);
    if (more && (sign === "'" || sign === '’' || sign === '-' || sign === '‑' || sign === '&'))
      at += 2;
    else if (sign === '.' && isHyphenated(text, start, at)) at += 2;
    else if (more && (sign === '.' || sign === ',' || sign === ':') && joins(text, at)) at += 2;
    else return sign === '.' && keepsStop(text, start, at) ? at + 1 : at;
  }
  return Math.min(at, limit);
}

function joins(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  if (digit.test(before) && digit.test(after)) return true;
  // "example.org": no sentence begins with a small letter.
  if (text[at] === '.' && /\p{Ll}/u.test(after) && /\p{Ll}/u.test(before)) return true;
  const alone = at < 2 || !isWordSign(text, at - 2);
  return text[at] === '.' && (alone || text[at - 2] === '.') && !digit.test(before);
}

/** "U.S.-Pakistan" is one word. */
function isHyphenated(text: string, start: number, at: number): boolean {
  return text[at + 1] === '-' && isInitials(text, start, at) && isWordSign(text, at + 2);
}

function isLowHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

function keepsStop(text: string, start: number, at: number): boolean {
  if (isInitials(text, start, at)) return true;
  if (at - start > 8 || !upper.test(text[start] ?? '')) return false;
  // "R-Tex.": the state after the party.
  const word = text
    .slice(start, at)
    .toLowerCase()
    .replace(/^[dri]-/, '');
  return abbreviations.has(`${word}.`);
}

/** "U.S." and "J.": one letter before the stop, or letters each with its stop. */
function isInitials(text: string, start: number, at: number): boolean {
  if (at - start === 1) return upper.test(text[start] ?? '');
  return text[at - 2] === '.' && !digit.test(text[at - 1] ?? '');
}
