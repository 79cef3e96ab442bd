'use client';

import { Bell as Icon } from 'lucide-react';
import { useEffect, useState } from 'react';

/** How many things one has not read, and the way to them; it counts on while the page is open. */
export function Bell({ unread }: { unread: number }) {
  const [heard, setHeard] = useState<number | null>(null);
  // What the server says with the next page is newer than what was heard on this one.
  const [known, setKnown] = useState(unread);
  if (known !== unread) {
    setKnown(unread);
    setHeard(null);
  }
  useEffect(() => {
    let stop: (() => void) | null = null;
    let ended = false;
    // The page is there without it: what listens comes after.
    void import('./listen').then(({ listenForUnread }) => {
      if (!ended) stop = listenForUnread(setHeard);
    });
    return () => {
      ended = true;
      stop?.();
    };
  }, []);
  const count = heard ?? unread;
  const words = count === 0 ? 'Notifications' : `Notifications, ${count} unread`;
  return (
    // A plain link: what is listed is as of now.
    <a
      href="/notifications"
      aria-label={words}
      title={words}
      className="relative grid size-11 place-items-center text-quiet hover:text-ink"
    >
      <Icon size={20} aria-hidden="true" />
      {count > 0 ? (
        <span
          aria-hidden="true"
          className="absolute top-0.5 right-0 min-w-5 rounded-full bg-accent px-1 text-center font-semibold text-on-accent text-xs leading-5"
        >
          {count > 99 ? '99+' : count}
        </span>
      ) : null}
      <span role="status" className="sr-only">
        {heard !== null && heard > unread ? `${heard} unread notifications` : ''}
      </span>
    </a>
  );
}
