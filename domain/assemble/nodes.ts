import type { DocumentJson } from '../document/document';
import type { SentenceKind } from '../document/sentence-mark';

/** A node of the document as JSON; empty content is left out, as ProseMirror writes it. */
export function node(
  type: string,
  attrs: Record<string, unknown> = {},
  content: DocumentJson[] = [],
): DocumentJson {
  return {
    type,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(content.length > 0 ? { content } : {}),
  };
}

/** A text as the content of a node: no node at all where it is empty. */
export function text(words: string): DocumentJson[] {
  return words === '' ? [] : [{ type: 'text', text: words }];
}

/** The quoted words, bound to the assessment they come from. */
export function quote(assessment: string, words: string): DocumentJson {
  return node('quote', { assessment }, text(words));
}

/** The mark that leads to a paragraph of an article version. */
export function citation(article: string, paragraph: number): DocumentJson {
  return node('citation', { article, paragraph });
}

/** Inline content as one sentence of the kind, resting on the ids of its basis. */
export function sentence(
  kind: SentenceKind,
  basis: string[],
  content: DocumentJson[],
): DocumentJson[] {
  const mark = { type: 'sentence', attrs: { kind, basis } };
  return content.map((each) => ({ ...each, marks: [mark] }));
}

/** A paragraph with a stable id. */
export function paragraph(id: string, content: DocumentJson[]): DocumentJson {
  return node('paragraph', { id, prompt: null }, content);
}

/** An empty paragraph that says what belongs there. */
export function placeToWrite(id: string, prompt: string): DocumentJson {
  return node('paragraph', { id, prompt });
}

/** A bullet list of paragraphs, one item each. */
export function bullets(id: string, items: DocumentJson[]): DocumentJson {
  return node(
    'bullet_list',
    { id },
    items.map((item) => node('list_item', {}, [item])),
  );
}
