import type { Node } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import { canJoin, canSplit } from 'prosemirror-transform';
import { markPortions } from './portion';
import { schema } from './schema';

// For tests and the chaos run: random edits of the kinds that people make, as data, so that a
// failing row of them can be shrunk and run again.

/** One random edit. `at` and `to` are fractions of the document, from 0 to 1. */
export type Edit = {
  kind:
    | 'type'
    | 'delete'
    | 'split'
    | 'join'
    | 'remove-block'
    | 'embolden'
    | 'wrap'
    | 'mark-portion'
    | 'note';
  at: number;
  to: number;
  text: string;
};

/** The kinds, typing thrice as often as the others. */
export const editKinds: readonly Edit['kind'][] = [
  'type',
  'type',
  'type',
  'delete',
  'split',
  'join',
  'remove-block',
  'embolden',
  'wrap',
  'mark-portion',
  'note',
];

/** The state after the edit; unchanged where the edit does not fit there. */
export function makeEdit(state: EditorState, edit: Edit): EditorState {
  const transaction = editOf(state, edit);
  return transaction?.docChanged ? state.apply(transaction) : state;
}

/** The edit as a transaction; null where it does not fit there. */
export function editOf(state: EditorState, { kind, at, to, text }: Edit): Transaction | null {
  const blocks = textblocksOf(state.doc);
  const chosen = blocks[Math.min(blocks.length - 1, Math.floor(at * blocks.length))];
  if (!chosen) return null;
  const { node, start } = chosen;
  const place = start + Math.floor(to * (node.content.size + 1));
  const position = Math.min(place, start + node.content.size);
  const { tr } = state;
  switch (kind) {
    case 'type':
      return tr.insert(position, schema.text(text));
    case 'delete':
      return tr.delete(start + Math.floor((position - start) / 2), position);
    case 'split':
      return canSplit(state.doc, position) ? tr.split(position) : null;
    case 'join':
      return start > 2 && isJoint(state.doc, start - 1) ? tr.join(start - 1) : null;
    case 'remove-block':
      return removeBlock(tr, start);
    case 'embolden':
      return tr.addMark(start, position, schema.marks.strong.create());
    case 'wrap':
      return wrap(tr, start);
    case 'mark-portion':
      return markPortions(tr, start, position, to < 0.5 ? 'U' : 'CUI');
    case 'note':
      return insertNote(tr, position, text);
  }
}

/** `canJoin` lets through what `join` then refuses: a paragraph onto the list before it. */
function isJoint(doc: Node, position: number): boolean {
  const { nodeBefore, nodeAfter } = doc.resolve(position);
  return nodeBefore?.type === nodeAfter?.type && canJoin(doc, position);
}

/** Takes a paragraph out where its parent can spare it. */
function removeBlock(tr: Transaction, start: number): Transaction | null {
  const $start = tr.doc.resolve(start);
  const parent = $start.node(-1);
  const index = $start.index(-1);
  return parent.canReplace(index, index + 1) ? tr.delete($start.before(), $start.after()) : null;
}

function insertNote(tr: Transaction, position: number, text: string): Transaction | null {
  // Neither a quote nor a note takes one.
  if (tr.doc.resolve(position).parent.type !== schema.nodes.paragraph) return null;
  return tr.insert(position, schema.nodes.footnote.create(null, schema.text(text)));
}

function wrap(tr: Transaction, start: number): Transaction | null {
  const range = tr.doc.resolve(start).blockRange();
  const type = schema.nodes.quotation;
  if (!range?.parent.canReplaceWith(range.startIndex, range.endIndex, type)) return null;
  return tr.wrap(range, [{ type }]);
}

function textblocksOf(doc: Node): { node: Node; start: number }[] {
  const found: { node: Node; start: number }[] = [];
  doc.descendants((node, position) => {
    if (node.type.name === 'paragraph') found.push({ node, start: position + 1 });
    return !node.isTextblock;
  });
  return found;
}
