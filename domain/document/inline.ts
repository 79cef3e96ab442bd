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

/**
 * The writer's own remark on what is said before it. Its words stand in the line, as a quote's do,
 * so that all that holds for words holds for them.
 */
export const footnote: NodeSpec = {
  group: 'inline',
  inline: true,
  content: 'text*',
  marks: 'suggestion',
  isolating: true,
  parseDOM: [{ tag: 'span[data-footnote]', contentElement: '.words' }],
  toDOM: () => [
    'span',
    { 'data-footnote': '', role: 'note' },
    ['span', { contenteditable: 'false' }, '['],
    ['span', { class: 'words' }, 0],
    ['span', { contenteditable: 'false' }, ']'],
  ],
};
