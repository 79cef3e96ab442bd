import { groupNouns, roleNouns } from './lexicon/people';
import { cueVerbs, nounLike } from './lexicon/verbs';
import {
  adverbs,
  auxiliaries,
  coordinators,
  determiners,
  personalPronouns,
  plainVerbs,
  prepositions,
  sourcePrepositions,
  subjectPronouns,
  subordinators,
  timeWords,
} from './lexicon/words';
import type { Token } from './tokens';

/** A noun phrase: token indexes `[from, to)`, and its head, the noun that it is about. */
export type Phrase = { from: number; to: number; head: number };

const longest = 24;

/** Whether the token may stand inside a noun phrase, after its first word. */
export function isNominal(token: Token | undefined): boolean {
  if (!token) return false;
  if (token.kind === 'number') return true;
  if (token.kind === 'passage') return isShort(token);
  if (token.kind === 'sign') return token.text === '&' || token.text === '$' || token.text === '%';
  if (token.lower === "'s" || token.lower === "'") return true;
  if (token.capital && !subjectPronouns.has(token.lower)) return !isFunctionWord(token);
  return !isFunctionWord(token) && !isVerbOnly(token);
}

function isShort(token: Token): boolean {
  const most = token.capital ? 22 : 40;
  return token.end - token.start < most && !token.passage?.stopped;
}

/** A word that joins or points, and names nothing. */
export function isFunctionWord(token: Token): boolean {
  const word = token.lower;
  // "Will Doyle", "May Lee": a given name, not an auxiliary.
  if (token.capital && (word === 'will' || word === 'may' || word === 'per')) return false;
  if (timeWords.has(word) && /^(?:then|now|again|also|too|yesterday|today)$/.test(word))
    return true;
  return (
    prepositions.has(word) ||
    auxiliaries.has(word) ||
    coordinators.has(word) ||
    subordinators.has(word) ||
    personalPronouns.has(word) ||
    word === 'who' ||
    word === 'which' ||
    word === 'not' ||
    (adverbs.has(word) && !determiners.has(word))
  );
}

function isVerbOnly(token: Token): boolean {
  if (plainVerbs.has(token.lower)) return true;
  const cue = cueVerbs.get(token.lower);
  return (
    cue !== undefined &&
    !nounLike.has(token.lower) &&
    cue.shape !== 'gerund' &&
    cue.shape !== 'base'
  );
}

/** The noun phrase that ends right before token `to`, no further left than `low`; or null. */
export function phraseBefore(tokens: Token[], to: number, low: number): Phrase | null {
  const last = tokens[to - 1];
  if (!last || to - 1 < low) return null;
  if (last.kind === 'word' && isPronoun(last)) return { from: to - 1, to, head: to - 1 };
  const core = coreBefore(tokens, to, low);
  return core ? widen(tokens, core, low) : null;
}

function isPronoun(token: Token): boolean {
  return subjectPronouns.has(token.lower);
}

/** Words before a determiner or number that belong to the phrase. */
const widens = /^(?:all|both|half|such|many|nearly|almost|about|roughly)$/;

function coreBefore(tokens: Token[], to: number, low: number): Phrase | null {
  let from = to;
  while (from > low && to - from < longest) {
    const token = tokens[from - 1] as Token;
    if (token.kind === 'word' && determiners.has(token.lower) && !isPossessed(tokens, from - 1)) {
      from--;
      if (from > low && widens.test(tokens[from - 1]?.lower ?? '')) from--;
      break;
    }
    if (!isNominal(token)) break;
    from--;
  }
  if (from === to) return null;
  return { from, to, head: headOf(tokens, from, to) };
}

/** "her party's leaders": the determiner is not the first word only where another precedes it. */
function isPossessed(tokens: Token[], at: number): boolean {
  return tokens[at - 1]?.lower === "'s";
}

/** Takes in what stands before a preposition or an "and" ("a spokesman for the ministry"). */
function widen(tokens: Token[], core: Phrase, low: number): Phrase {
  let phrase = core;
  for (let round = 0; round < 5; round++) {
    const link = tokens[phrase.from - 1];
    if (link?.kind !== 'word' || phrase.from - 1 <= low) break;
    const joins = link.lower === 'and' || link.lower === 'or';
    if (!joins && !sourcePrepositions.has(link.lower)) break;
    const spans =
      link.lower === 'for' &&
      /^(?:year|month|week|day|hour|decade|time|moment)s?$/.test(
        tokens[phrase.to - 1]?.lower ?? '',
      );
    const left = coreBefore(tokens, phrase.from - 1, low);
    if (!left) break;
    if (joins && !opensClause(tokens, left.from, low)) break;
    phrase = { from: left.from, to: spans ? left.to : phrase.to, head: left.head };
  }
  return phrase;
}

/** Whether a clause may begin at this token. */
export function opensClause(tokens: Token[], at: number, low: number): boolean {
  const before = tokens[at - 1];
  if (at <= low || !before) return true;
  if (before.kind === 'passage') return true;
  if (before.kind === 'sign') return true;
  if (at - 1 === low && before.capital && (adverbs.has(before.lower) || /ly$/.test(before.lower)))
    return true;
  return coordinators.has(before.lower) || subordinators.has(before.lower);
}

/** The last noun for people before any "of" or "for"; else the last word. */
export function headOf(tokens: Token[], from: number, to: number): number {
  for (let at = to - 1; at >= from; at--) {
    const word = tokens[at]?.lower ?? '';
    if (tokens[at]?.capital) continue;
    if (roleNouns.has(word) || groupNouns.has(word)) return at;
  }
  return to - 1;
}

/** The noun phrase that begins at token `from`, with its "of" phrase if any; or null. */
export function phraseAfter(tokens: Token[], from: number): Phrase | null {
  const first = tokens[from];
  if (!first || first.kind === 'sign' || first.kind === 'passage') return null;
  if (subjectPronouns.has(first.lower) && !determiners.has(first.lower))
    return { from, to: from + 1, head: from };
  let to = from;
  while (determiners.has(tokens[to]?.lower ?? '') && to - from < 3) to++;
  const start = to;
  while (to - from < longest && isNominalAt(tokens, to) && !stopsName(tokens, start, to)) to++;
  if (to === start) return null;
  to = beforeVerb(tokens, start, to);
  const core = { from, to, head: headOf(tokens, from, to) };
  if (tokens[to]?.lower !== 'of' && tokens[to]?.lower !== 'for' && tokens[to]?.lower !== 'at')
    return core;
  const rest = phraseAfter(tokens, to + 1);
  return rest ? { from, to: rest.to, head: core.head } : core;
}

/** A passage after a possessive is a title ("on the network's “This Week.”"). */
function isNominalAt(tokens: Token[], at: number): boolean {
  if (isNominal(tokens[at])) return true;
  return tokens[at]?.kind === 'passage' && tokens[at - 1]?.lower === "'s";
}

/** "Ann Lee supports many": a determiner inside shows that the word before it is a verb. */
function beforeVerb(tokens: Token[], start: number, to: number): number {
  for (let at = start + 2; at < to; at++) {
    const word = tokens[at]?.lower ?? '';
    const before = tokens[at - 1];
    if (!/^(?:the|an?|that|this|these|those|his|her|its|their|many|some|any|no)$/.test(word))
      continue;
    if (before?.kind === 'word' && !before.capital && before.lower !== "'s") return at - 1;
  }
  return to;
}

/** A weekday or month after a name is no part of it ("said Lee Tuesday"). */
function stopsName(tokens: Token[], start: number, at: number): boolean {
  const token = tokens[at] as Token;
  return at > start && timeWords.has(token.lower);
}
