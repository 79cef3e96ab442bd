import { Node } from 'prosemirror-model';
import { AppError } from '../errors';
import { schema } from './schema';

/** A memo's document as it is stored and sent: the JSON of `schema`'s top node. */
export type DocumentJson = Record<string, unknown>;

/**
 * Reads a stored or received document and checks it against the schema, whole. Refused with a
 * sentence where it isn't one: nothing half-valid goes further.
 */
export function readDocument(json: unknown): Node {
  try {
    const node = Node.fromJSON(schema, json);
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

/** The memo's title as its header has it, with white space folded. */
export function titleOf(document: Node): string {
  return document.firstChild?.firstChild?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}

/**
 * What the document says, for the search: a line to a block, without its title, marks and ids. A
 * citation is a space, so that the words on its two sides stay two.
 */
export function wordsOf(document: Node): string {
  const after = document.firstChild?.firstChild?.nodeSize ?? 0;
  return document.textBetween(after + 1, document.content.size, '\n', ' ').trim();
}
