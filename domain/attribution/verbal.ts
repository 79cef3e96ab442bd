import { type CueVerb, cueVerbs, nounLike } from './lexicon/verbs';
import {
  adverbs,
  auxiliaries,
  beForms,
  coordinators,
  determiners,
  personalPronouns,
  plainVerbs,
  prepositions,
  relatives,
  subjectPronouns,
} from './lexicon/words';
import type { Token } from './tokens';

/** The auxiliaries and adverbs before a verb: where they begin, and whether be, to or any is there. */
export type Group = { from: number; be: boolean; to: boolean; aux: boolean };

/** The auxiliaries and adverbs that belong to the verb at `at`. */
export function groupBefore(tokens: Token[], at: number): Group {
  const group = { from: at, be: false, to: false, aux: false };
  for (let index = at - 1; index >= 0 && at - index < 8; index--) {
    const word = tokens[index]?.lower ?? '';
    const isTo = word === 'to' && !group.aux;
    const possessive =
      word === "'s" &&
      tokens[at]?.lower.endsWith('ing') !== true &&
      !subjectPronouns.has(tokens[index - 1]?.lower ?? '');
    if (possessive) break;
    if (!(auxiliaries.has(word) || isTo || isAdverb(tokens[index]))) break;
    if (beForms.has(word)) group.be = true;
    if (auxiliaries.has(word)) group.aux = true;
    if (isTo) group.to = true;
    group.from = index;
  }
  // An adverb that opens the group belongs to the clause before where a comma parts them.
  while (group.from < at && tokens[group.from]?.lower === 'that') group.from++;
  return group;
}

function isAdverb(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false;
  const word = token.lower;
  if (adverbs.has(word) && !subjectPronouns.has(word)) return true;
  return (
    word.length > 4 &&
    word.endsWith('ly') &&
    !token.capital &&
    !/^(?:family|only|ally|rally|reply|supply|july|italy)$/.test(word)
  );
}

const notBeforeVerb = new Set(
  "the a an his her its their our my your this these those 's no any every each".split(' '),
);

/** Whether the form stands as a verb here, and not as a noun or an adjective ("the report"). */
export function mayBeVerb(tokens: Token[], at: number, verb: CueVerb, group: Group): boolean {
  if (isBound(tokens, at)) return false;
  const before = tokens[group.from - 1];
  const word = before?.lower ?? '';
  const bare = group.from === at;
  if (verb.shape === 'base') return mayBeBase(tokens, at, group, before);
  if (verb.shape === 'gerund') return mayBeGerund(tokens, at, group, before);
  if (bare && notBeforeVerb.has(word) && !subjectPronouns.has(word)) return false;
  if (bare && prepositions.has(word) && verb.shape !== 'past') return false;
  if (bare && word === 'of') return false;
  if (bare && tokens[at + 1]?.lower === 'by' && before?.kind === 'word') return false;
  if (verb.shape === 'participle') return group.aux;
  if (verb.shape === 'present') return mayBePresent(tokens, at, group, before);
  return true;
}

const governors =
  /^(?:go|goes|going|gone|went|continue|continued|continues|quick|rush|rushed|failed|fail|hesitate|hesitated|interject|interjected)$/;

/** "went on to say", "declined to say": another verb before "to" has a subject and says as much. */
function isGoverned(tokens: Token[], from: number): boolean {
  const before = tokens[from - 1]?.lower ?? '';
  return governors.test(before === 'on' ? (tokens[from - 2]?.lower ?? '') : before);
}

function mayBeBase(tokens: Token[], at: number, group: Group, before: Token | undefined): boolean {
  if (group.to) return isGoverned(tokens, group.from);
  if (group.aux) return true;
  const word = before?.lower ?? '';
  if (before?.kind !== 'word')
    return before?.text === ',' && !nounLike.has(tokens[at]?.lower ?? '');
  if (notBeforeVerb.has(word) || prepositions.has(word)) return false;
  if (
    tokens[at]?.lower === 'say' &&
    !/^(?:final|no|say|of|much|little)$/.test(word) &&
    !auxiliaries.has(word) &&
    !adverbs.has(word)
  )
    return true;
  if (/^(?:they|we|i|you|who|many|some|others|both|people|police|officials)$/.test(word))
    return true;
  if (word === 'and' || word === 'or') return !nounLike.has(tokens[at]?.lower ?? '');
  return /[^su]s$/.test(word) && !personalPronouns.has(word);
}

/** "with the mayor saying". */
function followsWith(tokens: Token[], at: number): boolean {
  for (let index = at - 2; index >= 0 && at - index < 12; index--) {
    if (tokens[index]?.lower === 'with') return true;
    if (tokens[index]?.kind === 'sign') return false;
  }
  return false;
}

function mayBeGerund(
  tokens: Token[],
  at: number,
  group: Group,
  before: Token | undefined,
): boolean {
  const word = before?.lower ?? '';
  const next = tokens[at + 1];
  const tells =
    next?.lower === 'that' ||
    next?.kind === 'passage' ||
    next?.text === ':' ||
    (next?.text === ',' && tokens[at + 2]?.kind === 'passage');
  if (group.be) return true;
  if (!before) return tells;
  if (before.kind !== 'word' || /^(?:and|as|but|or)$/.test(word)) return true;
  if (word === 'statement' || word === 'letter' || word === 'tweet') return true;
  if (tokens[at]?.lower === 'saying' && followsWith(tokens, at)) return true;
  return tells && !notBeforeVerb.has(word) && !nounLike.has(tokens[at]?.lower ?? '');
}

/** "…, reports the agency." */
function isInverted(tokens: Token[], at: number): boolean {
  if (tokens[at - 1]?.text !== ',' || cueVerbs.get(tokens[at]?.lower ?? '')?.inverts !== true)
    return false;
  const next = tokens[at + 1];
  return next?.kind === 'word' && (next.capital || next.lower === 'the') && at > 4;
}

function mayBePresent(
  tokens: Token[],
  at: number,
  group: Group,
  before: Token | undefined,
): boolean {
  const token = tokens[at] as Token;
  if (!nounLike.has(token.lower)) return !before || !prepositions.has(before.lower);
  if (!before) return false;
  if (/^(?:he|she|it|who|which|that)$/.test(before.lower)) return true;
  if (isInverted(tokens, at)) return true;
  const next = tokens[at + 1];
  if (next?.lower === 'that' || next?.kind === 'passage') return true;
  if (before.kind === 'number') return false;
  const follow = isAdverb(next) ? tokens[at + 2] : next;
  if (follow && plainVerbs.has(follow.lower)) return false;
  const verb = cueVerbs.get(follow?.lower ?? '')?.shape;
  if (verb === 'past' || verb === 'present') return false;
  if (
    coordinators.has(before.lower) ||
    prepositions.has(before.lower) ||
    notBeforeVerb.has(before.lower)
  )
    return false;
  if (!next || next.kind === 'sign' || prepositions.has(next.lower) || auxiliaries.has(next.lower))
    return false;
  if (before.capital && determiners.has(tokens[group.from - 2]?.lower ?? '')) return false;
  return before.capital || group.from < at || before.text === ',' || relatives.has(before.lower);
}

/** "wrote off the debt", "20 pledged delegates", "than, say, coffee". */
function isBound(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (/^(?:off|up|down)$/.test(next?.lower ?? '')) return true;
  if (before?.kind === 'number' && next?.kind === 'word' && /s$/.test(next.lower)) return true;
  return before?.text === ',' && next?.text === ',' && tokens[at]?.lower === 'say';
}
