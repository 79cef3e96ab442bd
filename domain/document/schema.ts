import { type NodeSpec, Schema } from 'prosemirror-model';
import { block, portionBlock, readBlock, writeBlock } from './block';
import { citation, footnote, quote } from './inline';
import { sentenceMark } from './sentence-mark';
import { styleAttributes } from './style';
import { suggestedBlock, suggestionMarks } from './suggested';

/** The version of the document's shape; it is stored in each document. */
export const documentVersion = 4;

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
 * citations are nodes that carry what they rest on, footnotes the writer's remarks; blocks carry stable ids; the `sentence` mark
 * says what a sentence is and on what it rests; what has words may be marked as a portion.
 * Suggestions are marks on words and attributes of blocks. One schema serves assembly, editor and
 * server.
 */
export const schema = new Schema({
  topNode: 'doc',
  nodes: {
    doc: {
      content: 'header section+',
      attrs: { version: { default: documentVersion }, ...styleAttributes },
    },
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
      attrs: { ...portionBlock, prompt: { default: null } },
      group: 'block',
      content: 'inline*',
      parseDOM: [
        {
          tag: 'p',
          getAttrs: (dom) => ({ ...readBlock(dom), prompt: dom.dataset.prompt ?? null }),
        },
      ],
      toDOM: (node) => [
        'p',
        node.attrs.prompt === null
          ? writeBlock(node)
          : { ...writeBlock(node), 'data-prompt': node.attrs.prompt },
        0,
      ],
    },
    subheading: {
      attrs: portionBlock,
      group: 'block',
      content: 'text*',
      marks: 'suggestion',
      defining: true,
      parseDOM: [{ tag: 'h3', getAttrs: readBlock }],
      toDOM: (node) => ['h3', writeBlock(node), 0],
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
      attrs: portionBlock,
      group: 'block',
      content: 'paragraph+',
      defining: true,
      parseDOM: [{ tag: 'blockquote', getAttrs: readBlock }],
      toDOM: (node) => ['blockquote', writeBlock(node), 0],
    },
    // As prosemirror-tables has it, so that an editor's table commands find what they know.
    table: {
      attrs: portionBlock,
      group: 'block',
      content: 'table_row+',
      isolating: true,
      tableRole: 'table',
      parseDOM: [{ tag: 'table', getAttrs: readBlock }],
      toDOM: (node) => ['table', writeBlock(node), ['tbody', 0]],
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
    quote,
    citation,
    footnote,
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
    sentence: sentenceMark,
  },
});
