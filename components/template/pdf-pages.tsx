import { useState } from 'react';
import type { Template } from '@/domain/template';
import type { PrintedPages } from '../pages/print-pages';
import { PrintedPage } from '../pages/printed-page';
import { usePages } from '../pages/use-pages';
import { Button } from '../ui/button';
import { Alarm } from '../ui/message';

/** How long nothing has to be changed before the pages are printed anew, in ms. */
const pause = 1200;
/** How many pages are drawn, and how wide. */
const most = 6;
const width = 900;

/** A template's memo as the pages that would be printed, once they are asked for and after each change. */
export function PdfPages({ template }: { template: Template }) {
  const [isOpen, setOpen] = useState(false);
  const body = JSON.stringify(template);
  const order = { address: '/api/templates/preview', body, first: 1, most, width };
  const { printed: shown, fault } = usePages(isOpen ? order : null, pause);
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
              <PrintedPage key={page.number} page={page} total={shown.total} />
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
