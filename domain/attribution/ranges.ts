import { coordinators, subordinators } from './lexicon/words';
import type { Token } from './tokens';

/** Token indexes `[from, to)`. */
export type Range = { from: number; to: number };

/** Leaves off signs and joining words at the end. */
export function trimEnd(tokens: Token[], to: number): number {
  let end = to;
  while (end > 0) {
    const token = tokens[end - 1] as Token;
    const loose = token.kind === 'sign' && /^[.,;:?!…—–-]$/.test(token.text);
    if (
      !loose &&
      !(
        token.kind === 'word' &&
        (coordinators.has(token.lower) ||
          token.lower === 'while' ||
          (token.lower === 'as' && subordinators.has('as')))
      )
    )
      break;
    end--;
  }
  return end;
}

/** Whether the range has at least so many words; a passage counts as many. */
export function hasWords(tokens: Token[], range: Range, least: number): boolean {
  let count = 0;
  for (let at = range.from; at < range.to && count < least; at++) {
    const kind = tokens[at]?.kind;
    if (kind === 'passage') return true;
    if (kind === 'word' || kind === 'number') count++;
  }
  return count >= least;
}
