import { type Pasted, type PastedNode, textOf } from './structure';
import { isWordListItem, nestWordLists } from './word-lists';

/**
 * What a memo can hold of a pasted text: paragraphs, subheadings, lists, tables, quotations, bold
 * and italic. Everything else is dropped or, where it holds text, taken off: styles, classes,
 * links, images, scripts, comments, tracked deletions, and what Word and Google Docs wrap it in.
 */
export function cleanPasted(nodes: PastedNode[]): PastedNode[] {
  return inBlocks(cleanAll(nodes));
}

const dropped = new Set(['img', 'svg', 'video', 'audio', 'iframe', 'object', 'embed', 'canvas']);
const inputs = new Set([
  'button',
  'input',
  'select',
  'textarea',
  'form',
  'nav',
  'del',
  's',
  'strike',
]);
const kept = new Set(['p', 'ul', 'ol', 'li', 'table', 'tr', 'td', 'th', 'blockquote', 'br']);
const blocks = new Set(['p', 'h3', 'ul', 'ol', 'table', 'blockquote']);
const textual = new Set([
  'div',
  'section',
  'article',
  'header',
  'footer',
  'main',
  'aside',
  'dd',
  'dt',
  'figcaption',
  'address',
  'pre',
  'center',
]);

function clean(node: PastedNode): PastedNode[] {
  if (typeof node === 'string')
    return [node.replace(/[\u00A0\u200B\uFEFF]/g, ' ').replace(/\s+/g, ' ')];
  const { name, attributes } = node;
  if (dropped.has(name) || (inputs.has(name) && name !== 'form') || isUnseen(attributes)) return [];
  const children = cleanAll(node.children);
  if (/^h[1-6]$/.test(name)) return [plain('h3', unstyled(children))];
  if (name === 'p' && /MsoTitle|MsoSubtitle|MsoHeading/i.test(attributes.class ?? ''))
    return [plain('h3', unstyled(children))];
  if (name === 'p' && /Quote/i.test(attributes.class ?? ''))
    return [plain('blockquote', [plain('p', children)])];
  if (name === 'li') return [plain('li', inBlocks(children))];
  if (name === 'ul' || name === 'ol') return [plain(name, insideItems(children))];
  if (name === 'table' || name === 'tr') return [plain(name, children.filter(isElement))];
  if (name === 'p') return [plain(name, withoutEdges(children))];
  if (name === 'td' || name === 'th') return [plain(name, cellBlocks(children))];
  if (name === 'blockquote') return [plain(name, cellBlocks(children))];
  if (kept.has(name)) return [plain(name, children)];
  if (textual.has(name)) return inBlocks(children);
  return styled(node, children);
}

function cleanAll(nodes: PastedNode[]): PastedNode[] {
  const items = nodes.some(isWordListItem) ? nestWordLists(nodes) : nodes;
  return items.flatMap(clean);
}

/** What the program that was copied from did not show, or marked as its own. */
function isUnseen({
  style = '',
  class: names = '',
  hidden,
  'aria-hidden': aria,
}: Pasted['attributes']) {
  return (
    hidden !== undefined ||
    aria === 'true' ||
    /display\s*:\s*none|mso-hide\s*:\s*all|mso-element\s*:\s*comment|mso-special-character\s*:\s*comment/i.test(
      style,
    ) ||
    /MsoCommentReference|MsoCommentText|msocom/i.test(names)
  );
}

/** Bold and italic, by name or by style; Google wraps all in a bold that says it is none. */
function styled({ name, attributes }: Pasted, children: PastedNode[]): PastedNode[] {
  const style = attributes.style ?? '';
  const weight = /(?<![\w-])font-weight\s*:\s*(\w+)/i.exec(style)?.[1];
  const bold = weight ? /^(bold|bolder|[6-9]00)$/i.test(weight) : /^(b|strong)$/.test(name);
  const slant = /(?<![\w-])font-style\s*:\s*(\w+)/i.exec(style)?.[1];
  const italic = slant ? /^(italic|oblique)$/i.test(slant) : /^(i|em|cite)$/.test(name);
  let made = children;
  const holdsBlocks = children.some((each) => typeof each !== 'string' && blocks.has(each.name));
  if (holdsBlocks || textOf(children).trim() === '') return made;
  if (italic) made = [plain('em', made)];
  if (bold) made = [plain('strong', made)];
  return made;
}

function plain(name: string, children: PastedNode[]): Pasted {
  return { name, attributes: {}, children };
}

/** A heading is bold as it is. */
function unstyled(nodes: PastedNode[]): PastedNode[] {
  return nodes.flatMap((node) =>
    typeof node === 'string' ? [node] : node.name === 'br' ? [' '] : unstyled(node.children),
  );
}

const isBlock = (node: PastedNode) =>
  typeof node !== 'string' && (blocks.has(node.name) || node.name === 'li');

/** Where blocks stand among loose text, the text gets paragraphs; blank paragraphs go. */
function inBlocks(nodes: PastedNode[]): PastedNode[] {
  if (!nodes.some(isBlock)) return nodes.some((each) => textOf([each]).trim()) ? nodes : [];
  const out: PastedNode[] = [];
  let loose: PastedNode[] = [];
  const close = () => {
    if (textOf(loose).trim() !== '') out.push(plain('p', withoutEdges(loose)));
    loose = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) loose.push(node);
    else {
      close();
      if (textOf([node]).trim() !== '') out.push(node);
    }
  }
  close();
  return out;
}

const isElement = (node: PastedNode) => typeof node !== 'string';

/** Google sets a list within a list between its items: it belongs to the one before. */
function insideItems(nodes: PastedNode[]): PastedNode[] {
  const items: Pasted[] = [];
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    const last = items.at(-1);
    if (node.name !== 'li' && last)
      items[items.length - 1] = plain('li', [...inBlocks(last.children), node]);
    else items.push(node.name === 'li' ? node : plain('li', [node]));
  }
  return items;
}

/** Blanks and breaks at a line's two ends are no part of it. */
function withoutEdges(nodes: PastedNode[]): PastedNode[] {
  const isBlank = (node: PastedNode) => textOf([node]).trim() === '';
  const from = nodes.findIndex((node) => !isBlank(node));
  const to = nodes.findLastIndex((node) => !isBlank(node));
  return nodes.slice(Math.max(from, 0), to + 1).map((node, index, all) => {
    if (typeof node !== 'string') return node;
    const start = index === 0 ? node.trimStart() : node;
    return index === all.length - 1 ? start.trimEnd() : start;
  });
}

/** A cell and a quotation hold paragraphs alone: what is more is a paragraph an item. */
function cellBlocks(nodes: PastedNode[]): PastedNode[] {
  const flat = inBlocks(nodes).flatMap(function lines(node): PastedNode[] {
    if (typeof node === 'string' || !isBlock(node)) return [node];
    const inner = node.children.some(isBlock)
      ? node.children.flatMap(lines)
      : [plain('p', node.children)];
    return node.name === 'table' ? tableLines(node) : inner;
  });
  return flat.some(isBlock) ? flat : [plain('p', flat)];
}

function tableLines(node: Pasted): PastedNode[] {
  return node.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === 'p' ? [child] : tableLines(child);
  });
}
