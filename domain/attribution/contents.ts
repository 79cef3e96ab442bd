import type { Source } from './asides';
import type { Position } from './confidence';
import type { Cue } from './cues';
import { quoteEnd, rightPart, skipAdjuncts } from './following';
import {
  auxiliaries,
  coordinators,
  determiners,
  plainVerbs,
  prepositions,
  relatives,
} from './lexicon/words';
import { isNominal } from './phrases';
import { hasWords, type Range, trimEnd } from './ranges';
import type { Token } from './tokens';

/** What a cue says, as ranges of tokens, and where they stand to it. */
export type Content = { ranges: Range[]; position: Position };

/** What bounds a cue's content: the clause's first token, and where the next cue takes over. */
export type Bounds = { low: number; high: number };

/** Chooses what the cue's content is; null where there is none. */
export function contentOf(
  tokens: Token[],
  cue: Cue,
  source: Source | null,
  bounds: Bounds,
): Content | null {
  const end = trimEnd(tokens, bounds.high);
  if (cue.kind === 'according')
    return accordingContent(tokens, cue, source, { ...bounds, high: end });
  const left = leftPart(tokens, cue, source, bounds.low);
  if (source?.inverted && !cue.passive) {
    const right = quotesAfter(tokens, source.to, end);
    if (!left) return right.length > 0 ? { ranges: right, position: 'inverted' } : null;
    return { ranges: [left, ...right], position: 'inverted' };
  }
  if (left) {
    const both = aroundCue(tokens, cue, left, end);
    if (both) return both;
  }
  const right = rightPart(tokens, cue, end);
  return right ? { ranges: [right], position: 'after' } : null;
}

/** "According to Lee, the plan …" or "The plan …, according to Lee." */
function accordingContent(
  tokens: Token[],
  cue: Cue,
  source: Source | null,
  bounds: Bounds,
): Content | null {
  if (!source) return null;
  const before = trimEnd(tokens, cue.from);
  const left = before > bounds.low ? { from: bounds.low, to: before } : null;
  const comma = /^[,:]$/.test(tokens[source.to]?.text ?? '');
  const right =
    comma && source.to + 1 < bounds.high ? { from: source.to + 1, to: bounds.high } : null;
  if (left && hasWords(tokens, left, 3)) {
    const quotes = right ? quotesAfter(tokens, source.to, bounds.high) : [];
    const splits =
      right &&
      tokens[cue.from - 1]?.text === ',' &&
      quotes.length === 0 &&
      goesOn(tokens[right.from]);
    return { ranges: splits && right ? [left, right] : [left, ...quotes], position: 'according' };
  }
  if (right) {
    const to = quoteEnd(tokens, right.from, right.to);
    return { ranges: [{ from: right.from, to }], position: 'according' };
  }
  return left ? { ranges: [left], position: 'according' } : null;
}

/** Whether a clause goes on with this word: a verb, or "and". */
function goesOn(token: Token | undefined): boolean {
  const word = token?.lower ?? '';
  return (
    auxiliaries.has(word) ||
    plainVerbs.has(word) ||
    coordinators.has(word) ||
    prepositions.has(word) ||
    /.{3}ed$/.test(word)
  );
}

/** The words before the cue and its source, where a comma or a passage parts them. */
function leftPart(tokens: Token[], cue: Cue, source: Source | null, low: number): Range | null {
  const from = source && !source.inverted ? Math.min(source.from, cue.from) : cue.from;
  const before = tokens[from - 1];
  if (!before || from - 1 < low) return null;
  const parted =
    before.text === ',' ||
    before.text === '—' ||
    before.text === '–' ||
    (before.lower === 'as' && tokens[from - 2]?.text === ',') ||
    (before.kind === 'passage' && !isNominal(before));
  if (!parted) return null;
  const to = trimEnd(tokens, from);
  return to > low ? { from: low, to: passageEnd(tokens, low, to) } : null;
}

/** "“…,” another friend, Ann Lee said": after a passage's comma a name is no part of what is said. */
function passageEnd(tokens: Token[], from: number, to: number): number {
  for (let at = to - 1; at >= from; at--) {
    const token = tokens[at] as Token;
    if (token.passage?.comma) return at + 1;
    if (
      to - at > 14 ||
      !(
        isNominal(token) ||
        determiners.has(token.lower) ||
        token.text === ',' ||
        relatives.has(token.lower) ||
        prepositions.has(token.lower)
      )
    )
      break;
  }
  return to;
}

/** The cue stands after its content, or in the midst of it; null where it opens what follows. */
function aroundCue(tokens: Token[], cue: Cue, left: Range, end: number): Content | null {
  const next = skipAdjuncts(tokens, cue.to, end);
  const quoted = tokens[left.to - 1]?.kind === 'passage' || tokens[left.to]?.kind === 'passage';
  if (next >= end) return { ranges: [left], position: 'before' };
  if (tokens[next]?.text === ',' || tokens[next]?.text === '—' || tokens[next]?.text === '–') {
    const right = { from: next + 1, to: end };
    const follow = tokens[next + 1];
    // "Speaking in Oslo, Lee said, “We …”": what opens the sentence is no part of a whole quote.
    if (follow?.kind === 'passage' && follow.capital && !quoted && hasWords(tokens, left, 2))
      return null;
    if (follow?.kind === 'passage') return { ranges: [left, right], position: 'around' };
    if (quoted) return { ranges: [left, ...quotesAfter(tokens, next, end)], position: 'before' };
    if (next !== cue.to && !hasWords(tokens, left, 4)) return null;
    if (follow?.lower.endsWith('ing') && hasWords(tokens, left, 4))
      return { ranges: [left], position: 'before' };
    return { ranges: [left, right], position: 'around' };
  }
  if (tokens[next]?.kind === 'passage') {
    // "Smith, he said “never”": without a comma the passage is the cue's own, and what is before is not.
    return quoted ? { ranges: [left, { from: next, to: end }], position: 'around' } : null;
  }
  if (tokens[next]?.text === ':')
    return quoted ? { ranges: [left, { from: next + 1, to: end }], position: 'around' } : null;
  if (quoted && tokens[next]?.lower !== 'that') return { ranges: [left], position: 'before' };
  return null;
}

/** The passages after an inverted source: `"Never," said Lee. / said Lee, "not now."` */
function quotesAfter(tokens: Token[], from: number, end: number): Range[] {
  for (let at = from; at < end; at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'passage' && !isNominal(token)) {
      const before = tokens[at - 1]?.text;
      return before === ',' || before === ':' || before === '—' ? [{ from: at, to: end }] : [];
    }
    if (token.text === ';') return [];
  }
  return [];
}
