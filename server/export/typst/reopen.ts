import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

type Item =
  | { str: string; hasEOL: boolean; width: number; transform: number[] }
  | { type: string; tag?: string | null };

/**
 * One page of a PDF read back: its lines of text, what stands in its margins, apart, and how far
 * to the right its ink goes, in points from the left edge.
 */
export type Page = { lines: string[]; margins: string; right: number; links: number; tags: string };

/** What a PDF says of itself, as a reader's program sees it. */
export type Reopened = {
  title: unknown;
  language: unknown;
  created: unknown;
  marked: boolean;
  attachments: string[];
  outline: string[];
  pages: Page[];
};

/** Opens a PDF with a program that had no part in making it. For tests. */
export async function reopen(pdf: Uint8Array): Promise<Reopened> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 });
  const document = await task.promise;
  const info = (await document.getMetadata()).info as Record<string, unknown>;
  const files = (await document.getAttachments()) as Record<string, unknown> | null;
  const pages: Page[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const content = await page.getTextContent({ includeMarkedContent: true });
    const annotations: unknown[] = await page.getAnnotations();
    const tags = JSON.stringify(await page.getStructTree());
    pages.push({ ...readItems(content.items as Item[]), links: annotations.length, tags });
  }
  const outline = ((await document.getOutline()) ?? []).map((entry) => entry.title);
  const marked = (await document.getMarkInfo())?.Marked === true;
  await task.destroy();
  return {
    title: info.Title,
    language: info.Language,
    created: info.CreationDate,
    marked,
    attachments: Object.keys(files ?? {}),
    outline,
    pages,
  };
}

/** Text inside an artifact (header, footer, watermark) is no part of what the memo says. */
function readItems(items: Item[]): Pick<Page, 'lines' | 'margins' | 'right'> {
  const open: boolean[] = [];
  let body = '';
  let margins = '';
  let right = 0;
  for (const item of items) {
    if ('str' in item) {
      const text = item.str + (item.hasEOL ? '\n' : '');
      if (open.includes(true)) margins += text;
      else {
        body += text;
        right = Math.max(right, (item.transform[4] ?? 0) + item.width);
      }
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.tag === 'Artifact');
  }
  return { lines: body.split('\n').filter((line) => line.trim() !== ''), margins, right };
}
