'use client';

import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { buttonLook } from './button';

/** A quiet button that opens what it names in its place; Escape closes it and stays on the button. */
export function Disclosure({ name, children }: { name: string; children: ReactNode }) {
  const summary = useRef<HTMLElement>(null);

  function closeByEscape(event: KeyboardEvent<HTMLDetailsElement>) {
    if (event.key !== 'Escape' || !event.currentTarget.open) return;
    event.currentTarget.open = false;
    summary.current?.focus();
  }

  return (
    <details className="group" onKeyDown={closeByEscape}>
      <summary
        ref={summary}
        className={`${buttonLook('quiet')} w-full list-none [&::-webkit-details-marker]:hidden`}
      >
        {name}
        <ChevronDown
          aria-hidden="true"
          size={18}
          className="transition-transform group-open:rotate-180"
        />
      </summary>
      {children}
    </details>
  );
}
