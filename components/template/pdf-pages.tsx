import { getDocument } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { opening } from '@/domain/pdf-opening';
import type { Template } from '@/domain/template';
import { startReader } from '../prove/open-pdf';
import { Button } from '../ui/button';
import { Alarm } from '../ui/message';

/** How long nothing has to be changed before the pages are printed anew, in ms. */
const pause = 1200;
/** How many pages are drawn, and how wide each is, in pixels of its own. */
const drawn = { most: 6, width: 900 };

type Page = { number: number; canvas: HTMLCanvasElement };
type Shown = { pages: Page[]; total: number };

/** A template's memo as the pages that would be printed, once they are asked for and after each change. */
export function PdfPages({ template }: { template: Template }) {
  const [isOpen, setOpen] = useState(false);
  const [shown, setShown] = useState<Shown | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const definition = JSON.stringify(template);
  const isFirst = shown === null;

  useEffect(() => {
    if (!isOpen) return;
    const ended = new AbortController();
    const timer = setTimeout(
      () => {
        print(definition, ended.signal)
          .then((made) => {
            if (ended.signal.aborted) return;
            setShown(made);
            setFault(null);
          })
          .catch((error: Error) => {
            if (!ended.signal.aborted) setFault(error.message);
          });
      },
      isFirst ? 0 : pause,
    );
    return () => {
      clearTimeout(timer);
      ended.abort();
    };
  }, [isOpen, definition, isFirst]);

  return (
    <div className="mb-4">
      <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? 'Hide the printed pages' : 'Show the printed pages'}
      </Button>
      {isOpen ? (
        <div className="mt-3">
          {fault ? <Alarm>{fault}</Alarm> : null}
          <p role="status" className="mb-2 text-quiet text-sm">
            {shown ? countPages(shown) : fault ? '' : 'Setting the pages…'}
          </p>
          <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
            {shown?.pages.map((page) => (
              <Sheet key={page.number} page={page} total={shown.total} />
            ))}
          </div>
        </div>
      ) : null}
    </div>
  );
}

function countPages({ pages, total }: Shown): string {
  const count = `${total === 1 ? 'One page' : `${total} pages`}, as they would be printed.`;
  return pages.length < total ? `${count} The first ${pages.length} are shown.` : count;
}

function Sheet({ page, total }: { page: Page; total: number }) {
  const place = useRef<HTMLDivElement>(null);
  const { canvas, number } = page;
  useEffect(() => place.current?.replaceChildren(canvas), [canvas]);
  return (
    <div
      ref={place}
      role="img"
      aria-label={`Printed page ${number} of ${total}`}
      className="overflow-hidden rounded-sm border border-rule bg-white shadow-sm [&>canvas]:block [&>canvas]:h-auto [&>canvas]:w-full"
    />
  );
}

async function print(definition: string, signal: AbortSignal): Promise<Shown> {
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
