'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

type Line = { id: string; isOver: boolean; done: number; total: number };

/** How often the page is set anew while something is under way, in ms. */
const lookEvery = 1000;

/**
 * Keeps the page up to date while exports are under way, and says aloud how far they are: at each
 * quarter and not at each memo, which nobody could listen to.
 */
export function ExportWatch({ exports }: { exports: Line[] }) {
  const router = useRouter();
  const isWaiting = exports.some(({ isOver }) => !isOver);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, lookEvery);
    return () => clearInterval(timer);
  }, [isWaiting, router]);
  const latest = exports[0];
  return (
    <p role="status" className="sr-only">
      {latest ? sayAloud(latest) : ''}
    </p>
  );
}

function sayAloud({ isOver, done, total }: Line): string {
  if (isOver) return 'The latest export is finished.';
  const quarters = Math.floor((4 * done) / Math.max(1, total));
  if (quarters === 0) return 'The latest export is under way.';
  return `The latest export is ${['', 'a quarter', 'half', 'three quarters', 'almost'][quarters]} done.`;
}
