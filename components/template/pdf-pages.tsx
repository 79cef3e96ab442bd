import { useEffect, useRef, useState } from 'react';
import type { Template } from '@/domain/template';
import { Button } from '../ui/button';
import { Alarm } from '../ui/message';
import type { Page, PrintedPages } from './print-pages';

/** How long nothing has to be changed before the pages are printed anew, in ms. */
const pause = 1200;
/** A template's memo as the pages that would be printed, once they are asked for and after each change. */
export function PdfPages({ template }: { template: Template }) {
  const [isOpen, setOpen] = useState(false);
  const [shown, setShown] = useState<PrintedPages | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const definition = JSON.stringify(template);
  const isFirst = shown === null;

  useEffect(() => {
    if (!isOpen) return;
    const ended = new AbortController();
    const timer = setTimeout(
      () => {
        // The reader of PDFs is loaded by those who ask for pages, and by a browser alone.
        import('./print-pages')
          .then(({ printPages }) => printPages(definition, ended.signal))
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

function countPages({ pages, total }: PrintedPages): string {
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
