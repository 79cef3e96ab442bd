import { Readability } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';
import { composeText, type Received } from '@/domain/intake/received';
import { readPageDetails } from './page-details';
import { Unreadable } from './unreadable';

/**
 * The article of an HTML page, and what the page says of it. No script runs, nothing is loaded,
 * and of the page's markup nothing but the parting into paragraphs is kept.
 */
export function readHtml(html: string, url: string | null): Received {
  const document = parse(html, url);
  const details = readPageDetails(document, url);
  const whole = blocksOf(document.querySelector('article, main, [role=main]') ?? document.body);
  const readable = new Readability(document).parse();
  const chosen = readable?.content ? blocksOf(parse(readable.content, null).body) : [];
  // Of a short page the reader may keep next to nothing; then all of it is taken.
  const paragraphs = lengthOf(chosen) >= lengthOf(whole) * 0.3 ? chosen : whole;
  if (paragraphs.length === 0)
    throw new Unreadable(
      'This page has no text in it; it may be made by scripts. Copy the article and paste it.',
    );
  const title = details.title ?? readable?.title?.trim() ?? null;
  return {
    format: 'html',
    text: composeText(title, paragraphs),
    ...details,
    title,
    byline: details.byline ?? tidyByline(readable?.byline),
  };
}

/** The paragraphs of a piece of HTML, all of them: a rich paste, or the body of an e-mail. */
export function paragraphsOfHtml(html: string): string[] {
  return blocksOf(parse(html, null).body);
}

const tidyByline = (byline: string | null | undefined) =>
  byline?.replace(/\s+/g, ' ').replace(/^by /i, '').trim().slice(0, 200) || null;

function parse(html: string, url: string | null): Document {
  // A console of its own: a page's broken stylesheet is nothing to be told about.
  const options = { virtualConsole: new VirtualConsole() };
  return new JSDOM(html, url ? { ...options, url } : options).window.document;
}

const lengthOf = (paragraphs: string[]) => paragraphs.reduce((sum, each) => sum + each.length, 0);

const blocks = new Set(
  'ADDRESS ARTICLE BLOCKQUOTE BODY CENTER DD DIV DL DT FIELDSET H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TBODY TR UL'.split(
    ' ',
  ),
);
const skipped =
  'script, style, noscript, template, iframe, svg, nav, aside, footer, button, select, figure, [hidden], [aria-hidden=true]';

/** The text in a piece of a page, a string for each block; two line breaks part one too. */
function blocksOf(root: Element): string[] {
  for (const each of root.querySelectorAll(skipped)) each.remove();
  const walker = (root.ownerDocument as Document).createTreeWalker(root, 5);
  const pieces: string[] = [];
  let [open, last] = ['', root as Element | null];
  const close = () => {
    pieces.push(...open.split(/\n\s*\n/));
    open = '';
  };
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === 1) {
      if (node.nodeName === 'BR') open += '\n';
      if (node.nodeName === 'TD' || node.nodeName === 'TH') open += ' ';
      if (blocks.has(node.nodeName)) close();
      continue;
    }
    const block = blockOf(node);
    if (block !== last) close();
    last = block;
    open += (node.nodeValue ?? '').replace(/[\t\n\f\r ]+/g, ' ');
  }
  close();
  return pieces.map((piece) => piece.replace(/[\t\n\f\r ]+/g, ' ').trim()).filter(Boolean);
}

function blockOf(node: Node): Element | null {
  let element = node.parentElement;
  while (element && !blocks.has(element.nodeName)) element = element.parentElement;
  return element;
}
