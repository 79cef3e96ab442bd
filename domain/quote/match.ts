import { editorialItems, type Item } from './items';
import { type Token, tokenize } from './tokens';

/** A stretch of a text, `[start, end)` in UTF-16 code units. */
export type Range = { start: number; end: number };

/** How a quote that was found compares to its source (domain: quote states). */
export type FoundState = 'exact' | 'typographic' | 'marked';

/** A text made ready to be searched for quotes: its tokens, and where its paragraphs begin. */
export type Source = { text: string; tokens: Token[]; paragraphs: Token[][] };

/** Makes a text ready to be searched. Paragraphs are parted by blank lines. Linear in its length. */
export function prepareSource(text: string): Source {
  const tokens = tokenize(text);
  const paragraphs: Token[][] = [];
  let current: Token[] = [];
  let previous = 0;
  for (const token of tokens) {
    if (current.length > 0 && /\n\s*\n/.test(text.slice(previous, token.start))) {
      paragraphs.push(current);
      current = [];
    }
    current.push(token);
    previous = token.end;
  }
  if (current.length > 0) paragraphs.push(current);
  return { text, tokens, paragraphs };
}

/** Every place where the quote's characters stand unchanged and are cut at whole words. */
export function findExact(quote: string, source: Source): Range[] {
  const ranges: Range[] = [];
  if (quote.trim() === '') return ranges;
  for (let at = source.text.indexOf(quote); at >= 0; at = source.text.indexOf(quote, at + 1)) {
    const range = { start: at, end: at + quote.length };
    if (isWholeWords(range, source)) ranges.push(range);
  }
  return ranges;
}

/**
 * Every place where the quote differs in typography at most: curly or straight quotation marks,
 * dashes, white space, invisible characters, and a closing comma or full stop.
 */
export function findTypographic(quote: string, source: Source): Range[] {
  const { tokens: wanted, closed } = withoutClosing(tokenize(quote));
  const ranges: Range[] = [];
  const [first] = wanted;
  if (!first) return ranges;
  for (let from = 0; from + wanted.length <= source.tokens.length; from += 1) {
    if (source.tokens[from]?.value !== first.value) continue;
    if (!wanted.every((token, index) => source.tokens[from + index]?.value === token.value))
      continue;
    const to = from + wanted.length - 1;
    const range = rangeOf(source.tokens, from, to);
    if (isCutRight(source.tokens, from) && mayClose(source.tokens, to, closed)) ranges.push(range);
  }
  return ranges;
}

/**
 * Every place where the quote differs by its own ellipses and brackets at most. A plain ellipsis
 * stands for deleted words, a bracket for replaced or added ones; neither reaches over a
 * paragraph's end. An ellipsis or bracket of the source's own has to be kept as it is: only
 * "[…]" may stand for words around it, because nothing else would tell ours from theirs.
 */
export function findMarked(quote: string, source: Source): Range[] {
  const { tokens, closed } = withoutClosing(tokenize(quote));
  const { items, edited } = editorialItems(tokens);
  if (!edited || !items.some(isAnchor)) return [];
  return source.paragraphs.flatMap((paragraph) => matchItems(items, paragraph, closed));
}

const longestReplacement = 15;
const isAnchor = (item: Item) => item.kind === 'literal' && item.token.kind === 'word';

/** Dynamic programming from the end: `below[j]` is where items i… end if they start at token j. */
function matchItems(items: Item[], tokens: Token[], closed: boolean): Range[] {
  let below: Row = new Int32Array(tokens.length + 1).fill(-1);
  for (let j = 1; j < below.length; j += 1) if (mayClose(tokens, j - 1, closed)) below[j] = j;
  for (const item of items.toReversed()) below = rowFor(item, tokens, below);
  // Of matches with one end the last begun is the tightest: a bracket eats no more than it has to.
  const starts = new Map<number, number>();
  for (let from = 0; from < tokens.length; from += 1) {
    const end = below[from] ?? -1;
    if (end > from && isCutRight(tokens, from)) starts.set(end, from);
  }
  return [...starts].map(([end, from]) => rangeOf(tokens, from, end - 1));
}

/** For each token, where the rest ends if this item starts there; -1 where it cannot. */
type Row = Int32Array;

function rowFor(item: Item, tokens: Token[], below: Row): Row {
  const skipped = item.kind === 'gap' ? gapRow(item.bracketed, tokens, below) : below;
  const row = new Int32Array(below.length);
  for (let j = 0; j < row.length; j += 1) row[j] = endFrom(j, item, tokens, below, skipped);
  return row;
}

