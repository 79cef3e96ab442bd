import type { Article } from '../article';
import { type Assessment, paragraphsOf, quotedStrings } from '../assessment';
import type { DocumentJson } from '../document/document';
import { prepareSource, standsIn } from '../quote/check';
import { citation, quote, sentence, text } from './nodes';
import { cited, type Introduced, statementLine } from './statement';

/**
 * How an assessment goes into a text: its quoted words alone, the whole of it as a sentence with
 * its speaker, or the mark that leads to its paragraph; each with its citations.
 */
export type Placing = 'quote' | 'sentence' | 'citation';

/** The ways in which this assessment can be placed: one without quoted words can't be a quote. */
export function placingsOf(assessment: Assessment): Placing[] {
  return quotedStrings(assessment).length > 0
    ? ['quote', 'sentence', 'citation']
    : ['sentence', 'citation'];
}

/** The way that the source itself has it: its speaker's words as a quote, all else as a sentence. */
export function naturalPlacing(assessment: Assessment): Placing {
  return assessment.spans.every((span) => span.quoted) ? 'quote' : 'sentence';
}

/**
 * The assessment as a stretch of a line, bound to what it rests on. Whoever is not yet in
 * `introduced` is named in full. A quote is refused by an empty list where nothing is quoted.
 */
export function placed(
  placing: Placing,
  assessment: Assessment,
  article: Article,
  introduced: Introduced = new Set(),
): DocumentJson[] {
  const notes = cited(assessment, article);
  if (placing === 'sentence') return statementLine(assessment, article, introduced);
  const quotes = quotedStrings(assessment).flatMap((words, index) => [
    ...(index > 0 ? text(' ') : []),
    quote(assessment.id, words),
  ]);
  if (placing === 'quote' && quotes.length === 0) return [];
  const content = placing === 'quote' ? [...quotes, ...notes] : notes;
  return sentence('assessment', [assessment.id], content);
}

/** The number of the assessment's paragraph that these words of it stand in; null where in none. */
export function paragraphWith(
  words: string,
  assessment: Assessment,
  article: Article,
): number | null {
  const holding = paragraphsOf(assessment, article).find(({ text: paragraph }) =>
    standsIn(words, prepareSource(paragraph), () => true),
  );
  return holding?.number ?? null;
}

/** Words of the assessment's as a bound quote, with the citation of the paragraph they stand in. */
export function boundQuote(
  words: string,
  assessment: Assessment,
  article: Article,
): DocumentJson[] {
  const number = paragraphWith(words, assessment, article);
  const note = number === null ? [] : [citation(article.id, number)];
  return sentence('assessment', [assessment.id], [quote(assessment.id, words), ...note]);
}
