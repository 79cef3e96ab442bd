import type { Cue } from './cues';
import { adverbs, auxiliaries, prepositions, subjectPronouns, timeWords } from './lexicon/words';
import { isNominal, phraseAfter } from './phrases';
import type { Range } from './ranges';
import type { Token } from './tokens';

/** What follows the verb, its hearer and its time and place: all to the end of the clause. */
export function rightPart(tokens: Token[], cue: Cue, end: number): Range | null {
  let from = cue.to;
  const frames = cue.verb?.frames;
  if (frames?.has('told') && !cue.particle) from = skipHearer(tokens, from, end);
  from = skipOpening(tokens, from, end, isClausal(cue));
  while (from < end && /^[,:—–-]$/.test(tokens[from]?.text ?? '')) from++;
  if (cue.particle && /^(?:at|against|on|with)$/.test(tokens[from]?.lower ?? '')) from++;
  if (from >= end) return null;
  const clause =
    isClausal(cue) || /^(?:that|how|whether|what|if|why)$/.test(tokens[from]?.lower ?? '');
  const to = clause ? clauseLimit(tokens, cue, from, end) : objectEnd(tokens, from, end);
  return { from, to: quoteEnd(tokens, from, to) };
}

/** Whether a clause may follow the cue: "said …", "told them …", "pointed out …". */
function isClausal({ verb, particle }: Cue): boolean {
  if (particle) return verb?.lemma === 'point';
  return verb?.frames.has('clause') === true || verb?.frames.has('told') === true;
}

/** "criticized the plan, which …": the object of a verb ends where a clause is added. */
function objectEnd(tokens: Token[], from: number, end: number): number {
  for (let at = from + 1; at < end - 1; at++) {
    const word = tokens[at]?.text ?? '';
    const next = tokens[at + 1] as Token;
    if (word === ',' && (addsClause.test(next.lower) || /.{3}ing$/.test(next.lower))) return at;
    if (/^(?:--|[—–;])$/.test(word)) return at;
  }
  return end;
}

const addsClause =
  /^(?:and|but|which|who|where|while|as|after|with|even|an?|though|although|when)$/;

/** "has said she will run and has raised money": the same auxiliary again is the reporter's. */
function clauseLimit(tokens: Token[], cue: Cue, from: number, end: number): number {
  const auxiliary = cue.from < cue.at ? (tokens[cue.from]?.lower ?? '') : '';
  const perfect = /^(?:has|have|had)$/.test(auxiliary);
  for (let at = from + 1; at < end - 1; at++) {
    const next = tokens[at + 1]?.lower ?? '';
    if (perfect && /^(?:and|but)$/.test(tokens[at]?.lower ?? '') && next === auxiliary) return at;
    if (tokens[at]?.text === ',' && next === 'while' && at > from + 2) return at;
  }
  return end;
}

/**
 * A comma set within the marks closes what is said: "called it “a start,” which it was". Before
 * "but" and the like an unquoted content may go on.
 */
export function quoteEnd(tokens: Token[], from: number, end: number): number {
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
  const only = tokens[from]?.lower ?? '';
  if (only === 'that') return from;
  if (/^(?:him|her|them|us|me|you)$/.test(only) && !isNominal(tokens[from + 1])) return from + 1;
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
  while (at < end && (isLight(tokens[at]) || isLastWeek(tokens, at)))
    at += isLight(tokens[at]) ? 1 : 2;
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

/** "last week", "this morning". */
function isLastWeek(tokens: Token[], at: number): boolean {
  return (
    /^(?:last|this|next|late|early)$/.test(tokens[at]?.lower ?? '') &&
    timeWords.has(tokens[at + 1]?.lower ?? '')
  );
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
export function skipAdjuncts(tokens: Token[], from: number, end: number): number {
  let at = from;
  while (at < end) {
    const token = tokens[at] as Token;
    if (isLight(token) || timeWords.has(token.lower) || /^(?:late|early)$/.test(token.lower)) at++;
    else if (isSpan(tokens, at)) at += 2;
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

/** "two days", "3 hours". */
function isSpan(tokens: Token[], at: number): boolean {
  return /^(?:minute|hour|day|week|month|year)s?$/.test(tokens[at + 1]?.lower ?? '');
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
