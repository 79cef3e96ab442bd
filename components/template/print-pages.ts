import { getDocument } from 'pdfjs-dist';
import { opening } from '@/domain/pdf-opening';
import { startReader } from '../prove/open-pdf';

/** How many pages are drawn, and how wide each is, in pixels of its own. */
const drawn = { most: 6, width: 900 };

/** One page, drawn. */
export type Page = { number: number; canvas: HTMLCanvasElement };

/** The first pages that would be printed, and how many there are. */
export type PrintedPages = { pages: Page[]; total: number };

/** Prints a template's memo, its definition as JSON, and draws the pages. Refused with a sentence. */
export async function printPages(definition: string, signal: AbortSignal): Promise<PrintedPages> {
  const answer = await fetch('/api/templates/preview', {
    method: 'POST',
    body: definition,
    signal,
  });
  if (!answer.ok) {
    const said = (await answer.json().catch(() => null)) as { message?: string } | null;
    throw new Error(
      said?.message ?? 'The pages could not be printed just now. Change something, or try again.',
    );
  }
  const worker = await startReader();
  const task = getDocument({
    ...opening,
    data: new Uint8Array(await answer.arrayBuffer()),
    worker,
  });
  try {
    const pdf = await task.promise;
    const pages: Page[] = [];
    for (let number = 1; number <= Math.min(pdf.numPages, drawn.most); number += 1) {
      const page = await pdf.getPage(number);
      const plain = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: drawn.width / plain.width });
      const canvas = document.createElement('canvas');
      canvas.width = viewport.width;
      canvas.height = viewport.height;
      await page.render({ canvas, viewport }).promise;
      pages.push({ number, canvas });
    }
    return { pages, total: pdf.numPages };
  } finally {
    await task.destroy();
  }
}
