import { type CueVerb, cueVerbs } from './lexicon/verbs';
import { determiners, subjectPronouns } from './lexicon/words';
import { isNominal } from './phrases';
import type { Token } from './tokens';

/** Verbs that speak only beside a quoted passage, and whose past is no "-ed" form. */
const irregular = new Set(
  `began broke went shot put kept threw drew wept sang sighs laughs smiles begins jokes grins shrugs
   nods offers`
    .trim()
    .split(/\s+/),
);

/**
 * Any verb tells who speaks when it stands between a quoted passage and a name ("“Silly boys,”
 * scoffed Ann Lee", "“Why?” Ann Lee pressed", "Ann Lee smiled: “Never.”"). Null where the token is
 * no such verb.
 */
export function framedVerb(tokens: Token[], at: number): CueVerb | null {
  const token = tokens[at] as Token;
  if (token.kind !== 'word' || (token.capital && at > 0)) return null;
  const known = cueVerbs.get(token.lower)?.inverts === true;
  if (!known && !/.{3}ed$/.test(token.lower) && !irregular.has(token.lower)) return null;
  const framed = followsPassage(tokens, at) || precedesPassage(tokens, at);
  if (!framed) return null;
  return { lemma: token.lower, shape: 'past', frames: new Set(['clause']), inverts: true };
}

/** "“…,” scoffed Lee" or "“…,” Lee scoffed". */
function followsPassage(tokens: Token[], at: number): boolean {
  if (isSpoken(tokens[at - 1])) return beginsName(tokens[at + 1]);
  let from = at;
  while (from > 0 && at - from < 7 && (isNameWord(tokens[from - 1]) || isNominal(tokens[from - 1])))
    from--;
  return (
    from < at && isNameWord(tokens[from]) && isSpoken(tokens[from - 1]) && endsFrame(tokens[at + 1])
  );
}

/** "Lee smiled: “…" or "Lee smiled, “…". */
function precedesPassage(tokens: Token[], at: number): boolean {
  const sign = tokens[at + 1]?.text;
  const next = tokens[at + 2];
  if ((sign !== ':' && sign !== ',') || next?.kind !== 'passage' || !next.capital) return false;
  return isNameWord(tokens[at - 1]);
}

/** A passage whose last words make room for "Lee said": a comma, a question, an exclamation. */
function isSpoken(token: Token | undefined): boolean {
  return token?.kind === 'passage' && token.passage?.stopped === true;
}

function isNameWord(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false;
  return token.capital || subjectPronouns.has(token.lower) || determiners.has(token.lower);
}

function beginsName(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false;
  return token.capital || subjectPronouns.has(token.lower) || determiners.has(token.lower);
}

function endsFrame(token: Token | undefined): boolean {
  return (
    token?.kind !== 'word' ||
    token.lower.endsWith('ing') ||
    /^(?:in|on|at|when|as|while|with|after|before|back|during)$/.test(token.lower)
  );
}
