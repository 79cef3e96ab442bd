import type { Node } from 'prosemirror-model';
import { z } from 'zod';
import type { Article } from './article';
import { type Evidence, isOnTheRecord } from './assessment';
import { basesIn, citedIn, typedQuotesIn, usedEvidence } from './document/walk';
import { checkQuote, isSound, prepareSource } from './quote/check';

/** Paragraphs that a memo cites and whose words may not leave the house. */
export const keptBackSchema = z
  .array(
    z.object({
      article: z.string(),
      paragraph: z.string(),
      number: z.number().int().min(1).nullable(),
    }),
  )
  .describe(
    'Paragraphs that the memo rests on and that are not in “evidence”, because something in them was said off the record.',
  );

/** One paragraph that is kept back: its article, its id and the number people cite. */
export type KeptBack = z.infer<typeof keptBackSchema>[number];

/**
 * Of the evidence, what a document rests on and may take along: its statements on the record, and
 * the paragraphs that it cites, quotes or rests on, quotations that were typed included; and which
 * of these are kept back, because they carry a statement off the record.
 */
export function restingEvidence(
  document: Node,
  whole: Evidence,
  known: ReadonlySet<string> = new Set(),
): { evidence: Evidence; keptBack: KeptBack[] | undefined } {
  const secret = new Set(known);
  for (const each of whole.assessments)
    if (!isOnTheRecord(each)) for (const span of each.spans) secret.add(span.paragraphId);
  const onRecord = { ...whole, assessments: whole.assessments.filter(isOnTheRecord) };
  const { articles, assessments } = usedEvidence(document, onRecord);
  const ids = basesIn(document);
  for (const { spans } of assessments) for (const { paragraphId } of spans) ids.add(paragraphId);
  const cited = new Set(citedIn(document));
  const typed = typedQuotesIn(document).map(({ text }) => text);
  const resting = articles.map((article) => {
    const isResting = ({ id, number, leftOut, text }: Article['paragraphs'][number]) =>
      ids.has(id) ||
      cited.has(`${article.id} ${number}`) ||
      (leftOut === null && typed.some((words) => holds(text, words)));
    return { ...article, paragraphs: article.paragraphs.filter(isResting) };
  });
  const keptBack = resting.flatMap((article) =>
    article.paragraphs
      .filter(({ id }) => secret.has(id))
      .map(({ id, number }) => ({ article: article.id, paragraph: id, number })),
  );
  const evidence = {
    articles: resting.map((article) => {
      return { ...article, paragraphs: article.paragraphs.filter(({ id }) => !secret.has(id)) };
    }),
    // “A senior official” is another name of somebody whom other statements may not name.
    assessments: assessments.map((assessment) => {
      const holders = assessment.holders.map((expert) => ({ ...expert, aliases: [] }));
      return { ...assessment, holders };
    }),
  };
  return { evidence, keptBack: keptBack.length > 0 ? keptBack : undefined };
}

/** Whether the words stand in a paragraph as a quotation of it may have them. */
export function holds(paragraph: string, words: string): boolean {
  return isSound(checkQuote(words, prepareSource(paragraph)).state);
}
