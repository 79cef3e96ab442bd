import type { Node } from 'prosemirror-model';
import type { Article } from '../article';
import { type Evidence, paragraphsOf } from '../assessment';
import { withoutSuggestions } from '../document/settle';
import { basesIn, citedIn, usedEvidence } from '../document/walk';
import { freeSlug } from '../intake/slug';

/** A source of a memo: its article, a key that no other has, and the paragraphs it rests on. */
export type CitedSource = { key: string; article: Article; paragraphs: number[] };

/**
 * The sources that a memo cites, quotes or rests on, in the order of the evidence, each once. Nothing
 * of what is only suggested, and of a source's speakers nothing at all.
 */
export function citedSources(whole: Node, evidence: Evidence): CitedSource[] {
  const document = withoutSuggestions(whole);
  const used = usedEvidence(document, evidence);
  const cited = citedIn(document).map((each) => each.split(' '));
  const bases = basesIn(document);
  const taken: string[] = [];
  return used.articles.map((article) => {
    // Two versions of one article have one slug.
    const key = freeSlug(article.slug, taken);
    taken.push(key);
    const resting = used.assessments.filter(({ articleId }) => articleId === article.id);
    const numbers = [
      ...cited.flatMap(([id, number]) => (id === article.id ? Number(number) : [])),
      ...resting.flatMap((each) => paragraphsOf(each, article).map(({ number }) => number)),
      ...article.paragraphs.flatMap(({ id, number }) => (bases.has(id) ? number : [])),
    ];
    const paragraphs = [...new Set(numbers.flatMap((number) => number ?? []))];
    return { key, article, paragraphs: paragraphs.sort((a, b) => a - b) };
  });
}

/** The paragraphs in words: “Rests on para. 3”, “Rests on paras. 3, 7 and 12”. Empty for none. */
export function restsOn(paragraphs: number[]): string {
  if (paragraphs.length === 0) return '';
  const last = paragraphs.at(-1);
  if (paragraphs.length === 1) return `Rests on para. ${last}`;
  return `Rests on paras. ${paragraphs.slice(0, -1).join(', ')} and ${last}`;
}
