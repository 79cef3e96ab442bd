import type { Cue } from './cues';
import { determiners, relatives } from './lexicon/words';
import { isNominal, opensClause, type Phrase, phraseBefore } from './phrases';
import type { Range } from './ranges';
import type { Token } from './tokens';

/**
 * Where a cue's source stands. `inverted`: after the verb. `asides` are what stands beside it
 * between commas ("Ann Lee, an analyst, said"), token indexes `[from, to)`.
 */
export type Source = {
  phrase: Phrase;
  inverted: boolean;
  aside: { from: number; to: number } | null;
  /** Where the whole source begins and ends, its aside included. */
  from: number;
  to: number;
};

/** Whether the comma at `at` closes an aside after a noun phrase, rather than a whole clause. */
export function isAsideClosed(tokens: Token[], at: number): boolean {
  return asideEndingAt(tokens, at, 0) !== null;
}

/** The source whose description ends right before the cue ("Ann Lee, an analyst, said"). */
export function asideBefore(tokens: Token[], cue: Cue, low: number): Source | null {
  const comma = cue.from - 1;
  if (tokens[comma]?.passage?.comma) return relativeBefore(tokens, comma, low);
  const sign = tokens[comma]?.text;
  if (sign !== ',' && sign !== ')' && sign !== '—' && sign !== '–' && sign !== '-') return null;
  return asideEndingAt(tokens, comma, low);
}

/** "Ann Lee, who called it “a joke,” said": the passage's comma closes the relative clause. */
function relativeBefore(tokens: Token[], close: number, low: number): Source | null {
  for (let at = close - 1; at > low && close - at < 14; at--) {
    if (tokens[at]?.kind === 'sign' && tokens[at]?.text !== ',') return null;
    if (tokens[at]?.lower !== 'who' || tokens[at - 1]?.text !== ',') continue;
    const phrase = phraseBefore(tokens, at - 1, low);
    if (!phrase) return null;
    return {
      phrase,
      inverted: false,
      aside: { from: at, to: close + 1 },
      from: phrase.from,
      to: close + 1,
    };
  }
  return null;
}

const reach = 45;

/**
 * The source whose aside ends at the comma `close`: of the commas before it, the furthest that
 * follows a noun phrase at the beginning of a clause.
 */
function asideEndingAt(tokens: Token[], close: number, low: number): Source | null {
  const opener = tokens[close]?.text === ')' ? '(' : tokens[close]?.text;
  let found: Source | null = null;
  for (let at = close - 1; at > low && close - at < reach; at--) {
    const token = tokens[at] as Token;
    if (token.kind === 'passage' && !isNominal(token)) break;
    if (token.text === ';' || token.text === ':') break;
    if (token.text !== opener) continue;
    if (opener === ',' && !beginsAside(tokens, at + 1, close)) continue;
    const phrase = phraseBefore(tokens, at, low);
    if (!phrase || !opensClause(tokens, phrase.from, low)) continue;
    if (tokens[phrase.to - 1]?.kind === 'number') continue;
    if (found && !tokens[phrase.to - 1]?.capital) break;
    found = {
      phrase,
      inverted: false,
      aside: { from: at + 1, to: close },
      from: phrase.from,
      to: close,
    };
    if (opener !== ',') break;
  }
  return found;
}

/** What follows the comma describes a noun: "an analyst at", "who", "54", "of Denver", "the mayor". */
function beginsAside(tokens: Token[], from: number, close: number): boolean {
  const first = tokens[from];
  if (!first || from >= close) return false;
  if (first.kind === 'number' || relatives.has(first.lower) || determiners.has(first.lower))
    return true;
  if (first.kind !== 'word') return false;
  if (
    /^(?:of|from|in|at|with|on|through|via|during|speaking|citing|like|for|by|after|when|while|himself|herself|now|then|formerly|also|one|though|however|too|meanwhile|R-\p{L}+\.?|D-\p{L}+\.?|jr\.?|sr\.?|himself)$/iu.test(
      first.lower,
    )
  )
    return true;
  return isNominal(first);
}

/** The description after an inverted source: from its comma to the next comma or the end. */
export function asideAfter(tokens: Token[], from: number): { from: number; to: number } | null {
  const first = tokens[from];
  const next = tokens[from + 1];
  if (first?.text !== ',' || !next || next.kind === 'passage' || next.kind === 'sign') return null;
  if (
    next.lower.endsWith('ing') ||
    /^(?:but|and|while|as|when|after|before|that)$/.test(next.lower)
  )
    return null;
  let to = from + 1;
  while (to < tokens.length && to - from < reach) {
    const token = tokens[to] as Token;
    if (token.kind === 'passage' && !isNominal(token)) break;
    if (/^[.;:?!]$/.test(token.text)) break;
    if (token.text === ',' && endsAside(tokens, to)) break;
    to++;
  }
  return to > from + 1 ? { from: from + 1, to } : null;
}

function endsAside(tokens: Token[], comma: number): boolean {
  const next = tokens[comma + 1];
  if (!next) return true;
  return (
    next.kind === 'passage' ||
    next.lower.endsWith('ing') ||
    /^(?:but|while|as|when|after|who)$/.test(next.lower)
  );
}

/** ", a lawyer," after a name. */
export function closedAside(tokens: Token[], from: number): Range | null {
  const first = tokens[from + 1];
  if (tokens[from]?.text !== ',' || !first) return null;
  if (first.kind !== 'number' && !/^(?:an?|who|which)$/.test(first.lower)) return null;
  for (let at = from + 2; at < tokens.length && at - from < reach; at++)
    if (tokens[at]?.text === ',') return { from: from + 1, to: at };
  return null;
}
