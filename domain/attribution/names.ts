import { afterDateline, isDeskMark, isPartyTag } from './dateline';
import { femaleNames, maleNames } from './lexicon/first-names';
import { groupNouns, organisationWords, roleNouns, titleWords } from './lexicon/people';
import { peoples, places } from './lexicon/places';
import { cueVerbs } from './lexicon/verbs';
import { determiners, honorifics, subjectPronouns, timeWords } from './lexicon/words';
import { isFunctionWord } from './phrases';
import type { Token } from './tokens';

/**
 * A name in a sentence. Token indexes `[from, to)` hold the name alone, `[lead, from)` the titles
 * before it. `sure` says that more than capital letters speak for its kind.
 */
export type Name = {
  kind: 'person' | 'body' | 'place';
  lead: number;
  from: number;
  to: number;
  words: string[];
  sure: boolean;
  /** A word that is a name only where a fuller name bears it ("King said"). */
  borne?: boolean;
};

const particles = new Set(
  'de la van von der den bin ibn al el di da dos del du le abu ben'.split(' '),
);
const inner = new Set(['of', 'for', 'and', 'the', 'on', 'in']);
const longest = 10;

/** Finds the names of a sentence outside its quoted passages, in order. */
export function findNames(tokens: Token[]): Name[] {
  const names: Name[] = [];
  for (let at = afterDateline(tokens); at < tokens.length; at++) {
    if (!beginsName(tokens, at)) continue;
    const to = runEnd(tokens, at);
    const name = readRun(tokens, at, to);
    if (name) names.push(name);
    at = to - 1;
  }
  return names;
}

function beginsName(tokens: Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (!isNamePart(token)) return false;
  const word = token.lower;
  if (determiners.has(word) || subjectPronouns.has(word) || isFunctionWord(token)) return false;
  if (timeWords.has(word) && word !== 'may' && word !== 'april' && word !== 'june') return false;
  return true;
}

/** "al-Amr", "el-Sisi", "d'Arcy": capital but for the particle before the hyphen. */
function isNamePart(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || isPartyTag(token) || isDeskMark(token)) return false;
  return (
    token.capital ||
    /^(?:al|el|as|ash|ad|an|ar|at|bin|ben|de|le|la|d|o)[-'’]\p{Lu}/u.test(token.text)
  );
}

/** A word of an organisation or of a title, after which an "of" belongs to the name. */
function isOffice(token: Token | undefined): boolean {
  return organisationWords.has(token?.lower ?? '') || titleWords.has(token?.lower ?? '');
}

function isEnvoy(token: Token | undefined): boolean {
  return /^(?:ambassador|envoy|representative|adviser|advisor|delegate)$/.test(token?.lower ?? '');
}

/** "Ambassador to the United States Ann Lee": where the post ends, or 0 where a name is missing. */
function postAfter(tokens: Token[], at: number): number {
  let end = tokens[at + 1]?.lower === 'the' ? at + 2 : at + 1;
  const start = end;
  while (tokens[end]?.kind === 'word' && tokens[end]?.capital && end - start < 5) end++;
  return end - start > 2 ? end : 0;
}

/** "Sydney Morning Herald", "Sunday Times": a word of time between capitals belongs to the name. */
function isInnerTime(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next?.capital === true && organisationWords.has(next.lower);
}

function runEnd(tokens: Token[], start: number): number {
  let at = start + 1;
  let body = isOffice(tokens[start]);
  while (at < tokens.length && at - start < longest) {
    const token = tokens[at] as Token;
    const next = tokens[at + 1];
    const joins =
      particles.has(token.lower) || token.text === '&' || (inner.has(token.lower) && body);
    if (
      isNamePart(token) &&
      !isFunctionWord(token) &&
      (!timeWords.has(token.lower) || isInnerTime(tokens, at))
    ) {
      body ||= isOffice(token);
      at++;
    } else if (
      particles.has(token.lower) &&
      particles.has(next?.lower ?? '') &&
      tokens[at + 2]?.capital
    ) {
      at += 3;
    } else if (
      joins &&
      next?.kind === 'word' &&
      next.capital &&
      !determiners.has(next.lower) &&
      !subjectPronouns.has(next.lower)
    ) {
      if (
        token.lower === 'and' &&
        titleWords.has(tokens[at - 1]?.lower ?? '') === false &&
        !organisationWords.has(next.lower) &&
        !isBodyTail(tokens, start, at)
      )
        break;
      at += 2;
    } else if (token.lower === 'to' && isEnvoy(tokens[at - 1]) && postAfter(tokens, at) > 0) {
      at = postAfter(tokens, at);
    } else if (token.lower === 'of' && next?.lower === 'the' && body && tokens[at + 2]?.capital)
      at += 3;
    else break;
  }
  return at;
}

/** "Department of Housing and Urban Development": "and" within a body that has an "of" or "for". */
function isBodyTail(tokens: Token[], start: number, at: number): boolean {
  if (isGivenName(tokens[at + 1]?.lower ?? '') || roleNouns.has(tokens[at + 1]?.lower ?? ''))
    return false;
  for (let index = start + 1; index < at; index++)
    if (/^(?:of|for)$/.test(tokens[index]?.lower ?? '')) return at - index < 4;
  return false;
}

