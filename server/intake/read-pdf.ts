import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Line, type PrintedPage, paragraphsOfPages } from '@/domain/intake/pages';
import { composeText, limits, type Received } from '@/domain/intake/received';
import { opening } from '@/domain/pdf-opening';
import { Unreadable } from './unreadable';

type Item = { str: string; hasEOL: boolean; width: number; height: number; transform: number[] };

/**
 * The text of a PDF, its lines joined into paragraphs. Nothing in the file is run or looked up;
 * scanned pages have no text and are refused with a sentence.
 */
export async function readPdf(bytes: Uint8Array): Promise<Received> {
  const task = getDocument({ ...opening, data: new Uint8Array(bytes) });
  const document = await task.promise.catch((error: Error) => {
    throw new Unreadable(sentenceOf(error));
  });
  if (document.numPages > limits.pages)
    throw new Unreadable(
      `This PDF has ${document.numPages} pages; ${limits.pages} is the most. Bring in the part that you need.`,
    );
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    pages.push(await readPage(page));
    page.cleanup();
  }
  await task.destroy();
  const text = composeText(null, paragraphsOfPages(pages));
  if (text.replace(/\s/g, '').length < 10)
    throw new Unreadable(
      'This PDF holds pictures of pages and no text. Recognise its text (OCR) first, or paste the article.',
    );
  return {
    format: 'pdf',
    text,
    title: null,
    outlet: null,
    byline: null,
    publishedOn: null,
    url: null,
  };
}

function sentenceOf(error: Error): string {
  return error.name === 'PasswordException'
    ? 'This PDF is protected by a password. Save it without one and bring it in again.'
    : 'This PDF is broken or cut off. Download it again, or copy its text and paste it.';
}

async function readPage(page: PDFPageProxy): Promise<PrintedPage> {
  const [, bottom = 0, , top = 792] = page.view;
  const content = await page.getTextContent({ includeMarkedContent: false });
  const lines: Line[] = [];
  let open: Item[] = [];
  const close = () => {
    const line = lineOf(open, top);
    if (line.text.trim() !== '') lines.push(line);
    open = [];
  };
  for (const item of content.items as Item[]) {
    const last = open.findLast((each) => each.str.trim() !== '');
    if (last && item.str.trim() !== '' && !isOnLine(last, item)) close();
    open.push(item);
    if (item.hasEOL) close();
  }
  close();
  return { height: top - bottom, lines };
}

function isOnLine(last: Item, item: Item): boolean {
  const [height, y, before] = [heightOf(last), item.transform[5] ?? 0, last.transform[5] ?? 0];
  return Math.abs(y - before) < Math.max(height, heightOf(item)) * 0.6;
}

const heightOf = (item: Item) => Math.hypot(item.transform[2] ?? 0, item.transform[3] ?? 0);

function lineOf(items: Item[], top: number): Line {
  const inked = items.filter((item) => item.str.trim() !== '');
  const [first] = inked;
  const last = inked.at(-1);
  const x = first?.transform[4] ?? 0;
  return {
    text: items
      .map((item) => item.str)
      .join('')
      .trim(),
    x,
    y: top - (first?.transform[5] ?? 0),
    width: last ? (last.transform[4] ?? 0) + last.width - x : 0,
    height: Math.max(...inked.map(heightOf), 0),
  };
}
