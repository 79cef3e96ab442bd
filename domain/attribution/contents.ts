import type { Position } from './confidence';
import type { Cue } from './cues';
import {
  adverbs,
  auxiliaries,
  coordinators,
  prepositions,
  subjectPronouns,
  subordinators,
  timeWords,
} from './lexicon/words';
import { isNominal, phraseAfter } from './phrases';
import type { Source } from './sources';
import type { Token } from './tokens';

/** Token indexes `[from, to)`. */
export type Range = { from: number; to: number };

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
  const comma = tokens[source.to]?.text === ',';
  const right =
    comma && source.to + 1 < bounds.high ? { from: source.to + 1, to: bounds.high } : null;
  if (left && hasWords(tokens, left, 3)) {
    const quotes = right ? quotesAfter(tokens, source.to, bounds.high) : [];
    const splits = right && tokens[cue.from - 1]?.text === ',' && quotes.length === 0;
    return { ranges: splits && right ? [left, right] : [left, ...quotes], position: 'according' };
  }
  if (right) return { ranges: [right], position: 'according' };
  return left ? { ranges: [left], position: 'according' } : null;
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
    (before.kind === 'passage' && !isNominal(before));
  if (!parted) return null;
  const to = trimEnd(tokens, from);
  return to > low ? { from: low, to } : null;
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

/** What follows the verb, its hearer and its time and place: all to the end of the clause. */
function rightPart(tokens: Token[], cue: Cue, end: number): Range | null {
  let from = cue.to;
  const frames = cue.verb?.frames;
  if (frames?.has('told') && !cue.particle) from = skipHearer(tokens, from, end);
  from = skipOpening(tokens, from, end, frames?.has('clause') === true && !cue.particle);
  while (from < end && /^[,:—–-]$/.test(tokens[from]?.text ?? '')) from++;
  if (from >= end) return null;
  return { from, to: quoteEnd(tokens, from, end) };
}

/**
 * A comma set within the marks closes what is said: "called it “a start,” which it was". Before
 * "but" and the like an unquoted content may go on.
 */
function quoteEnd(tokens: Token[], from: number, end: number): number {
  const quoted = tokens[from]?.kind === 'passage';
  for (let at = from; at < end - 1; at++) {
    const next = tokens[at + 1];
    if (!tokens[at]?.passage?.comma || next?.kind !== 'word') continue;
    if (!quoted && /^(?:but|of|who|such|because|since|as|to|for)$/.test(next.lower)) continue;
    return at + 1;
  }
  return end;
}

/** "told reporters on Monday that": the hearer is no part of the content. */
function skipHearer(tokens: Token[], from: number, end: number): number {
  const hearer = phraseAfter(tokens, from);
  if (!hearer || hearer.to >= end) return from;
  let to = hearer.to;
  const first = tokens[from];
  if (
    first?.capital ||
    subjectPronouns.has(first?.lower ?? '') ||
    /^(?:him|her|them|us|me|you)$/.test(first?.lower ?? '')
  ) {
    to = from + 1;
    while (
      first?.capital &&
      to < end &&
      tokens[to]?.capital &&
      !subjectPronouns.has(tokens[to]?.lower ?? '')
    )
      to++;
    if (tokens[to]?.lower === "'s") return hearer.to;
  }
  return to;
}

/** Passes adverbs, times, and "in a statement" where a "that", a colon or a passage follows. */
function skipOpening(tokens: Token[], from: number, end: number, clause: boolean): number {
  let at = from;
  while (at < end && isLight(tokens[at])) at++;
  if (/^(?:that|:)$/.test(tokens[at]?.lower || tokens[at]?.text || '')) return at;
  if (tokens[at]?.kind === 'passage') return at;
  if (tokens[at]?.text === ',') {
    const closing = nextComma(tokens, at + 1, Math.min(end, at + 12));
    const brief = closing > 0 && closing - at <= 3 && tokens[at + 1]?.kind !== 'passage';
    if (brief) return skipOpening(tokens, closing + 1, end, clause);
    return at;
  }
  if (!clause || !prepositions.has(tokens[at]?.lower ?? '')) return at;
  for (let index = at; index < end && index < at + 22; index++) {
    const token = tokens[index] as Token;
    if (token.lower === 'that' && !prepositions.has(tokens[index - 1]?.lower ?? '')) return index;
    if (token.text === ':') return index;
    if (token.kind === 'passage' && !isNominal(token)) {
      if (token.capital || tokens[index - 1]?.kind === 'sign') return index;
      break;
    }
    if (auxiliaries.has(token.lower)) break;
  }
  return skipPhrases(tokens, at, end);
}

/** After "in an interview" a pronoun or article may open the clause: "said in Paris he was ill". */
function skipPhrases(tokens: Token[], from: number, end: number): number {
  const first = tokens[from]?.lower ?? '';
  if (!/^(?:in|on|at|during|after|before)$/.test(first)) return from;
  const place = phraseAfter(tokens, from + 1);
  const next = tokens[place?.to ?? from];
  if (!place || place.to >= end) return from;
  return subjectPronouns.has(next?.lower ?? '') &&
    next?.lower !== 'that' &&
    next?.lower !== 'who' &&
    next?.lower !== 'which'
    ? place.to
    : from;
}

function nextComma(tokens: Token[], from: number, end: number): number {
  for (let at = from; at < end; at++) if (tokens[at]?.text === ',') return at;
  return -1;
}

function isLight(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false;
  if (timeWords.has(token.lower) && !/^(?:this|last|next|here|there)$/.test(token.lower))
    return true;
  return token.lower.length > 5 && token.lower.endsWith('ly') && !token.capital;
}

/** Where the adjuncts after a cue end: "said Tuesday in an interview with Reuters|". */
function skipAdjuncts(tokens: Token[], from: number, end: number): number {
  let at = from;
  while (at < end) {
    const token = tokens[at] as Token;
    if (isLight(token) || timeWords.has(token.lower)) at++;
    else if (adverbs.has(token.lower) && !subjectPronouns.has(token.lower)) at++;
    else if (/^(?:him|her|them|us|me)$/.test(token.lower)) at++;
    else if (prepositions.has(token.lower) || /^(?:when|as|while|after)$/.test(token.lower)) {
      if (/^(?:when|as|while|after|before|during|following)$/.test(token.lower))
        return clauseEnd(tokens, at, end);
      const phrase = phraseAfter(tokens, at + 1);
      if (!phrase) return at;
      at = phrase.to;
    } else if (at === from && isHearer(tokens, at)) at = phraseAfter(tokens, at)?.to ?? at + 1;
    else return at;
  }
  return at;
}

function isHearer(tokens: Token[], at: number): boolean {
  const cue = tokens[at - 1]?.lower ?? '';
  return (
    /^(?:told|tells|tell|asked|wrote|reminded|warned|assured)$/.test(cue) &&
    phraseAfter(tokens, at) !== null
  );
}

function clauseEnd(tokens: Token[], from: number, end: number): number {
  for (let at = from; at < end; at++)
    if (tokens[at]?.text === ',' || (tokens[at]?.kind === 'passage' && !isNominal(tokens[at])))
      return at;
  return end;
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
