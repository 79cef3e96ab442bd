import { Node } from 'prosemirror-model';
import { AppError } from '../errors';
import { migrateDocument } from './migrate';
import { schema } from './schema';
import { withoutSuggestions } from './settle';

/** A memo's document as it is stored and sent: the JSON of `schema`'s top node. */
export type DocumentJson = Record<string, unknown>;

/**
 * Reads a stored or received document, of this version or an earlier one, and checks it against
 * the schema, whole. Refused with a sentence where it isn't one: nothing half-valid goes further.
 */
export function readDocument(json: unknown): Node {
  try {
    const node = Node.fromJSON(schema, migrateDocument(json));
    node.check();
    if (node.type !== schema.topNodeType) throw new RangeError('not a whole document');
    return node;
  } catch (fault) {
    if (fault instanceof RangeError || fault instanceof TypeError)
      throw new AppError('invalid', `This is not a memo's document: ${fault.message}.`);
    throw fault;
  }
}

/** The document as plain JSON. Attributes lose their null prototypes, which React refuses. */
export function writeDocument(node: Node): DocumentJson {
  return JSON.parse(JSON.stringify(node.toJSON())) as DocumentJson;
}

/** The memo's title as its header has it, without what is suggested, and white space folded. */
export function titleOf(document: Node): string {
  const words = document.firstChild?.firstChild?.content.content ?? [];
  const isSuggested = (node: Node) => node.marks.some((mark) => mark.type.name === 'insertion');
  const title = words.map((node) => (isSuggested(node) ? '' : node.text)).join('');
  return title.replace(/\s+/g, ' ').trim();
}

/**
 * What the document says, for the search: a line to a block, without its title, marks and ids, and
 * without what is only suggested. A citation is a space, so that the words on its two sides stay two,
 * and so are a footnote's two ends.
 */
export function wordsOf(whole: Node): string {
  const lines: string[] = [];
  withoutSuggestions(whole).descendants((node) => {
    if (node.isTextblock && node.type.name !== 'title') lines.push(lineOf(node));
    return !node.isTextblock;
  });
  return lines.join('\n').trim();
}

function lineOf(block: Node): string {
  const parts = block.content.content.map((child) => {
    if (child.type.name === 'footnote') return ` ${child.textContent} `;
    return child.isLeaf && !child.isText ? ' ' : child.textContent;
  });
  return parts.join('');
}
