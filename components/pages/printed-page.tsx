import { useEffect, useRef } from 'react';
import type { Page } from './print-pages';

/** A page as it would be printed. */
export function PrintedPage({ page, total }: { page: Page; total: number }) {
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
