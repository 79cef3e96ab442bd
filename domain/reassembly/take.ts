import { Fragment, type Node } from 'prosemirror-model';
import { blocksOf, childrenOf, isList, keyOf, sectionsOf, unwrap } from '../document/parts';
import { schema } from '../document/schema';
import type { Proposal } from './proposals';

/** What is to be done to which part, by its key. */
type Chosen = { come: Set<string>; gone: Set<string>; changed: Map<string, Node> };

/**
 * The memo's text with these proposals taken, everything else as it is. A new part stands behind the
 * part that it follows in the new assembly, or else first; a section that nothing is left in keeps a
 * place to write.
 */
export function take(mine: Node, fresh: Node, proposals: readonly Proposal[]): Node {
  const chosen: Chosen = { come: new Set(), gone: new Set(), changed: new Map() };
  for (const { kind, parts, fresh: nodes } of proposals)
    for (const key of parts) {
      if (kind === 'new') chosen.come.add(key);
      if (kind === 'gone') chosen.gone.add(key);
      if (kind === 'changed' && nodes[0]) chosen.changed.set(key, nodes[0]);
    }
  const sections = new Map(sectionsOf(fresh).map((each) => [each.attrs.name as string, each]));
  const content = childrenOf(mine).map((child) => {
    if (child.type.name !== 'section') return child;
    const now = sections.get(child.attrs.name as string);
    const kept = merge(blocksOf(child), now ? blocksOf(now) : [], chosen);
    const filled = kept.length > 0 ? kept : [emptied(child)];
    return child.copy(Fragment.from([...childrenOf(child).slice(0, 1), ...filled]));
  });
  const whole = mine.copy(Fragment.from(content));
  whole.check();
  return whole;
}

/** The children of a section or list, as they stand, with what was chosen. */
function merge(stand: Node[], now: Node[], chosen: Chosen): Node[] {
  const fresh = new Map(now.map((each) => [keyOf(each), each]));
  const result = stand.flatMap((child): Node[] => {
    const key = keyOf(child);
    if (isList(child)) {
      const list = fresh.get(key);
      const items = merge(childrenOf(child), list && isList(list) ? childrenOf(list) : [], chosen);
      return items.length > 0 ? [child.copy(Fragment.from(items))] : [];
    }
    if (chosen.gone.has(key)) return [];
    return [asThere(chosen.changed.get(key) ?? child, child)];
  });
  const known = new Set(result.map(keyOf));
  let after = 0;
  for (const part of now) {
    const key = keyOf(part);
    if (!known.has(key))
      for (const come of arriving(part, chosen)) {
        result.splice(after, 0, come);
        known.add(key);
      }
    after = Math.max(after, result.findIndex((each) => keyOf(each) === key) + 1);
  }
  return result;
}

/** A new part as it comes; of a list that does not stand in the text, the chosen items. */
function arriving(part: Node, { come }: Chosen): Node[] {
  if (!isList(part)) return come.has(keyOf(part)) ? [part] : [];
  const items = childrenOf(part).filter((item) => come.has(keyOf(item)));
  return items.length > 0 ? [part.copy(Fragment.from(items))] : [];
}

/** A part in the form of the place where a person moved it: as an item, or as a paragraph. */
function asThere(part: Node, there: Node): Node {
  if (part.type === there.type) return part;
  if (there.type.name === 'list_item' && part.type.name === 'paragraph')
    return schema.node('list_item', null, [part]);
  return unwrap(part);
}

function emptied(section: Node): Node {
  const id = `${section.attrs.name}.place`;
  return schema.node('paragraph', { id, prompt: 'nothing is left here; write, or leave it out' });
}
