import { bodyNouns, groupNouns, roleNouns } from './lexicon/people';
import { determiners } from './lexicon/words';
import type { Name } from './names';
import type { Phrase } from './phrases';
import type { Token } from './tokens';

/** One of several sources that "and" joins: by its name, or as the tokens `[from, to)` have it. */
export type Joined = { from: number; to: number; name: Name | null };

/**
 * The sources that a phrase joins ("the Council and the Norland embassy"). Empty where it joins
 * none, or where one of them is no name though neither "both" nor "all" says that they are several.
 */
export function joinedSources(tokens: Token[], source: Phrase, names: Name[]): Joined[] {
  const counted = /^(?:both|all|each)$/.test(tokens[source.to]?.lower ?? '');
  const parts: Joined[] = [];
  let from = source.from;
  for (let at = source.from; at <= source.to; at++) {
    const inside = names.some((name) => at > name.from && at < name.to);
    const link = at === source.to || tokens[at]?.lower === 'and' || tokens[at]?.text === ',';
    if (inside || !link) continue;
    if (at > from) parts.push({ from, to: at, name: nameOf(tokens, { from, to: at }, names) });
    from = at + 1;
  }
  if (parts.length < 2) return [];
  const stand = parts.every(({ name, to }) => name || (counted && isHolder(tokens[to - 1])));
  return stand ? parts : [];
}

/** The name that the part consists of, but for an article or titles before it. */
function nameOf(tokens: Token[], part: { from: number; to: number }, names: Name[]): Name | null {
  const name = names.find((each) => each.from >= part.from && each.to === part.to);
  if (!name) return null;
  const first = tokens[part.from];
  const lead = determiners.has(first?.lower ?? '') ? part.from + 1 : part.from;
  return name.lead <= lead ? name : null;
}

function isHolder(token: Token | undefined): boolean {
  const word = token?.lower ?? '';
  return bodyNouns.has(word) || groupNouns.has(word) || roleNouns.has(word);
}
