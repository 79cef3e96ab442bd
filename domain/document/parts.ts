import type { Node } from 'prosemirror-model';

/**
 * A part of a memo that an assembly makes as a whole: a block of a section, or an item of one of its
 * lists. `list` is the key of the list it stands in, null where in none; `head` is the key of the
 * subheading above it.
 */
export type Part = {
  key: string;
  node: Node;
  section: string;
  list: string | null;
  head: string | null;
};

/** A document's sections in their order. */
export function sectionsOf(document: Node): Node[] {
  return childrenOf(document).filter(({ type }) => type.name === 'section');
}

/** All parts of a document in reading order. */
export function partsOf(document: Node): Part[] {
  return sectionsOf(document).flatMap((section) => {
    let head: string | null = null;
    return blocksOf(section).flatMap((block) => {
      if (block.type.name === 'subheading') head = keyOf(block);
      const place = { section: section.attrs.name as string, head };
      const parts: { node: Node; list: string | null }[] = isList(block)
        ? childrenOf(block).map((node) => ({ node, list: keyOf(block) }))
        : [{ node: block, list: null }];
      return parts.map((part) => ({ ...place, ...part, key: keyOf(part.node) }));
    });
  });
}

/** A section's blocks, without its heading. */
export function blocksOf(section: Node): Node[] {
  return childrenOf(section).filter(({ type }) => type.name !== 'heading');
}

/** A node's children as a list. */
export function childrenOf({ content }: Node): Node[] {
  return [...content.content];
}

/** Whether a block is a list, whose items are parts by themselves. */
export function isList({ type }: Node): boolean {
  return type.name === 'bullet_list' || type.name === 'ordered_list';
}

/** What a part is known by in every text of a memo: its id, or that of the first block in it. */
export function keyOf(node: Node): string {
  let found = (node.attrs.id as string | undefined) ?? '';
  node.descendants((child) => {
    found ||= (child.attrs.id as string | undefined) ?? '';
    return found === '';
  });
  return found;
}

/** Whether two parts say the same, of the same kinds, bound alike; one may be the item of a list. */
export function isSame(one: Node, other: Node): boolean {
  return one.eq(other) || (one.type !== other.type && unwrap(one).eq(unwrap(other)));
}

/** An item's one paragraph; any other part as it is. */
export function unwrap(node: Node): Node {
  const [only] = childrenOf(node);
  return node.type.name === 'list_item' && node.childCount === 1 && only ? only : node;
}
