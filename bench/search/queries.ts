import type { Collection } from './collection';
import { pick, type Random, randomFrom } from './random';

/** What an address of the search page holds. */
export type Sent = Record<string, string>;

/** What is searched for of each type: distinct searches, as one of the first team would write them. */
export type Queries = Record<string, Sent[]>;

/** A text of the store that searches are taken from. */
export type Sample = { title: string; text: string };

/** Makes so many distinct searches of each type, out of the words, names and texts that are stored. */
export function makeQueries(collection: Collection, samples: Sample[], count: number): Queries {
  const random = randomFrom(7);
  const { words } = collection.vocabulary;
  const [team] = collection.teams;
  const people = collection.people.filter((person) => person.teamId === team?.id);
  const issues = collection.issues.filter((issue) => issue.teamId === team?.id);
  const among = (from: number, to: number) =>
    words[from + Math.floor(random() * (to - from))] ?? 'the';
  const person = () => pick(random, people);
  return {
    'rare word': distinct(count, () => ({ q: among(8_000, 40_000) })),
    'common word': distinct(count, () => ({ q: among(25, 25 + 2 * count) })),
    'two words': distinct(count, () => ({ q: `${among(25, 400)} ${among(400, 5_000)}` })),
    'two common words': distinct(count, () => ({ q: `${among(25, 300)} ${among(25, 300)}` })),
    phrase: distinct(count, () => ({ q: `"${stretch(random, pick(random, samples).text)}"` })),
    'phrase of common words': distinct(count, () => ({
      q: `"${among(25, 150)} ${among(25, 150)}"`,
    })),
    prefix: distinct(count, () => ({ q: `${among(25, 8_000).slice(0, 4)}*` })),
    name: distinct(count, () => ({ q: person().name })),
    'misspelt name': distinct(count, () => ({ q: misspell(random, person().name) })),
    'word and dates': distinct(count, () => ({
      q: among(25, 2_000),
      from: String(2017 + Math.floor(random() * 5)),
      to: String(2022 + Math.floor(random() * 3)),
    })),
    'word and outlet': distinct(count, () => ({
      q: among(25, 2_000),
      outlet: pick(random, collection.outlets),
    })),
    'word and expert': distinct(count, () => ({ q: among(25, 2_000), expert: person().id })),
    'word and issue': distinct(count, () => ({
      q: among(25, 2_000),
      issue: pick(random, issues).id,
    })),
  };
}

function distinct(count: number, make: () => Sent): Sent[] {
  const made = new Map<string, Sent>();
  for (let tries = 0; made.size < count && tries < count * 100; tries += 1) {
    const sent = make();
    made.set(JSON.stringify(sent), sent);
  }
  return [...made.values()];
}

/** Three words that stand together in a text. */
function stretch(random: Random, text: string): string {
  const words = text.replace(/[.]/g, '').split(' ');
  const at = Math.floor(random() * (words.length - 3));
  return words.slice(at, at + 3).join(' ');
}

/** The name with one letter of its last word wrong. */
function misspell(random: Random, name: string): string {
  const at = name.length - 2 - Math.floor(random() * 3);
  return `${name.slice(0, at)}${pick(random, [...'aeioustrn'])}${name.slice(at + 1)}`;
}
