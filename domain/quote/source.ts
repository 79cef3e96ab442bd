import { prepareSource, type Source } from './match';

/**
 * A text made ready to be searched, with the paragraphs that the store takes it apart into, which
 * a marked ellipsis may not reach over. `start` is where a paragraph begins, in UTF-16 code units.
 */
export function sourceOf(text: string, paragraphs: { start: number; text: string }[]): Source {
  const source = prepareSource(text);
  const parted = paragraphs.map(({ start, text: words }) =>
    source.tokens.filter((token) => token.start >= start && token.end <= start + words.length),
  );
  return { ...source, paragraphs: parted.filter((tokens) => tokens.length > 0) };
}
