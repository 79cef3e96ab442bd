import { asideAfter, asideBefore, closedAside, isAsideClosed, type Source } from './asides';
import type { Cue } from './cues';
import { groupNouns, roleNouns } from './lexicon/people';
import {
  coordinators,
  determiners,
  prepositions,
  relatives,
  subjectPronouns,
  timeWords,
} from './lexicon/words';
import { isNominal, type Phrase, phraseAfter, phraseBefore } from './phrases';
import type { Token } from './tokens';

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

/** "Ann Lee said", "who said": the noun phrase right before the verb group. */
function plainBefore(tokens: Token[], cue: Cue, low: number): Source | null {
  const time = timeWords.has(tokens[cue.from - 1]?.lower ?? '');
  const spans = time && /^(?:this|last|next|late|early)$/.test(tokens[cue.from - 2]?.lower ?? '');
  const end = spans ? cue.from - 2 : cue.from;
  const to = isCounted(tokens, end, low) ? end - 1 : end;
  const phrase = describedBefore(tokens, to, low) ?? phraseBefore(tokens, to, low);
  if (!phrase || timeWords.has(tokens[phrase.to - 1]?.lower ?? '')) return null;
  return { phrase, inverted: false, aside: null, from: phrase.from, to: phrase.to };
}

/** "the Council and the embassy both said": who they are stands before "both". */
function isCounted(tokens: Token[], to: number, low: number): boolean {
  if (!/^(?:both|all|each)$/.test(tokens[to - 1]?.lower ?? '')) return false;
  return to - 2 >= low && tokens[to - 2]?.kind === 'word' && isNominal(tokens[to - 2]);
}

/** "people who advise on it said": whoever is told of by "who", with what is told of them. */
function describedBefore(tokens: Token[], to: number, low: number): Phrase | null {
  for (let at = to - 2; at > low && to - at < 14; at--) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word' && token.kind !== 'number') return null;
    if (token.lower !== 'who') continue;
    const known = phraseBefore(tokens, at, low);
    const head = tokens[known?.head ?? -1]?.lower ?? '';
    const people = groupNouns.has(head) || roleNouns.has(head) || /^(?:those|people)$/.test(head);
    return known && people ? { from: known.from, to, head: known.head } : null;
  }
  return null;
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
