import type { Token } from './tokens';

/**
 * A quote as a writer marks it: words to be found as they are; a gap for deleted words; a bracket
 * that replaces or adds words; and a word of which a bracket replaced one end ("[T]he"). Each but
 * the first may as well be the source's own mark: `own` holds its tokens as they stand.
 */
export type Item =
  | { kind: 'literal'; token: Token }
  | { kind: 'gap'; bracketed: boolean; own: Token[] }
  | { kind: 'bracket'; own: Token[] }
  | { kind: 'partial'; rest: string; side: 'start' | 'end'; own: Token[] };

/**
 * Reads a quote's tokens as items, and whether it carries any mark of editing at all. A bracket
 * without a partner stays literal; an ellipsis at either end deletes nothing and is dropped.
 */
export function editorialItems(tokens: Token[]): { items: Item[]; edited: boolean } {
  const items: Item[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at] as Token;
    const close = token.kind === 'open' ? closing(tokens, at) : -1;
    if (close >= 0) at += pushBracket(items, tokens, at, close);
    else {
      const gap = token.kind === 'ellipsis';
      items.push(
        gap ? { kind: 'gap', bracketed: false, own: [token] } : { kind: 'literal', token },
      );
      at += 1;
    }
  }
  return { items: trimGaps(items), edited: items.some((item) => item.kind !== 'literal') };
}

function closing(tokens: Token[], open: number): number {
  for (let at = open + 1; at < tokens.length; at += 1) {
    if (tokens[at]?.kind === 'open') return -1;
    if (tokens[at]?.kind === 'close') return at;
  }
  return -1;
}

/** Adds what the bracket stands for and returns how many tokens from `open` on it took. */
function pushBracket(items: Item[], tokens: Token[], open: number, close: number): number {
  const own = tokens.slice(open, close + 1);
  // An empty bracket tells the reader nothing of what was there: it marks no change.
  if (own.length === 2) {
    items.push(...own.map((token) => ({ kind: 'literal' as const, token })));
    return own.length;
  }
  if (own.length === 3 && own[1]?.kind === 'ellipsis') {
    items.push({ kind: 'gap', bracketed: true, own });
    return own.length;
  }
  const next = tokens[close + 1];
  if (next?.kind === 'word' && next.start === tokens[close]?.end) {
    items.push({ kind: 'partial', rest: next.value, side: 'end', own: [...own, next] });
    return own.length + 1;
  }
  const before = items.at(-1);
  const glued = before?.kind === 'literal' && before.token.end === tokens[open]?.start;
  if (glued && before.token.kind === 'word') {
    const { token } = before;
    items[items.length - 1] = {
      kind: 'partial',
      rest: token.value,
      side: 'start',
      own: [token, ...own],
    };
  } else items.push({ kind: 'bracket', own });
  return own.length;
}

function trimGaps(items: Item[]): Item[] {
  const from = items.findIndex((item) => item.kind !== 'gap');
  const to = items.findLastIndex((item) => item.kind !== 'gap');
  return from < 0 ? [] : items.slice(from, to + 1);
}
