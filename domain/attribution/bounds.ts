import type { Source } from './asides';
import type { Cue } from './cues';
import { auxiliaries, coordinators, plainVerbs, relatives } from './lexicon/words';
import { isNominal } from './phrases';
import type { Token } from './tokens';

/** A cue with its source; `from` is where the two begin. */
export type Found = { cue: Cue; source: Source | null; from: number };

/** The content ends where a cue of the same rank begins: ", adding that", "and warned", "; he said". */
export function highBound(tokens: Token[], found: Found[], index: number): number {
  const own = found[index] as Found;
  const limit = Math.min(relativeEnd(tokens, own), semicolonAfter(tokens, own));
  for (const other of found.slice(index + 1)) {
    if (other.from <= own.cue.to) continue;
    const bound = takesOver(tokens, own, other);
    if (bound >= 0) return Math.min(limit, bound);
  }
  return limit;
}

/** A semicolon ends what is said unless "that" begins another part of it. */
function semicolonAfter(tokens: Token[], own: Found): number {
  for (let at = own.cue.to; at < tokens.length - 1; at++)
    if (tokens[at]?.text === ';' && tokens[at + 1]?.lower !== 'that' && at > own.cue.to) return at;
  return tokens.length;
}

/** Where the other cue ends this one's content, or -1. */
function takesOver(tokens: Token[], own: Found, other: Found): number {
  const before = tokens[other.from - 1];
  if (!before) return -1;
  const parted = before.text === ',' || before.kind === 'passage';
  if (parted && other.source && isIntroduced(tokens, own)) return other.from;
  const announced = other.source ? announcedFrom(tokens, own, other) : -1;
  if (announced >= 0) return announced;
  if (
    isBareGerund(other) &&
    /^(?:before|by|while)$/.test(before.lower) &&
    tokens[other.cue.to]?.kind !== 'word'
  )
    return other.from - 1;
  if (isBareGerund(other) && parted) return other.from;
  if (other.cue.kind === 'according' && parted) return other.from;
  if (before.text === ';') return other.from;
  const joint = other.source ? jointBefore(tokens, own, other) : -1;
  if (joint >= 0) return joint;
  if (!coordinators.has(before.lower) && before.lower !== 'while') return -1;
  if (!other.source && sharesSubject(tokens, own, other)) return other.from;
  if (before.lower === 'and' && other.source && own.cue.verb?.lemma === other.cue.verb?.lemma)
    return other.from - 1;
  const sign = tokens[other.from - 2];
  const clause = /^[,;—–]$/.test(sign?.text ?? '') || sign?.kind === 'passage';
  return clause && other.source ? other.from - 1 : -1;
}

/** "After Lee criticized the plan, Kim said": the clause stands before the sentence's own. */
function isIntroduced(tokens: Token[], own: Found): boolean {
  let at = own.from - 1;
  while (at >= 0 && tokens[at]?.kind === 'word') at--;
  let first = at + 1;
  if (at < 0 && isBareGerund(own) && own.from === 0) return true;
  if (coordinators.has(tokens[first]?.lower ?? '')) first++;
  return own.from > first && introductions.has(tokens[first]?.lower ?? '');
}

function isBareGerund(found: Found): boolean {
  return found.cue.verb?.shape === 'gerund' && found.cue.from === found.cue.at;
}

const introductions = new Set(
  'after when while as since although though before once if'.split(' '),
);

/** The comma before "but late on Friday he said": a clause of its own after a few words of time. */
function jointBefore(tokens: Token[], own: Found, other: Found): number {
  for (let at = other.from - 1; at > own.cue.to && other.from - at < 6; at--) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word') return -1;
    if (!/^(?:but|and|while|though|although)$/.test(token.lower)) continue;
    return tokens[at - 1]?.text === ',' ? at - 1 : -1;
  }
  return -1;
}

/** Where the clause begins whose cue announces a whole quote (", to which Kim replied: “No.”"). */
function announcedFrom(tokens: Token[], own: Found, other: Found): number {
  let at = other.cue.to;
  while (at < tokens.length && at - other.cue.to < 8 && tokens[at]?.kind === 'word') at++;
  const passage = tokens[at + 1];
  if (tokens[at]?.text !== ':' || passage?.kind !== 'passage' || !passage.capital) return -1;
  for (let comma = other.from - 1; comma > own.cue.to; comma--)
    if (tokens[comma]?.kind === 'sign') return comma;
  return other.from;
}

/** "Lee denied the charge and blamed Kim", "Lee said so, and called it a start". */
function sharesSubject(tokens: Token[], own: Found, other: Found): boolean {
  if (isBareGerund(own) && other.cue.verb?.inverts) return true;
  if (own.cue.verb?.shape !== other.cue.verb?.shape) return false;
  const clause = own.cue.verb?.frames.has('clause') && !own.cue.particle;
  return !clause || other.cue.verb?.inverts === true || tokens[other.from - 2]?.text === ',';
}

/** "Lee, who denied the charge, left": a relative clause ends at the comma before the main verb. */
function relativeEnd(tokens: Token[], own: Found): number {
  const source = own.source?.phrase;
  const relative =
    source && source.to - source.from === 1 && relatives.has(tokens[source.from]?.lower ?? '');
  if (!relative || tokens[source.from - 1]?.text !== ',') return tokens.length;
  for (let at = own.cue.to; at < tokens.length - 1; at++) {
    if (tokens[at]?.text !== ',') continue;
    const next = tokens[at + 1]?.lower ?? '';
    if (auxiliaries.has(next) || plainVerbs.has(next) || /.{2}ed$/.test(next)) return at;
    if (/^(?:said|told|wrote|says|tells|also|and|but)$/.test(next)) return at;
  }
  return tokens.length;
}

/** A quote of whole sentences that a dash or colon parts from the words before. */
function isWhole(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (!token?.capital || !token.passage?.stopped) return false;
  return /^(?:[:—–-]|--)$/.test(tokens[at - 1]?.text ?? '');
}

/** Where the words before a closing cue begin, after earlier statements of the sentence. */
export function leftBound(tokens: Token[], found: Found[], index: number, low: number): number {
  const each = found[index] as Found;
  const before = each.from - 1;
  const passage =
    tokens[before]?.kind === 'passage'
      ? before
      : tokens[before - 1]?.kind === 'passage'
        ? before - 1
        : -1;
  const earlier = found.slice(0, index).some((other) => other.source && other.cue.at >= low);
  if (passage >= low && earlier && !isNominal(tokens[passage])) return passage;
  if (passage > low && isWhole(tokens, passage)) return passage;
  let bound = low;
  for (let at = low; at < before; at++) {
    const token = tokens[at] as Token;
    if (token.text === ';') bound = at + 1;
    if (earlier && at > low && token.lower === 'but' && tokens[at - 1]?.text === ',')
      bound = at + 1;
  }
  return bound;
}
