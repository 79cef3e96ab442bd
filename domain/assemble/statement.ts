import type { Article } from '../article';
import { type Assessment, paragraphsOf } from '../assessment';
import type { DocumentJson } from '../document/document';
import { type Expert, introduceExpert, shortName } from '../expert';
import { joinNames } from '../positions';
import { partsOf, type Span } from '../span';
import { citation, paragraph, quote, sentence, text } from './nodes';

/** Who has been introduced with role and organisation so far; later mentions use the short name. */
export type Introduced = Set<string>;

/**
 * One assessment as a paragraph: its quotes verbatim and bound, the source's paraphrase in the
 * source's words, who says it in which role, whose view it is, and the paragraph it stands in.
 */
export function statement(
  id: string,
  assessment: Assessment,
  article: Article,
  introduced: Introduced,
): DocumentJson {
  return paragraph(id, statementLine(assessment, article, introduced));
}

/** The same as one line, to be set within a paragraph. */
export function statementLine(
  assessment: Assessment,
  article: Article,
  introduced: Introduced,
): DocumentJson[] {
  const who = holders(assessment, article, introduced);
  const quoted = assessment.spans.filter((span) => span.quoted);
  const content =
    quoted.length > 0 && quoted.length === assessment.spans.length
      ? directQuote(assessment, quoted, who)
      : paraphrase(assessment, article, who);
  return sentence('assessment', [assessment.id], [...content, ...cited(assessment, article)]);
}

/** A citation of each paragraph that carries the assessment. */
export function cited(assessment: Assessment, article: Article): DocumentJson[] {
  return paragraphsOf(assessment, article).flatMap(({ number }) =>
    number === null ? [] : [citation(article.id, number)],
  );
}

function directQuote(assessment: Assessment, spans: Span[], who: string): DocumentJson[] {
  const quotes = spans.map((span) => quote(assessment.id, span.text));
  const [first, ...rest] = quotes as [DocumentJson, ...DocumentJson[]];
  const spaced = rest.flatMap((each) => [...text(' '), each]);
  const qualifier = qualify(assessment);
  // A quote that closes with a comma runs on into its speaker, as the source printed it.
  if (spans[0]?.text.endsWith(','))
    return [first, ...text(` ${verb(assessment)} ${who}${qualifier}.`), ...spaced];
  return [...text(`${who}${qualifier}: `), first, ...spaced];
}

function paraphrase(assessment: Assessment, article: Article, who: string): DocumentJson[] {
  const label = assessment.kind === 'group_paraphrase' ? 'together, as' : 'as';
  const words = assessment.spans.flatMap((span, index) => [
    ...(index > 0 ? text(' … ') : []),
    ...copied(assessment, span),
  ]);
  const lead = `${who}, ${label} paraphrased by ${article.outlet}${qualify(assessment)}: `;
  return [
    ...text(lead),
    ...words,
    ...text(/[.!?]$/.test(assessment.spans.at(-1)?.text ?? '') ? '' : '.'),
  ];
}

/** The source's own sentence, with what it prints between quotation marks as quotes. */
function copied(assessment: Assessment, span: Span): DocumentJson[] {
  // The document adds the marks itself.
  return partsOf(span).flatMap(({ words, quoted }) =>
    quoted ? [quote(assessment.id, words)] : text(words),
  );
}

function verb(assessment: Assessment): string {
  return assessment.holders.every((expert) => expert.kind === 'document') ? 'says' : 'said';
}

function qualify(assessment: Assessment): string {
  if (assessment.viewOf) return `, giving the view of ${assessment.viewOf}`;
  if (assessment.directness === 'reported') return ', at second hand';
  if (assessment.directness === 'speculative') return ', as a supposition';
  return '';
}

function holders(assessment: Assessment, article: Article, introduced: Introduced): string {
  return joinNames(
    assessment.holders.map((expert) => introduceOnce(expert, article, introduced)),
    'and',
  );
}

function introduceOnce(expert: Expert, article: Article, introduced: Introduced): string {
  if (introduced.has(expert.id)) return shortName(expert);
  introduced.add(expert.id);
  return expert.kind === 'person' ? introduceExpert(expert, article.publishedOn) : expert.name;
}