/** Where the rest ends if the item starts at token j. Called for every cell: it makes nothing. */
function endFrom(j: number, item: Item, tokens: Token[], below: Row, skipped: Row): number {
  const token = tokens[j];
  const next = below[j + 1] ?? -1;
  if (item.kind === 'literal') return token?.value === item.token.value ? next : -1;
  const kept = below[j + item.own.length] ?? -1;
  if (kept >= 0 && standsAt(item.own, tokens, j)) return kept;
  if (item.kind === 'partial') return token && fitsPartial(item, token) ? next : -1;
  return item.kind === 'gap' ? (skipped[j] ?? -1) : replacementEnd(tokens, j, below);
}

/** A plain ellipsis may not touch or cover a mark of the source's own: nobody could tell the two. */
function gapRow(bracketed: boolean, tokens: Token[], below: Row): Row {
  const row = new Int32Array(below.length).fill(-1);
  for (let j = below.length - 1; j >= 0; j -= 1) {
    const [previous, token] = [tokens[j - 1], tokens[j]];
    const touches = token?.kind === 'ellipsis' || previous?.kind === 'ellipsis';
    const end = below[j] ?? -1;
    if (!bracketed && (touches || (end < 0 && token && isOwnMark(token)))) continue;
    row[j] = end >= 0 ? end : (row[j + 1] ?? -1);
  }
  return row;
}

function replacementEnd(tokens: Token[], j: number, below: Row): number {
  for (let n = 0; n <= longestReplacement; n += 1) {
    const end = below[j + n] ?? -1;
    if (end >= 0) return end;
    const next = tokens[j + n];
    if (!next || isOwnMark(next)) return -1;
  }
  return -1;
}

function standsAt(own: Token[], tokens: Token[], j: number): boolean {
  return own.every((token, index) => tokens[j + index]?.value === token.value);
}

function fitsPartial(item: Item & { kind: 'partial' }, token: Token): boolean {
  if (token.kind !== 'word') return false;
  const { value } = token;
  const cut = value.length - item.rest.length;
  if (item.side === 'end')
    return value.endsWith(item.rest) && !negatingStart.test(value.slice(0, cut));
  return value.startsWith(item.rest) && !negatingEnd.test(value.slice(item.rest.length));
}

/** What a bracket may not take off a word: "[h]appy" out of "unhappy" says the opposite. */
const negatingStart = /^(un|im|in|il|ir|non|dis|mis|anti|never|no)./i;
const negatingEnd = /n't|not|less/i;

const isOwnMark = (token: Token) =>
  token.kind === 'ellipsis' || token.kind === 'open' || token.kind === 'close';

/** A quote's one closing comma or full stop is the house's, not the source's. */
function withoutClosing(tokens: Token[]): { tokens: Token[]; closed: boolean } {
  const last = tokens.at(-1);
  const closed = tokens.length > 1 && (last?.value === ',' || last?.value === '.');
  return { tokens: closed ? tokens.slice(0, -1) : tokens, closed };
}

/** A closing comma or full stop may be added, but not in place of the source's "?" or "!". */
function mayClose(tokens: Token[], last: number, closed: boolean): boolean {
  const next = tokens[last + 1]?.value;
  return !(closed && (next === '?' || next === '!'));
}

const negating = /^(non|anti|un|ex|pseudo|quasi|semi|counter|dis|mis|in)$/i;

/** "nuclear" may not be cut out of "non-nuclear", nor "5" out of "-5" or "$5". */
function isCutRight(tokens: Token[], from: number): boolean {
  const [prefix, before, word] = [tokens[from - 2], tokens[from - 1], tokens[from]];
  if (!before || !word || before.end !== word.start) return true;
  const isNumber = /^\p{N}/u.test(word.value);
  if (isNumber && /^\p{Sc}$/u.test(before.value)) return false;
  if (before.kind !== 'dash') return true;
  if (prefix?.end !== before.start) return !isNumber;
  return !negating.test(prefix.value);
}

function isWholeWords(range: Range, source: Source): boolean {
  const from = firstEndingAfter(source.tokens, range.start);
  const to = firstEndingAfter(source.tokens, range.end);
  const [first, last] = [source.tokens[from], source.tokens[to]];
  if (first && first.kind === 'word' && first.start < range.start) return false;
  if (last && last.kind === 'word' && last.start < range.end) return false;
  return first === undefined || isCutRight(source.tokens, from);
}

/** Binary search: the index of the first token that ends after the offset. */
function firstEndingAfter(tokens: Token[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function rangeOf(tokens: Token[], from: number, to: number): Range {
  return { start: (tokens[from] as Token).start, end: (tokens[to] as Token).end };
}