function readRun(tokens: Token[], start: number, end: number): Name | null {
  let from = isJob(tokens, start, end) ? start + 1 : start;
  for (let at = start; at < end; at++) {
    const word = tokens[at]?.lower ?? '';
    const titled = titleWords.has(word) || honorifics.has(word);
    if (titled && at + 1 < end && !organisationWords.has(tokens[at + 1]?.lower ?? ''))
      from = skipOffice(tokens, at + 1, end);
    else if (peoples.has(word) && at === from && at + 1 < end && !isBodyFrom(tokens, at + 1, end))
      from = at + 1;
  }
  const words = tokens.slice(from, end).map((token) => token.text);
  const lead = from > start && isTitled(tokens, start, from);
  return classify(tokens, { start, from, end, words, lead });
}

/** "Hydrologist Ann Lee": a word for what somebody does, before a given name that is known. */
function isJob(tokens: Token[], at: number, end: number): boolean {
  return (
    end - at > 2 && isJobWord(tokens[at]?.text ?? '') && isGivenName(tokens[at + 1]?.lower ?? '')
  );
}

/** Whether the capitalised word is made as words for trades are, and no given name. */
export function isJobWord(word: string): boolean {
  return /^\p{Lu}\p{Ll}{3,}(?:ist|er|or|ian)$/u.test(word) && !isGivenName(word.toLowerCase());
}

/** "Greek Orthodox Church": the people's adjective is part of a body's name. */
function isBodyFrom(tokens: Token[], from: number, end: number): boolean {
  return (
    organisationWords.has(tokens[end - 1]?.lower ?? '') &&
    !titleWords.has(tokens[from]?.lower ?? '')
  );
}

/** "Secretary of State John Kerry": the office after "of" is no part of the name. */
function skipOffice(tokens: Token[], from: number, end: number): number {
  const link = tokens[from]?.lower;
  if (link !== 'of' && link !== 'for' && link !== 'to') return from;
  for (let at = from + 1; at < end; at++) if (isGivenName(tokens[at]?.lower ?? '')) return at;
  return end - 1 > from + 1 ? Math.max(from + 2, end - 2) : end - 1;
}

function isTitled(tokens: Token[], start: number, from: number): boolean {
  for (let at = start; at < from; at++) {
    const word = tokens[at]?.lower ?? '';
    if (roleNouns.has(word) || honorifics.has(word) || isJobWord(tokens[at]?.text ?? ''))
      return true;
  }
  return false;
}

type Run = { start: number; from: number; end: number; words: string[]; lead: boolean };

function classify(tokens: Token[], run: Run): Name | null {
  const { from, end, words } = run;
  if (words.length === 0) return null;
  const lower = words.map((word) => word.toLowerCase());
  const whole = lower.join(' ');
  const make = (kind: Name['kind'], sure: boolean): Name => ({
    kind,
    lead: run.start,
    from,
    to: end,
    words,
    sure,
  });
  if (run.lead && !lower.some((word) => organisationWords.has(word))) return make('person', true);
  if (places.has(whole)) return make('place', true);
  if (lower.some((word) => organisationWords.has(word)) && !isGivenName(lower[0] ?? ''))
    return make('body', true);
  if (words.length > 1 && isGivenName(lower[0] ?? '')) return make('person', true);
  if (peoples.has(whole)) return null;
  if (/^[A-Z]{2,}s?$/.test(words.at(-1) ?? '') && words.length === 1) return make('body', true);
  const before = tokens[run.start - 1];
  if (before && roleNouns.has(before.lower) && !groupNouns.has(before.lower))
    return make('person', true);
  if (words.length === 1) return single(tokens, run, make);
  if (words.length === 2 && places.has(lower[1] ?? '') && !isPlacePrefix(tokens, run))
    return make('person', false);
  if (words.length > 4 || lower.some((word) => places.has(word) || inner.has(word)))
    return make('body', false);
  return make('person', describedAfter(tokens, end));
}

/** "East London", "in Greater Paris": no one's name. */
function isPlacePrefix(tokens: Token[], run: Run): boolean {
  const first = tokens[run.from]?.lower ?? '';
  if (
    places.has(first) ||
    peoples.has(first) ||
    /^(?:north|south|east|west|new|upper|lower|greater|central|downtown|old|fort|port|san|santa|saint|st\.?|lake|mount|los|las|el|la|inner|outer|northern|southern|eastern|western|metropolitan)$/.test(
      first,
    )
  )
    return true;
  return /^(?:in|from|at|near|of|to|across|outside)$/.test(tokens[run.start - 1]?.lower ?? '');
}

function single(
  tokens: Token[],
  run: Run,
  make: (kind: Name['kind'], sure: boolean) => Name,
): Name | null {
  const token = tokens[run.from] as Token;
  if (run.from === 0 && cueVerbs.has(token.lower)) return null;
  if (groupNouns.has(token.lower)) return null;
  if (roleNouns.has(token.lower) || titleWords.has(token.lower))
    return { ...make('person', false), borne: true };
  if (tokens[run.from - 1]?.lower === 'the') return make('body', false);
  return make('person', false);
}

/** ", 54," or ", a lawyer" after the name. */
function describedAfter(tokens: Token[], at: number): boolean {
  if (tokens[at]?.text !== ',') return false;
  const next = tokens[at + 1];
  return (
    next?.kind === 'number' || next?.lower === 'a' || next?.lower === 'an' || next?.lower === 'who'
  );
}

/** Whether the word is a given name that the engine knows. */
export function isGivenName(word: string): boolean {
  return maleNames.has(word) || femaleNames.has(word);
}
