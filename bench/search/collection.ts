import { v7 } from 'uuid';
import { pick, type Random, randomFrom } from './random';
import { makeVocabulary, makeWord, type Vocabulary } from './vocabulary';

/** What the collection is made of: words, people, outlets, and the teams that share it out. */
export type Collection = {
  random: Random;
  vocabulary: Vocabulary;
  teams: { id: string; share: number }[];
  people: Person[];
  issues: { id: string; teamId: string; name: string }[];
  outlets: string[];
};

/** An expert to be stored; each team has its own. */
export type Person = { id: string; teamId: string; name: string; organisation: string };

/** An article to be stored, with its paragraphs' texts. */
export type MadeArticle = {
  id: string;
  versionId: string;
  teamId: string;
  slug: string;
  title: string;
  outlet: string;
  publishedOn: string;
  paragraphs: { id: string; text: string }[];
};

const paragraphsEach = 20;
const vocabularySize = 80_000;
const firstDay = Date.UTC(2016, 10, 24);
const days = 3652;

/** Five teams of different size, an expert to five articles, and 200 outlets of uneven size. */
export function makeCollection(articles: number): Collection {
  const random = randomFrom(20261124);
  const vocabulary = makeVocabulary(random, vocabularySize);
  const teams = [0.4, 0.25, 0.15, 0.12, 0.08].map((share) => ({ id: v7(), share }));
  const people = Array.from({ length: Math.ceil(articles / 5) }, () => ({
    id: v7(),
    teamId: drawTeam(random, teams),
    name: `${nameWord(random, 2)} ${nameWord(random, 1 + Math.floor(random() * 2))}`,
    organisation: `${nameWord(random, 2)} Institute`,
  }));
  const outlets = Array.from({ length: 200 }, () => `The ${nameWord(random, 2)} Newswire`);
  const issues = teams.flatMap(({ id }) =>
    Array.from({ length: 20 }, (_, at) => ({ id: v7(), teamId: id, name: `issue ${at}` })),
  );
  return { random, vocabulary, teams, people, issues, outlets };
}

function nameWord(random: Random, syllables: number): string {
  const word = makeWord(random, syllables);
  const accented = random() < 0.1 ? word.replace('e', 'é').replace('o', 'ö') : word;
  return accented.charAt(0).toUpperCase() + accented.slice(1);
}

function drawTeam(random: Random, teams: Collection['teams']): string {
  let aim = random();
  for (const team of teams) {
    aim -= team.share;
    if (aim < 0) return team.id;
  }
  return teams[0]?.id ?? '';
}

/** The next article: twenty paragraphs of 20 to 60 words; every third names a person. */
export function makeArticle(collection: Collection, number: number): MadeArticle {
  const { random, vocabulary, teams, people, outlets } = collection;
  const day = firstDay + Math.floor(random() * days) * 86_400_000;
  const paragraphs = Array.from({ length: paragraphsEach }, (_, index) => ({
    id: v7(),
    text: sentence(
      vocabulary,
      20 + Math.floor(random() * 40),
      index % 3 === 0 ? pick(random, people).name : '',
    ),
  }));
  return {
    id: v7(),
    versionId: v7(),
    teamId: drawTeam(random, teams),
    slug: `article-${number}`,
    title: sentence(vocabulary, 9, '').slice(0, -1),
    outlet: outlets[Math.floor(random() ** 3 * outlets.length)] ?? '',
    publishedOn: new Date(day).toISOString().slice(0, 10),
    paragraphs,
  };
}

/** So many words with a capital and a full stop, and a name after the sixth. */
export function sentence({ draw }: Vocabulary, count: number, name: string): string {
  const words = Array.from({ length: count }, draw);
  if (name) words.splice(6, 0, name);
  const text = words.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
