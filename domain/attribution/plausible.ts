import type { Found } from './bounds';
import type { Cue } from './cues';
import { strictVerbs } from './lexicon/verbs';
import {
  auxiliaries,
  determiners,
  plainVerbs,
  prepositions,
  subjectPronouns,
  subordinators,
} from './lexicon/words';
import { hasWords, type Range } from './ranges';
import type { Token } from './tokens';

/** Keeps out what has the shape of a statement only. */
export function isPlausible(tokens: Token[], each: Found, ranges: Range[]): boolean {
  const { cue } = each;
  if (!ranges.some((range) => hasWords(tokens, range, 2))) return false;
  if (cue.kind === 'according') return true;
  const frames = cue.verb?.frames;
  const range = ranges.at(-1);
  if (!frames || !range) return false;
  if (frames.has('belief') && frames.size === 1) return false;
  if (cue.passive && !each.source) return false;
  if (isAdjective(tokens, each, range)) return false;
  if (isCircumstance(tokens, cue, range)) return false;
  if (cue.verb?.lemma === 'read' && !isWords(tokens[cue.to])) return false;
  if (cue.verb?.lemma === 'go') return tokens[range.from]?.kind === 'passage';
  // "declined to comment": nothing was said.
  if (
    /^(?:decline|refuse)$/.test(cue.verb?.lemma ?? '') &&
    /^(?:comment|elaborate)$/.test(tokens[cue.to + 1]?.lower ?? '')
  )
    return false;
  if (asksToBeUnnamed(tokens, cue)) return false;
  if (isBareObject(tokens, cue, range)) return false;
  if (cue.particle) return true;
  if (cue.verb && strictVerbs.has(cue.verb.lemma)) return opensSpeech(tokens, cue, range);
  const infinitive = frames.has('infinitive') && hasInfinitive(tokens, range);
  if (tokens[range.from]?.lower === 'to') return infinitive;
  return frames.has('clause') || frames.has('object') || frames.has('told') || infinitive;
}

/** "who asked not to be named": how the reporter came by it, and nothing that was said. */
function asksToBeUnnamed(tokens: Token[], cue: Cue): boolean {
  const words = tokens.slice(cue.to, cue.to + 4).map((token) => token.lower);
  return /^not to be (?:named|identified|quoted)$/.test(words.join(' '));
}

/**
 * "dismissed the idea", "respond to a request", "has written a history": a thing is named, but
 * nothing is said of it. A clause, a quote or an infinitive would say something.
 */
function isBareObject(tokens: Token[], cue: Cue, range: Range): boolean {
  const lemma = cue.verb?.lemma ?? '';
  const written = lemma === 'write' && /^an?$/.test(tokens[range.from]?.lower ?? '');
  const answered = /^(?:respond|reply)$/.test(lemma) && cue.particle;
  const brief = /^(?:dismiss|reject)$/.test(lemma) && range.to - range.from < 5;
  if (!written && !answered && !brief) return false;
  for (let at = range.from; at < range.to; at++) {
    const token = tokens[at] as Token;
    if (written && token.text === ',') break;
    if (token.kind === 'passage' || saysMore.test(token.lower) || isFiniteVerb(token)) return false;
  }
  return true;
}

const saysMore = /^(?:that|how|whether|what|why|if|to|as|because|saying|calling|.*ing)$/;

function isFiniteVerb({ lower }: Token): boolean {
  return auxiliaries.has(lower) || plainVerbs.has(lower);
}

/** "and reported preparation of a bomb": no verb where a bare noun follows and no one speaks. */
function isAdjective(tokens: Token[], { cue, source }: Found, range: Range): boolean {
  const past = cue.verb?.shape === 'past' && cue.from === cue.at;
  if (source || !past || cue.to !== range.from) return false;
  if (
    !/^(?:report|allege|suggest|propose|state|promise|threaten|estimate)$/.test(
      cue.verb?.lemma ?? '',
    )
  )
    return false;
  const next = tokens[range.from];
  if (next?.kind !== 'word' || next.capital) return false;
  return /^(?:and|or|,|of|in|with|by|for|the|a)$/.test(tokens[cue.from - 1]?.text ?? '')
    ? !determiners.has(next.lower) &&
        !subjectPronouns.has(next.lower) &&
        !prepositions.has(next.lower) &&
        !subordinators.has(next.lower)
    : false;
}

/** "The letter read: …", not "they read “War and Peace”". */
function isWords(token: Token | undefined): boolean {
  if (token?.kind === 'passage') return token.capital && token.passage?.stopped === true;
  return token?.kind === 'sign';
}

/** "reported from Washington", "proposed under a flat rate": where, when or how, but not what. */
function isCircumstance(tokens: Token[], cue: Cue, range: Range): boolean {
  if (cue.particle) return false;
  const first = tokens[range.from]?.lower ?? '';
  if (
    !/^(?:in|on|at|from|under|into|with|by|for|during|after|before|through|since|until)$/.test(
      first,
    )
  )
    return false;
  for (let at = range.from; at < range.to; at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'passage' || token.lower === 'that' || token.text === ',') return false;
  }
  return true;
}

/** "that", a passage or a colon follows, or a pronoun that can only be a subject. */
function opensSpeech(tokens: Token[], cue: Cue, range: Range): boolean {
  for (let at = cue.to; at <= range.from && at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'passage' || token.text === ':') return true;
    if (/^(?:that|he|she|they|it|we|i|there|how|why|whether)$/.test(token.lower)) return true;
  }
  return false;
}

function hasInfinitive(tokens: Token[], range: Range): boolean {
  for (let at = range.from; at < Math.min(range.to, range.from + 10); at++)
    if (tokens[at]?.lower === 'to') return true;
  return false;
}
