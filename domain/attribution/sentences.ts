import { framedVerb } from './framed';
import { cueVerbs } from './lexicon/verbs';
import {
  abbreviations,
  determiners,
  honorifics,
  subjectPronouns,
  timeWords,
} from './lexicon/words';
import type { Token } from './tokens';

/** One sentence: its tokens, and where it begins and ends in the text, in UTF-16 code units. */
export type Sentence = { tokens: Token[]; start: number; end: number };

/** No sentence has more tokens than this; a longer one is cut, so that the cost stays linear. */
const longest = 250;

/**
 * Cuts a block's tokens into sentences. A quoted passage is never cut, and one that ends in a
 * question mark stays with the "Lee asked" after it.
 */
export function splitSentences(text: string, tokens: Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (let at = 0; at < tokens.length; at++) {
    const last = at === tokens.length - 1;
    if (!last && at - from + 1 < longest && !endsAt(text, tokens, at)) continue;
    const own = tokens.slice(from, at + 1);
    const start = own[0]?.start ?? 0;
    sentences.push({ tokens: own, start, end: own.at(-1)?.end ?? start });
    from = at + 1;
  }
  return sentences;
}

function endsAt(text: string, tokens: Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  if (!next) return false;
  if (next.text === '(' || next.text === '[')
    return /^[.?!]$/.test(token.text) && tokens[at + 2]?.capital === true;
  if (next.kind === 'sign') return false;
  const opens = next.capital || next.kind === 'number' || next.kind === 'passage';
  if (token.text === ')' && /^[.?!]$/.test(tokens[at - 1]?.text ?? '')) return opens;
  if (token.kind === 'sign') return opens && /[.?!…]/.test(token.text) && !isEllipsis(tokens, at);
  if (token.kind === 'passage')
    return opens && isFinished(text, token) && !cueFollows(tokens, at + 1, isAsking(text, token));
  return opens && endsWithAbbreviation(token, next);
}

/** Whether the passage's last words carry an end mark. */
export function isFinished(text: string, token: Token): boolean {
  const tail = text.slice(Math.max(token.start, token.end - 4), token.end);
  return token.passage?.open === true || /[.?!…][^\p{L}\p{N},]*$/u.test(tail);
}

/** Dots within a sentence, as where words were left out: the next word then decides nothing. */
function isEllipsis(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (next?.kind === 'passage') return false;
  return tokens[at]?.text === '.' && tokens[at - 1]?.text === '.' && !next?.capital;
}

/** "… in the U.S. The plan …": the stop serves both, if what follows surely begins a sentence. */
function endsWithAbbreviation(token: Token, next: Token): boolean {
  if (token.kind !== 'word' || !token.text.endsWith('.') || honorifics.has(token.lower))
    return false;
  if (token.text.length === 2 && token.capital) return false;
  if (!abbreviations.has(token.lower) && !/^(?:\p{L}\.)+$/u.test(token.text)) return false;
  return (
    (next.kind === 'passage' && next.capital) ||
    determiners.has(next.lower) ||
    subjectPronouns.has(next.lower) ||
    ['but', 'and', 'if', 'when', 'as', 'while', 'after', 'in', 'on', 'at'].includes(next.lower)
  );
}

/** A question or an exclamation, which takes the place of the comma before "Lee said". */
function isAsking(text: string, token: Token): boolean {
  return /[?!][^\p{L}\p{N}]*$/u.test(text.slice(Math.max(token.start, token.end - 3), token.end));
}

/**
 * "Lee asked." after a passage: at most a few words of a name, then a cue. After a question or an
 * exclamation more words may follow the cue ("“Why?” Lee asked his aides").
 */
function cueFollows(tokens: Token[], from: number, asking: boolean): boolean {
  const first = tokens[from]?.lower ?? '';
  if (subjectPronouns.has(first) && !(asking && /^(?:i|we)$/.test(first))) return false;
  for (let at = from; at < from + 8; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word') return false;
    const cue = cueVerbs.get(token.lower);
    if (at > from && (cue?.inverts || (asking && framedVerb(tokens, at)))) {
      if (asking && cue?.shape === 'past') return true;
      const after = tokens[at + 1];
      return after?.kind !== 'word' || (asking && timeWords.has(after.lower));
    }
    if (!token.capital && at === from && !asking) return false;
  }
  return false;
}
