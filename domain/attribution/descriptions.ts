import { roleNouns, titleWords } from './lexicon/people';
import { determiners } from './lexicon/words';
import { isJobWord, type Name } from './names';
import { isNominal } from './phrases';
import type { Token } from './tokens';

/** What the text says of a person beside the name. */
export type Description = { role: string | null; affiliation: string | null };

const none: Description = { role: null, affiliation: null };
const longest = 30;
const links = new Set('of at with for from in'.split(' '));

/** Reads the titles before a name and the aside after it. */
export function descriptionOf(text: string, tokens: Token[], name: Name): Description {
  const after = describeAfter(text, tokens, name.to);
  const before = describeBefore(text, tokens, name);
  return { role: joined(before, after.role), affiliation: after.affiliation };
}

function joined(one: string | null, other: string | null): string | null {
  if (one && other) return `${one}; ${other}`;
  return one ?? other;
}

/** "U.S. President", "Florida developer": the title or role noun right before the name. */
function describeBefore(text: string, tokens: Token[], name: Name): string | null {
  let from = name.from;
  while (from > 0 && name.from - from < 10) {
    const token = tokens[from - 1] as Token;
    const inside = from > name.lead;
    if (!inside && (!isNominal(token) || token.kind !== 'word')) break;
    from--;
  }
  let titled = false;
  for (let at = from; at < name.from; at++) titled ||= roleNouns.has(tokens[at]?.lower ?? '');
  if (!titled && name.lead === name.from) return null;
  while (from < name.from && isLeadingWord(tokens[from] as Token)) from++;
  const role = from < name.from ? cut(text, tokens, from, name.from) : null;
  // The capital is the sentence's own: "Hydrologist Ann Lee said".
  return from === 0 && role && isUntitled(role) ? role.toLowerCase() : role;
}

function isUntitled(role: string): boolean {
  return isJobWord(role) && (/ist$/.test(role) || !titleWords.has(role.toLowerCase()));
}

/** "his friend Ann Lee", "'s lawyer": what points to somebody else is no part of the role. */
function isLeadingWord(token: Token): boolean {
  return token.lower === "'s" || determiners.has(token.lower);
}

/** ", a South Asia specialist with the James Martin Center" or ", who heads the bureau". */
function describeAfter(text: string, tokens: Token[], at: number): Description {
  const opener = tokens[at]?.text;
  if (opener !== ',' && opener !== '(' && opener !== '—' && opener !== '–') return none;
  let from = at + 1;
  if (tokens[from]?.kind === 'number') from = tokens[from + 1]?.text === ',' ? from + 2 : from + 1;
  if (determiners.has(tokens[from]?.lower ?? '')) from++;
  let to = from;
  let link = -1;
  // Whatever they were, they are not now: "a former harbour master".
  let titled = /^(?:former|retired|longtime|veteran)$/.test(tokens[from]?.lower ?? '');
  while (to < tokens.length && to - from < longest && !endsDescription(tokens, to, titled)) {
    const word = tokens[to]?.lower ?? '';
    titled ||= roleNouns.has(word);
    if (link < 0 && links.has(word) && titled) link = to;
    to++;
  }
  if (!titled || to === from) return none;
  return splitAt(text, tokens, { from, link, to });
}

function endsDescription(tokens: Token[], at: number, titled: boolean): boolean {
  const token = tokens[at] as Token;
  if (token.kind === 'passage') return !isNominal(token);
  if (token.kind === 'sign') {
    if (token.text === ',' && !titled) return false;
    return /^[,.;:!?()—–]$/.test(token.text);
  }
  return (
    token.lower === 'who' ||
    token.lower === 'that' ||
    token.lower === 'said' ||
    token.lower === 'says'
  );
}

type Cut = { from: number; link: number; to: number };

function splitAt(text: string, tokens: Token[], { from, link, to }: Cut): Description {
  if (link < 0) {
    const owner = tokens.findIndex((token, at) => at > from && at < to && token.lower === "'s");
    if (owner < 0) return { role: cut(text, tokens, from, to), affiliation: null };
    return { role: cut(text, tokens, owner + 1, to), affiliation: cut(text, tokens, from, owner) };
  }
  let start = link + 1;
  if (determiners.has(tokens[start]?.lower ?? '')) start++;
  const roleEnd = tokens[link - 1]?.lower === 'now' ? link - 1 : link;
  return {
    role: cut(text, tokens, from, roleEnd),
    affiliation: start < to ? cut(text, tokens, start, to) : null,
  };
}

function cut(text: string, tokens: Token[], from: number, to: number): string | null {
  const first = tokens[from];
  const last = tokens[to - 1];
  if (!first || !last || to <= from) return null;
  return text.slice(first.start, last.end).replace(/\s+/g, ' ').trim();
}
