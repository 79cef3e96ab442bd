import { type NodeSpec, Schema } from 'prosemirror-model';
import { suggestedBlock, suggestionMarks } from './suggested';

/** The version of the document's shape; it is stored in each document. */
export const documentVersion = 2;

/** What a sentence can be: nothing else stands in a memo (domain: sentence binding). */
export const sentenceKinds = [
  'reported',
  'assessment',
  'judgment',
  'recommendation',
  'boilerplate',
] as const;

/** What a sentence is. */
export type SentenceKind = (typeof sentenceKinds)[number];

function checkKind(value: unknown): void {
  if (!sentenceKinds.some((kind) => kind === value))
    throw new RangeError(`a sentence can't be ${JSON.stringify(value)}`);
}

function checkBasis(value: unknown): void {
  if (!Array.isArray(value) || !value.every((id) => typeof id === 'string'))
    throw new RangeError('what a sentence rests on is a list of ids');
}

const block = { id: { default: '' }, ...suggestedBlock };

const inlineQuote: NodeSpec = {
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

const citation: NodeSpec = {
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

function tableCell(tag: 'td' | 'th', tableRole: 'cell' | 'header_cell'): NodeSpec {
  return {
    attrs: {
      colspan: { default: 1 },
      rowspan: { default: 1 },
      colwidth: { default: null },
      ...suggestedBlock,
    },
    content: 'paragraph+',
    isolating: true,
    tableRole,
    parseDOM: [{ tag }],
    toDOM: () => [tag, 0],
  };
}

/**
 * The memo's own document: a header with title and fields, then sections of blocks. Quotes and
 * citations are nodes that carry what they rest on; blocks carry stable ids; the `sentence` mark
 * says what a sentence is and on what it rests. Suggestions are marks on words and attributes of
 * blocks. One schema serves assembly, editor and server.
 */
export const schema = new Schema({
  topNode: 'doc',
  nodes: {
    doc: { content: 'header section+', attrs: { version: { default: documentVersion } } },
    header: {
      content: 'title field*',
      isolating: true,
      parseDOM: [{ tag: 'header' }],
      toDOM: () => ['header', { class: 'memo-header' }, 0],
    },
    title: {
      content: 'text*',
      marks: 'suggestion',
      isolating: true,
      parseDOM: [{ tag: 'h1' }],
      toDOM: () => ['h1', 0],
    },
    field: {
      attrs: { name: {}, label: {} },
      content: 'text*',
      marks: 'suggestion',
      isolating: true,
      parseDOM: [
        {
          tag: 'div.field',
          contentElement: '.value',
          getAttrs: (dom) => ({ name: dom.dataset.name, label: dom.dataset.label }),
        },
      ],
      toDOM: (node) => [
        'div',
        { class: 'field', 'data-name': node.attrs.name, 'data-label': node.attrs.label },
        ['span', { class: 'label', contenteditable: 'false' }, node.attrs.label],
        ['span', { class: 'value' }, 0],
      ],
    },
    section: {
      attrs: { id: { default: '' }, name: { default: '' } },
      content: 'heading block+',
      isolating: true,
      defining: true,
      parseDOM: [
        {
          tag: 'section',
          getAttrs: (dom) => ({ id: dom.dataset.id ?? '', name: dom.dataset.name ?? '' }),
        },
      ],
      toDOM: (node) => ['section', { 'data-id': node.attrs.id, 'data-name': node.attrs.name }, 0],
    },
    heading: {
      content: 'text*',
      marks: 'suggestion',
      defining: true,
      parseDOM: [{ tag: 'h2' }],
      toDOM: () => ['h2', 0],
    },
    paragraph: {
      // A place to write is a paragraph with a prompt that nobody has written in yet.
      attrs: { ...block, prompt: { default: null } },
      group: 'block',
      content: 'inline*',
      parseDOM: [
        {
          tag: 'p',
          getAttrs: (dom) => ({ id: dom.dataset.id ?? '', prompt: dom.dataset.prompt ?? null }),
        },
      ],
      toDOM: (node) => [
        'p',
        node.attrs.prompt === null
          ? { 'data-id': node.attrs.id }
          : { 'data-id': node.attrs.id, 'data-prompt': node.attrs.prompt },
        0,
      ],
    },
    subheading: {
      attrs: block,
      group: 'block',
      content: 'text*',
      marks: 'suggestion',
      defining: true,
      parseDOM: [{ tag: 'h3', getAttrs: (dom) => ({ id: dom.dataset.id ?? '' }) }],
      toDOM: (node) => ['h3', { 'data-id': node.attrs.id }, 0],
    },
    bullet_list: {
      attrs: block,
      group: 'block',
      content: 'list_item+',
      parseDOM: [{ tag: 'ul', getAttrs: (dom) => ({ id: dom.dataset.id ?? '' }) }],
      toDOM: (node) => ['ul', { 'data-id': node.attrs.id }, 0],
    },
    ordered_list: {
      attrs: block,
      group: 'block',
      content: 'list_item+',
      parseDOM: [{ tag: 'ol', getAttrs: (dom) => ({ id: dom.dataset.id ?? '' }) }],
      toDOM: (node) => ['ol', { 'data-id': node.attrs.id }, 0],
    },
    list_item: {
      attrs: suggestedBlock,
      content: 'paragraph (paragraph | bullet_list | ordered_list)*',
      defining: true,
      parseDOM: [{ tag: 'li' }],
      toDOM: () => ['li', 0],
    },
    quotation: {
      attrs: block,
      group: 'block',
      content: 'paragraph+',
      defining: true,
      parseDOM: [{ tag: 'blockquote', getAttrs: (dom) => ({ id: dom.dataset.id ?? '' }) }],
      toDOM: (node) => ['blockquote', { 'data-id': node.attrs.id }, 0],
    },
    // As prosemirror-tables has it, so that an editor's table commands find what they know.
    table: {
      attrs: block,
      group: 'block',
      content: 'table_row+',
      isolating: true,
      tableRole: 'table',
      parseDOM: [{ tag: 'table', getAttrs: (dom) => ({ id: dom.dataset.id ?? '' }) }],
      toDOM: (node) => ['table', { 'data-id': node.attrs.id }, ['tbody', 0]],
    },
    table_row: {
      attrs: suggestedBlock,
      content: '(table_cell | table_header)+',
      tableRole: 'row',
      parseDOM: [{ tag: 'tr' }],
      toDOM: () => ['tr', 0],
    },
    table_cell: tableCell('td', 'cell'),
    table_header: tableCell('th', 'header_cell'),
    // Both are worked out anew from the citations and quotes wherever the memo is shown.
    source_summary: {
      attrs: block,
      group: 'block',
      atom: true,
      parseDOM: [{ tag: 'div.source-summary' }],
      toDOM: () => ['div', { class: 'source-summary' }],
    },
    endnotes: {
      attrs: block,
      group: 'block',
      atom: true,
      parseDOM: [{ tag: 'div.endnotes' }],
      toDOM: () => ['div', { class: 'endnotes' }],
    },
    quote: inlineQuote,
    citation,
    hard_break: {
      group: 'inline',
      inline: true,
      selectable: false,
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br'],
    },
    text: { group: 'inline' },
  },
  marks: {
    ...suggestionMarks,
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    emphasis: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
    sentence: {
      attrs: { kind: { validate: checkKind }, basis: { default: [], validate: checkBasis } },
      inclusive: false,
      parseDOM: [
        {
          tag: 'span[data-sentence]',
          getAttrs: (dom) => ({
            kind: dom.dataset.sentence,
            basis: (dom.dataset.basis ?? '').split(' ').filter(Boolean),
          }),
        },
      ],
      toDOM: (mark) => [
        'span',
        { 'data-sentence': mark.attrs.kind, 'data-basis': mark.attrs.basis.join(' ') },
        0,
      ],
    },
  },
});
