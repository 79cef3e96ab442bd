import { afterDateline } from './dateline';
import { groupNouns, roleNouns } from './lexicon/people';
import { cueVerbs } from './lexicon/verbs';
import { auxiliaries, plainVerbs, prepositions } from './lexicon/words';
import { type Entity, sexOf } from './people';
import { type Phrase, phraseAfter } from './phrases';
import type { Token } from './tokens';

/** "A caretaker opened the gate": the person without a name whom a sentence begins with, or null. */
export function readUnnamed(tokens: Token[]): Phrase | null {
  const from = afterDateline(tokens);
  if (!/^an?$/.test(tokens[from]?.lower ?? '')) return null;
  for (let head = from + 1; head < from + 6; head++) {
    const token = tokens[head];
    if (token?.kind !== 'word') return null;
    if (!roleNouns.has(token.lower) || groupNouns.has(token.lower)) continue;
    const next = tokens[head + 1];
    if (!goesOn(next)) continue;
    const linked = /^(?:of|for|at|from|with)$/.test(next?.lower ?? '');
    const to = linked ? (phraseAfter(tokens, from)?.to ?? head + 1) : head + 1;
    return { from, to: Math.max(to, head + 1), head };
  }
  return null;
}

/** What follows a subject: a verb, what stands before one, or what tells more of the subject. */
function goesOn(token: Token | undefined): boolean {
  const word = token?.lower ?? '';
  return (
    word === 'who' ||
    prepositions.has(word) ||
    auxiliaries.has(word) ||
    plainVerbs.has(word) ||
    cueVerbs.has(word) ||
    /.{2}(?:ed|ly)$/.test(word)
  );
}

/** The words as the name of somebody who has none: "a caretaker". */
export function unnamedAs(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/^An? /, (article) => article.toLowerCase());
}

/** Whoever is known by what he or she does alone. */
export function unnamedEntity(name: string, words: Token[]): Entity {
  return {
    kind: 'person',
    name: unnamedAs(name),
    given: '',
    family: '',
    sex: sexOf(name),
    mentions: 1,
    sure: true,
    role: null,
    affiliation: null,
    words: new Set(words.map((token) => token.lower).filter((word) => word.length > 2)),
  };
}

/** Whether the entity has no name of its own. */
export const isUnnamed = ({ family }: Entity) => family === '';
