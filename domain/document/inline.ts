import type { NodeSpec } from 'prosemirror-model';

/** The words of an assessment's holder, bound to it. */
export const quote: NodeSpec = {
  // The quoted words alone; the quotation marks are added wherever it is shown.
  attrs: { assessment: {} },
  group: 'inline',
  inline: true,
  content: 'text*',
  marks: 'suggestion',
  parseDOM: [
    {
      tag: 'q[data-assessment]',
      contentElement: '.words',
      getAttrs: (dom) => ({ assessment: dom.dataset.assessment }),
    },
  ],
  toDOM: (node) => [
    'q',
    { 'data-assessment': node.attrs.assessment, class: 'quote' },
    ['span', { contenteditable: 'false' }, '“'],
    ['span', { class: 'words' }, 0],
    ['span', { contenteditable: 'false' }, '”'],
  ],
};

/** The mark that leads to a paragraph of an article version. */
export const citation: NodeSpec = {
  attrs: { article: {}, paragraph: {} },
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  parseDOM: [
    {
      tag: 'sup[data-article]',
      getAttrs: (dom) => ({
        article: dom.dataset.article,
        paragraph: Number(dom.dataset.paragraph),
      }),
    },
  ],
  toDOM: (node) => [
    'sup',
    { 'data-article': node.attrs.article, 'data-paragraph': String(node.attrs.paragraph) },
  ],
};
