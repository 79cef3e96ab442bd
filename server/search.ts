import { isAsked, isFiltered, type Kind, perPage, readDays, type Search } from '@/domain/search';
import { readWords, type Words } from '@/domain/search/words';
import type { Actor } from '@/domain/user';
import { memosApart } from './access';
import { type Found, type FoundArticle, findArticles, type Stretch } from './search/articles';
import { type FoundExpert, findExperts, findLikeNames } from './search/experts';
import { type FoundMemo, findMemos } from './search/memos';
import type { MemoScope } from './search/scope';
import { shelvesVisibleTo } from './search/shelves';
import { type FoundStatement, findStatements } from './search/statements';
import { readTerms, type Terms } from './search/terms';

/** What a search found, a kind at a time; a kind that was not asked for has its count alone. */
export type Finds = {
  articles: Found<FoundArticle>;
  statements: Found<FoundStatement>;
  experts: Found<FoundExpert>;
  memos: Found<FoundMemo>;
  /** Experts who are called much like it, where none is called so. */
  likeNames: FoundExpert[];
  /** The beginning of a word that was searched for, where the whole word was not found. */
  begun: string;
  /** A sentence where nothing could be searched for. */
  fault: string;
};

const none = { items: [], total: 0 };
const nothing: Finds = {
  articles: none,
  statements: none,
  experts: none,
  memos: none,
  likeNames: [],
  begun: '',
  fault: '',
};

/**
 * Searches what the actor may read: articles and statements on the shelves of their teams, and
 * their teams' experts and memos. Whatever is sent, the answer is finds or a sentence.
 */
export async function search(actor: Actor, asked: Search): Promise<Finds> {
  if (!isAsked(asked)) return nothing;
  const days = readDays(asked);
  if (days.fault) return { ...nothing, fault: days.fault };
  const words = readWords(asked.q);
  if (asked.q !== '' && words.web === '')
    return { ...nothing, fault: 'There is no word in this search. Write one to be found.' };
  const terms = await readTerms(words, words.starred);
  if (asked.q !== '' && terms.all === '') return { ...nothing, fault: tooCommon };
  const { outlet, expert, issue } = asked;
  const shelves = await shelvesVisibleTo(actor, days);
  const scope = {
    teamIds: actor.teamIds,
    ...(await memosApart(actor)),
    shelves,
    ...days,
    outlet,
    expert,
    issue,
  };
  const found = await findAll(terms, scope, asked);
  const { experts, articles, statements, memos } = found;
  const whole = articles.total + statements.total + memos.total + experts.total > 0;
  const begun = !whole && !words.starred && words.prefix ? words.prefix.word : '';
  const finds = begun
    ? { ...(await findAll(await readTerms(words, true), scope, asked)), begun }
    : { ...found, begun };
  return { ...finds, ...(await namesLike(finds.experts, terms, words, asked, actor)), fault: '' };
}

const tooCommon =
  'Words as small as these stand in every text and are not searched for. Add another.';

async function namesLike(
  experts: Finds['experts'],
  terms: Terms,
  words: Words,
  asked: Search,
  actor: Actor,
): Promise<Pick<Finds, 'likeNames'>> {
  if (experts.total > 0 || words.name === '' || isFiltered(asked)) return { likeNames: [] };
  return { likeNames: await findLikeNames(terms, words.name, actor.teamIds) };
}

/** All kinds at once. Names of experts are of no day, outlet or issue: a filter leaves them out. */
async function findAll(terms: Terms, scope: MemoScope, asked: Search) {
  const stretchOf = (kind: Kind): Stretch => ({
    take: asked.kind === null ? perPage.all : asked.kind === kind ? perPage.one : 0,
    skip: asked.kind === kind ? (asked.page - 1) * perPage.one : 0,
  });
  const [articles, statements, experts, memos] = await Promise.all([
    findArticles(terms, scope, stretchOf('articles')),
    findStatements(terms, scope, stretchOf('statements')),
    isFiltered(asked) ? none : findExperts(terms, scope.teamIds, stretchOf('experts')),
    findMemos(terms, scope, stretchOf('memos')),
  ]);
  return { articles, statements, experts, memos };
}
