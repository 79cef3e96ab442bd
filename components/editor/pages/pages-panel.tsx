import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import type { EditorView } from 'prosemirror-view';
import { useMemo, useState } from 'react';
import { PrintedPage } from '@/components/pages/printed-page';
import { usePages } from '@/components/pages/use-pages';
import { Button } from '@/components/ui/button';
import { Alarm } from '@/components/ui/message';
import { useWatched } from '../watched';

/** How long one has to pause in writing before the page is set anew, in ms. */
const pause = 60;
/** How wide the page stands beside the text at most, in CSS pixels. */
const widest = 400;

type Props = { memo: string; view: EditorView; onClose: () => void };

/** Beside the text: the page as it would be printed, set anew at each pause in writing. */
export function PagesPanel({ memo, view, onClose }: Props) {
  const document = useWatched(view, (state) => state.doc);
  const [first, setFirst] = useState(1);
  const width = Math.round(widest * Math.min(2, window.devicePixelRatio));
  const body = useMemo(() => JSON.stringify(document.toJSON()), [document]);
  const order = { address: `/api/memos/${memo}/preview`, body, first, most: 1, width };
  const { printed, fault } = usePages(order, pause);
  const [page] = printed?.pages ?? [];
  const total = printed?.total ?? 0;
  const number = page?.number ?? 1;
  return (
    <section aria-labelledby="printed" className="grid gap-2">
      <div className="flex items-center justify-between">
        <h2 id="printed" className="font-semibold">
          As printed
        </h2>
        <Button look="quiet" aria-label="Close the printed page" onClick={onClose}>
          <X size={18} aria-hidden="true" />
        </Button>
      </div>
      {fault ? <Alarm>{fault}</Alarm> : null}
      {page ? <PrintedPage page={page} total={total} /> : null}
      {page || fault ? null : <p role="status">Setting the page…</p>}
      {total > 1 ? (
        <div className="flex items-center justify-between">
          <Button
            look="quiet"
            aria-label="Page before"
            disabled={number <= 1}
            onClick={() => setFirst(number - 1)}
          >
            <ChevronLeft size={18} aria-hidden="true" />
          </Button>
          <span className="text-sm">
            Page {number} of {total}
          </span>
          <Button
            look="quiet"
            aria-label="Page after"
            disabled={number >= total}
            onClick={() => setFirst(number + 1)}
          >
            <ChevronRight size={18} aria-hidden="true" />
          </Button>
        </div>
      ) : null}
    </section>
  );
}
