import type { Cue } from './cues';
import {
  coordinators,
  determiners,
  prepositions,
  relatives,
  subjectPronouns,
  timeWords,
} from './lexicon/words';
import { isNominal, opensClause, type Phrase, phraseAfter, phraseBefore } from './phrases';
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

/** The source of a cue within its sentence, or null where the sentence names none at the cue. */
export function sourceOf(tokens: Token[], cue: Cue, low: number): Source | null {
  if (cue.kind === 'according') return accordingTo(tokens, cue);
  if (cue.passive) return agentAfter(tokens, cue);
  if (cue.verb?.shape === 'gerund' && !hasAuxiliary(cue)) return withBefore(tokens, cue, low);
  if (cue.infinitive) return null;
  return inverted(tokens, cue) ?? asideBefore(tokens, cue, low) ?? plainBefore(tokens, cue, low);
}

/** "with Ann Lee saying": the noun phrase between "with" and the verb. */
function withBefore(tokens: Token[], cue: Cue, low: number): Source | null {
  for (let at = cue.from - 1; at >= low && cue.from - at < 14; at--) {
    const token = tokens[at] as Token;
    if (token.lower === 'with') {
      const phrase = phraseAfter(tokens, at + 1);
      if (!phrase || phrase.to < cue.from) return null;
      const own = { ...phrase, to: cue.from, head: Math.min(phrase.head, cue.from - 1) };
      return { phrase: own, inverted: false, aside: null, from: at, to: cue.from };
    }
    if (token.kind !== 'word') return null;
  }
  return null;
}

function hasAuxiliary(cue: Cue): boolean {
  return cue.from < cue.at;
}

/** "According to Ann Lee, a lawyer, the plan": only an aside that is closed again belongs to it. */
function accordingTo(tokens: Token[], cue: Cue): Source | null {
  const source = after(tokens, cue.to);
  if (!source || !isOpening(tokens, cue)) return source;
  const comma = nominalEnd(tokens, source.phrase.to);
  if (comma > source.phrase.to && tokens[comma]?.text === ',') {
    const phrase = { ...source.phrase, to: comma };
    return { phrase, inverted: true, aside: null, from: phrase.from, to: comma };
  }
  const { phrase } = source;
  const aside = closedAside(tokens, phrase.to);
  return { ...source, aside, to: aside?.to ?? phrase.to };
}

/** ", a lawyer," after a name. */
function closedAside(tokens: Token[], from: number): Range | null {
  const first = tokens[from + 1];
  if (tokens[from]?.text !== ',' || !first) return null;
  if (first.kind !== 'number' && !/^(?:an?|who|which)$/.test(first.lower)) return null;
  for (let at = from + 2; at < tokens.length && at - from < reach; at++)
    if (tokens[at]?.text === ',') return { from: from + 1, to: at };
  return null;
}

/** Where a long name ends ("a poll from the Institute broadcast on Monday and the bank"). */
function nominalEnd(tokens: Token[], from: number): number {
  let at = from;
  while (at < tokens.length && at - from < 14) {
    const token = tokens[at];
    const links =
      token?.kind === 'word' &&
      (token.lower === 'and' || prepositions.has(token.lower) || determiners.has(token.lower));
    if (!links && !isNominal(token)) break;
    at++;
  }
  return at;
}

function isOpening(tokens: Token[], cue: Cue): boolean {
  return (
    cue.from === 0 ||
    tokens[cue.from - 1]?.kind === 'sign' ||
    coordinators.has(tokens[cue.from - 1]?.lower ?? '')
  );
}

function agentAfter(tokens: Token[], cue: Cue): Source | null {
  for (let at = cue.to; at < cue.to + 8 && at < tokens.length; at++) {
    if (tokens[at]?.kind === 'sign') return null;
    if (tokens[at]?.lower === 'by') return after(tokens, at + 1);
  }
  return null;
}

function after(tokens: Token[], from: number): Source | null {
  const phrase = phraseAfter(tokens, from);
  if (!phrase) return null;
  const aside = asideAfter(tokens, phrase.to);
  return { phrase, inverted: true, aside, from: phrase.from, to: aside?.to ?? phrase.to };
}

/** "…," said Ann Lee, an analyst. */
function inverted(tokens: Token[], cue: Cue): Source | null {
  if (!cue.verb?.inverts || cue.from < cue.at || cue.verb.shape === 'base') return null;
  const before = tokens[cue.at - 1];
  if (!before) return announcedBy(tokens, cue);
  if (
    !(
      before.kind === 'passage' ||
      before.text === ',' ||
      before.text === '—' ||
      before.text === '–'
    )
  )
    return null;
  const next = tokens[cue.at + 1];
  if (next?.kind !== 'word' || next.lower === 'that' || prepositions.has(next.lower)) return null;
  const source = after(tokens, cue.at + 1);
  if (!source) return null;
  const follow = tokens[source.phrase.to];
  const single = source.phrase.to - source.phrase.from === 1;
  if (single && subjectPronouns.has(next.lower) && follow && follow.kind !== 'sign') return null;
  if (before.kind === 'passage') return source;
  if (before.text === ',' && !endsClause(tokens, cue, source) && isAsideClosed(tokens, cue.at - 1))
    return null;
  if (
    follow &&
    follow.kind === 'word' &&
    !prepositions.has(follow.lower) &&
    !relatives.has(follow.lower) &&
    follow.lower !== 'when' &&
    follow.lower !== 'after'
  )
    return null;
  return source;
}

/** Whether the comma at `at` closes an aside after a noun phrase, rather than a whole clause. */
function isAsideClosed(tokens: Token[], at: number): boolean {
  return asideEndingAt(tokens, at, 0) !== null;
}

function asideBefore(tokens: Token[], cue: Cue, low: number): Source | null {
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

/** "Ann Lee said", "who said": the noun phrase right before the verb group. */
function plainBefore(tokens: Token[], cue: Cue, low: number): Source | null {
  const time = timeWords.has(tokens[cue.from - 1]?.lower ?? '');
  const spans = time && /^(?:this|last|next|late|early)$/.test(tokens[cue.from - 2]?.lower ?? '');
  const phrase = phraseBefore(tokens, spans ? cue.from - 2 : cue.from, low);
  if (!phrase || timeWords.has(tokens[phrase.to - 1]?.lower ?? '')) return null;
  return { phrase, inverted: false, aside: null, from: phrase.from, to: phrase.to };
}

/** "…, said Ann Lee.": nothing follows that could be what was said. */
function endsClause(tokens: Token[], cue: Cue, source: Source): boolean {
  if (cue.verb?.lemma === 'tell') return false;
  const first = tokens[source.phrase.from];
  const named = first?.capital === true && !timeWords.has(first.lower);
  const last = tokens[source.to];
  return named && (!last || /^[.;]$/.test(last.text));
}

/** "Said Ann Lee: “…”", at the beginning of a sentence. */
function announcedBy(tokens: Token[], cue: Cue): Source | null {
  const next = tokens[cue.to];
  if (next?.kind !== 'word' || !(next.capital || determiners.has(next.lower))) return null;
  const source = after(tokens, cue.to);
  const sign = tokens[source?.to ?? 0]?.text;
  return sign === ':' || sign === ',' ? source : null;
}

/** The description after an inverted source: from its comma to the next comma or the end. */
function asideAfter(tokens: Token[], from: number): { from: number; to: number } | null {
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
