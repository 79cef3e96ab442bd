import type { Node } from 'prosemirror-model';
import { type EndnoteStyle, endnoteStyleIds } from '../endnote';
import { withoutSuggestions } from './settle';

/**
 * What the template settled of a document's looks that is part of its words: whether its paragraphs
 * are numbered, and how its endnotes are written. The document carries it, so that each text that is
 * kept says later what it said, wherever it is set.
 */
export type DocumentStyle = { numbered: boolean; endnotes: EndnoteStyle };

/** The style of a document whose template asked for none. */
export const plainStyle: DocumentStyle = { numbered: false, endnotes: 'icd-206' };

/** The attributes of the document's top node that hold its style; another value is refused. */
export const styleAttributes = {
  numbered: { default: plainStyle.numbered, validate: 'boolean' },
  endnotes: { default: plainStyle.endnotes, validate: checkEndnotes },
};

function checkEndnotes(value: unknown): void {
  if (!endnoteStyleIds.some((id) => id === value))
    throw new RangeError(`there is no style of endnotes ${JSON.stringify(value)}`);
}

/** A document's style. */
export function styleOf({ attrs }: Node): DocumentStyle {
  return { numbered: attrs.numbered as boolean, endnotes: attrs.endnotes as EndnoteStyle };
}

/**
 * The numbers of a document's paragraphs by their ids, from 1 through all sections; none where its
 * style has none. What is only suggested, still to be written, in a list, a table or a quotation, or
 * beside the endnotes has no number.
 */
export function numberParagraphs(whole: Node): Map<string, number> {
  const numbers = new Map<string, number>();
  if (!styleOf(whole).numbered) return numbers;
  withoutSuggestions(whole).forEach((section) => {
    if (section.children.some(({ type }) => type.name === 'endnotes')) return;
    section.forEach(({ type, childCount, attrs }) => {
      if (type.name === 'paragraph' && childCount > 0) numbers.set(attrs.id, numbers.size + 1);
    });
  });
  return numbers;
}
