import type { Paragraph } from './article';
import { AppError } from './errors';

/**
 * A stretch of one paragraph: `[start, end)` in UTF-16 code units of the paragraph, and the exact
 * words there. `quoted` says that the source prints them between quotation marks; the marks
 * themselves are not part of the span.
 */
export type Span = {
  id: string;
  paragraphId: string;
  start: number;
  end: number;
  text: string;
  quoted: boolean;
};

/** Whether the span's words still stand where it says. */
export function resolves(span: Span, paragraph: Paragraph): boolean {
  return (
    span.paragraphId === paragraph.id &&
    span.end > span.start &&
    paragraph.text.slice(span.start, span.end) === span.text
  );
}

/**
 * Finds the words in the paragraph, once and exactly, and makes a span of them. Refused where
 * they are not there, or stand there more than once.
 */
export function spanOf(paragraph: Paragraph, words: string, quoted: boolean): Omit<Span, 'id'> {
  const start = paragraph.text.indexOf(words);
  if (start < 0 || words === '')
    throw new AppError('invalid', `Paragraph ${paragraph.number} does not contain “${words}”.`);
  if (paragraph.text.indexOf(words, start + 1) >= 0)
    throw new AppError(
      'invalid',
      `“${words}” stands more than once in paragraph ${paragraph.number}.`,
    );
  return { paragraphId: paragraph.id, start, end: start + words.length, text: words, quoted };
}
