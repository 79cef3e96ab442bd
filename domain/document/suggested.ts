import type { AttributeSpec, Mark, MarkSpec, Node } from 'prosemirror-model';

/** Whose a suggestion is and since when; what belongs together has one `id` (a UUID). */
export type Stamp = { id: string; author: string; account: string; at: string };

/**
 * What can be suggested of a block as a whole. `split`: it was parted from the block before it;
 * `joined`: it is to become one with the block before it.
 */
export const blockKinds = ['inserted', 'deleted', 'split', 'joined'] as const;

/** One of `blockKinds`. */
export type BlockKind = (typeof blockKinds)[number];

const parts = ['id', 'author', 'account', 'at'] as const;

/** Whether a value is a stamp: four strings, and nothing that could be taken for one. */
export function isStamp(value: unknown): value is Stamp {
  if (typeof value !== 'object' || value === null) return false;
  return parts.every((part) => typeof (value as Record<string, unknown>)[part] === 'string');
}

/** The stamp alone, of a mark's attributes or of a block's, with its parts in one order. */
export function stampOf({ id, author, account, at }: Stamp): Stamp {
  return { id, author, account, at };
}

function checkStamp(value: unknown): void {
  if (value !== null && !isStamp(value)) throw new RangeError('A suggestion lacks its author');
}

const stamped: AttributeSpec = { default: null, validate: checkStamp };

/**
 * The attributes by which a block is suggested. They are attributes and not marks, because a list
 * or a table with an element around one of its items is none any more.
 */
export const suggestedBlock: Record<BlockKind, AttributeSpec> = {
  inserted: stamped,
  deleted: stamped,
  split: stamped,
  joined: stamped,
};

const stampAttributes = {
  id: { validate: 'string' },
  author: { validate: 'string' },
  account: { validate: 'string' },
  at: { validate: 'string' },
};

function markSpec(tag: 'ins' | 'del'): MarkSpec {
  return {
    attrs: stampAttributes,
    group: 'suggestion',
    inclusive: false,
    parseDOM: [
      {
        tag: `${tag}[data-suggestion]`,
        // No other rule may take these elements for its own.
        priority: 1000,
        getAttrs: (dom) => ({ ...readStamp(dom) }),
      },
    ],
    toDOM: (mark) => [tag, writeStamp(mark), 0],
  };
}

/** The marks of what is suggested within a line: words that come, words that go, other formatting. */
export const suggestionMarks: Record<'insertion' | 'deletion' | 'modification', MarkSpec> = {
  insertion: markSpec('ins'),
  deletion: markSpec('del'),
  modification: {
    // What formatting is to come and what is to go, each as a mark's JSON. Several may meet.
    attrs: { ...stampAttributes, added: { default: null }, removed: { default: null } },
    group: 'suggestion',
    excludes: '',
    inclusive: false,
    parseDOM: [
      {
        tag: 'span[data-modification]',
        priority: 1000,
        getAttrs: (dom) => ({
          ...readStamp(dom),
          ...(JSON.parse(dom.dataset.modification ?? '{}') as object),
        }),
      },
    ],
    toDOM: (mark) => {
      const { added, removed } = mark.attrs;
      return [
        'span',
        { ...writeStamp(mark), 'data-modification': JSON.stringify({ added, removed }) },
        0,
      ];
    },
  },
};

function writeStamp({ attrs }: Mark): Record<string, string> {
  return {
    'data-suggestion': attrs.id,
    'data-author': attrs.author,
    'data-account': attrs.account,
    'data-at': attrs.at,
  };
}

function readStamp({ dataset }: HTMLElement): Stamp {
  return {
    id: dataset.suggestion ?? '',
    author: dataset.author ?? '',
    account: dataset.account ?? '',
    at: dataset.at ?? '',
  };
}

/** The stamps of what is suggested of this block as a whole. */
export function blockStamps(node: Node): { kind: BlockKind; stamp: Stamp }[] {
  return blockKinds.flatMap((kind) => {
    const stamp = node.attrs[kind] as Stamp | null | undefined;
    return stamp ? [{ kind, stamp }] : [];
  });
}

/** The node's suggestion marks, each with its stamp. */
export function markStamps(node: Node): { mark: Mark; stamp: Stamp }[] {
  return node.marks
    .filter((mark) => mark.type.spec.group === 'suggestion')
    .map((mark) => ({ mark, stamp: stampOf(mark.attrs as Stamp) }));
}
