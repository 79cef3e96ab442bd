/** A pasted element, apart from any DOM: its name in lower case, attributes, and what is in it. */
export type Pasted = { name: string; attributes: Record<string, string>; children: PastedNode[] };
/** A pasted element, or a text. */
export type PastedNode = Pasted | string;

/** As much of a DOM's node as is read of it. */
type DomNode = {
  nodeType: number;
  nodeName: string;
  nodeValue: string | null;
  childNodes: ArrayLike<DomNode>;
  attributes?: ArrayLike<{ name: string; value: string }>;
};

/** What is never read: it holds nothing that somebody wrote to be read. */
const unread = new Set([
  'script',
  'style',
  'head',
  'meta',
  'link',
  'title',
  'noscript',
  'template',
]);

/** Reads the nodes under a DOM's element; comments, scripts and styles are left out. */
export function readPasted(parent: DomNode): PastedNode[] {
  return Array.from(parent.childNodes).flatMap((node): PastedNode[] => {
    if (node.nodeType === 3) return node.nodeValue ? [node.nodeValue] : [];
    const name = node.nodeName.toLowerCase();
    if (node.nodeType !== 1 || unread.has(name)) return [];
    const attributes = Object.fromEntries(
      Array.from(node.attributes ?? [], (each) => [each.name.toLowerCase(), each.value]),
    );
    return [{ name, attributes, children: readPasted(node) }];
  });
}

/** Nodes as HTML. Texts are escaped; only what the cleaning leaves has to be written. */
export function writePasted(nodes: PastedNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return encode(node);
      const attributes = Object.entries(node.attributes).map(([k, v]) => ` ${k}="${encode(v)}"`);
      const open = `<${node.name}${attributes.join('')}>`;
      return node.name === 'br' ? open : `${open}${writePasted(node.children)}</${node.name}>`;
    })
    .join('');
}

/** All text in the nodes, without what is between. */
export function textOf(nodes: PastedNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('');
}

function encode(text: string): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}
