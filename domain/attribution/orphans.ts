import {
  adverbs,
  auxiliaries,
  determiners,
  plainVerbs,
  relatives,
  subjectPronouns,
} from './lexicon/words';
import { isNominal, opensClause, type Phrase, phraseAfter } from './phrases';
import type { Statement } from './statements';
import type { Token } from './tokens';

/**
 * A whole quote after a colon or comma that no cue claims ("Lee issued a statement: “…”") is the
 * subject's.
 */
export function readOrphan(
  tokens: Token[],
  statements: Statement[],
  start: number,
): Statement | null {
  const at = tokens.findIndex((token, index) => isWholeQuote(tokens, index) && token !== undefined);
  if (
    at <= start ||
    statements.some(({ ranges }) => ranges.some((range) => at >= range.from && at < range.to))
  )
    return null;
  const source = subjectBefore(tokens, start, at);
  if (!source) return null;
  return {
    cue: null,
    source,
    aside: null,
    ranges: [{ from: at, to: at + 1 }],
    nested: null,
    position: 'announced',
    shared: true,
  };
}

/**
 * "Talks will go on, Lee.": a clause that ends in a family name lost its verb of saying. It stands
 * only if the name is known from the article.
 */
export function readVerbless(tokens: Token[], start: number): Statement | null {
  const at = tokens.length - 2;
  const name = tokens[at];
  if (!name?.capital || tokens[at + 1]?.text !== '.' || tokens[at - 1]?.text !== ',') return null;
  const clause = tokens.slice(start, at - 1);
  if (clause.length < 4 || clause.some((token) => token.kind !== 'word')) return null;
  if (!clause.some((token) => auxiliaries.has(token.lower))) return null;
  return {
    cue: null,
    source: { from: at, to: at + 1, head: at },
    aside: null,
    ranges: [{ from: start, to: at - 1 }],
    nested: null,
    position: 'before',
    shared: true,
    tentative: true,
  };
}

function isWholeQuote(tokens: Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (!token.capital || !token.passage?.stopped || token.end - token.start < 30) return false;
  return /^[:,]$/.test(tokens[at - 1]?.text ?? '');
}

/**
 * The subject that a cue without a source shares: the nearest noun phrase before it that opens a
 * clause and has a verb after it; or else the first noun phrase of the sentence.
 */
export function subjectBefore(tokens: Token[], start: number, before: number): Phrase | null {
  for (let at = before - 1; at >= start; at--) {
    const phrase = clausePhrase(tokens, at, start);
    if (phrase && phrase.to < before && hasVerb(tokens, phrase.to)) return phrase;
  }
  return firstSubject(tokens, start, before);
}

/** The noun phrase that the sentence, or the clause after its introduction, begins with. */
function firstSubject(tokens: Token[], start: number, before: number): Phrase | null {
  for (let at = start; at < before; at++) {
    const phrase = clausePhrase(tokens, at, start);
    if (phrase && phrase.to <= before && !relatives.has(tokens[at]?.lower ?? '')) return phrase;
  }
  return null;
}

function clausePhrase(tokens: Token[], at: number, start: number): Phrase | null {
  const token = tokens[at] as Token;
  if (token.kind !== 'word' && token.kind !== 'number') return null;
  if (/^according$|.{3}ing$/.test(token.lower) || !opensClause(tokens, at, start)) return null;
  const starts =
    isNominal(token) || determiners.has(token.lower) || subjectPronouns.has(token.lower);
  return starts ? phraseAfter(tokens, at) : null;
}

/** Whether a finite verb stands here, perhaps after an adverb. */
function hasVerb(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  if (adverbs.has(token.lower) || /.{3}ly$/.test(token.lower)) return hasVerb(tokens, at + 1);
  return auxiliaries.has(token.lower) || plainVerbs.has(token.lower) || /.{2}ed$/.test(token.lower);
}
