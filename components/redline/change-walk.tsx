'use client';

import { useCallback, useRef, useState } from 'react';
import { useKeys } from '../assessment/use-keys';
import { Button } from '../ui/button';

/** Goes from change to change of the redline on the page: by buttons, or by `n` and `p`. */
export function ChangeWalk({ total }: { total: number }) {
  const at = useRef(-1);
  const [shown, setShown] = useState(0);
  const go = useCallback((by: 1 | -1) => {
    const stops = [...document.querySelectorAll<HTMLElement>('.redline [data-change]')];
    if (stops.length === 0) return;
    const from = at.current < 0 && by < 0 ? 0 : at.current;
    at.current = (from + by + stops.length) % stops.length;
    const stop = stops[at.current];
    stop?.focus({ preventScroll: true });
    stop?.scrollIntoView({ block: 'center' });
    setShown(at.current + 1);
  }, []);
  const keys = useKeys(total > 0, { n: () => go(1), p: () => go(-1) });
  if (total === 0) return null;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        <Button className="grow" aria-keyshortcuts="p" onClick={() => go(-1)}>
          Previous
        </Button>
        <Button look="primary" className="grow" aria-keyshortcuts="n" onClick={() => go(1)}>
          Next change
        </Button>
      </div>
      <p role="status" className="text-sm text-quiet">
        {shown > 0 ? `Change ${shown} of ${total}` : ''}
      </p>
      <label className="flex items-center gap-2 text-sm text-quiet">
        <input
          type="checkbox"
          checked={keys.on}
          onChange={(event) => keys.turn(event.target.checked)}
          className="size-4 accent-(--color-accent)"
        />
        Keys: n for the next, p for the previous
      </label>
    </div>
  );
}
