import { type Pasted, type PastedNode, textOf } from './structure';

/** Word has no lists in its HTML: paragraphs say at which level of which list they stand. */
export function isWordListItem(node: PastedNode): node is Pasted {
  if (typeof node === 'string' || !/^(p|h\d|div)$/.test(node.name)) return false;
  const { style = '', class: names = '' } = node.attributes;
  return /mso-list\s*:\s*(?!none)/i.test(style) || /MsoListParagraph/i.test(names);
}

/** The nodes with runs of such paragraphs made into lists, nested by their levels. */
export function nestWordLists(nodes: PastedNode[]): PastedNode[] {
  const out: PastedNode[] = [];
  let run: Pasted[] = [];
  const close = () => {
    if (run.length > 0) out.push(...listsOf(run.map(itemOf), 1));
    run = [];
  };
  for (const node of nodes) {
    if (isWordListItem(node)) run.push(node);
    else if (typeof node !== 'string' || node.trim() !== '') {
      close();
      out.push(node);
    }
  }
  close();
  return out;
}

type Item = { level: number; ordered: boolean; children: PastedNode[] };

function itemOf(node: Pasted): Item {
  const level = Number(/\blevel(\d+)/i.exec(node.attributes.style ?? '')?.[1] ?? 1);
  const marker = textOf(node.children.filter(isMarker)).trim() || textOf(markersIn(node));
  const children = withoutMarkers(node.children);
  return { level, ordered: /^\(?(\d+|[a-z]|[ivx]+)[.)]/i.test(marker.trim()), children };
}

/** The bullet or number that Word prints itself. */
function isMarker(node: PastedNode): boolean {
  return typeof node !== 'string' && /mso-list\s*:\s*ignore/i.test(node.attributes.style ?? '');
}

function markersIn(node: Pasted): PastedNode[] {
  return node.children.flatMap((child) =>
    typeof child === 'string' ? [] : isMarker(child) ? [child] : markersIn(child),
  );
}

function withoutMarkers(nodes: PastedNode[]): PastedNode[] {
  return nodes.flatMap((node): PastedNode[] => {
    if (typeof node === 'string') return [node];
    return isMarker(node) ? [] : [{ ...node, children: withoutMarkers(node.children) }];
  });
}

function listsOf(items: Item[], level: number): Pasted[] {
  const lists: Pasted[] = [];
  let at = 0;
  while (at < items.length) {
    const { ordered } = items[at] as Item;
    const name = ordered ? 'ol' : 'ul';
    const list: Pasted = { name, attributes: {}, children: [] };
    while (
      at < items.length &&
      (items[at]?.level ?? 1) <= level &&
      items[at]?.ordered === ordered
    ) {
      const next = items.findIndex((each, n) => n > at && each.level <= level);
      const end = next < 0 ? items.length : next;
      const paragraph: Pasted = { name: 'p', attributes: {}, children: items[at]?.children ?? [] };
      const inner = listsOf(items.slice(at + 1, end), level + 1);
      list.children.push({ name: 'li', attributes: {}, children: [paragraph, ...inner] });
      at = end;
    }
    // A list that begins deeper than it should stands as it is.
    if (list.children.length === 0) return [...lists, ...listsOf(items.slice(at), level + 1)];
    lists.push(list);
  }
  return lists;
}
