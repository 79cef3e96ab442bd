import { getDocument } from 'pdfjs-dist';
import { opening } from '@/domain/pdf-opening';
import { startReader } from '../prove/open-pdf';

/** One page, drawn. */
export type Page = { number: number; canvas: HTMLCanvasElement };

/** Some of the pages that would be printed, and how many there are. */
export type PrintedPages = { pages: Page[]; total: number };

/**
 * What is printed: what is sent to which address; from which page on how many are drawn, and how wide,
 * in pixels of their own.
 */
export type Order = { address: string; body: string; first: number; most: number; width: number };

/**
 * Has something printed that is not kept yet, and draws some of its pages. Past the last page, the
 * last is drawn. Refused with a sentence; ended by the signal.
 */
export async function printPages(
  { address, body, first, most, width }: Order,
  signal: AbortSignal,
): Promise<PrintedPages> {
  const [worker, data] = await Promise.all([startReader(), fetchPdf(address, body, signal)]);
  const task = getDocument({ ...opening, data, worker });
  try {
    const pdf = await task.promise;
    const pages: Page[] = [];
    const from = Math.min(first, pdf.numPages);
    for (let number = from; number < from + most && number <= pdf.numPages; number += 1) {
      signal.throwIfAborted();
      const page = await pdf.getPage(number);
      const plain = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: width / plain.width });
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

async function fetchPdf(address: string, body: string, signal: AbortSignal): Promise<Uint8Array> {
  const answer = await fetch(address, { method: 'POST', body, signal });
  if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
  const said = (await answer.json().catch(() => null)) as { message?: string } | null;
  throw new Error(
    said?.message ?? 'The pages could not be printed just now. Change something, or try again.',
  );
}
