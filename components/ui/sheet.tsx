import type { ReactNode } from 'react';

/** A small page of its own, for what comes before the desk: signing in, setting up, joining. */
export function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="grid min-h-dvh place-items-center px-4 py-10">
      <div className="w-full max-w-md">
        <p className="mb-6 text-center font-serif text-2xl font-semibold text-accent">
          Scenesetter
        </p>
        <div className="rounded-xl border border-rule bg-sheet p-6 shadow-sm sm:p-8">
          <h1 className="mb-5 font-serif text-xl font-semibold">{title}</h1>
          {children}
        </div>
      </div>
    </main>
  );
}

/** The head of a page of the desk: what it is, and what can be done here. */
export function PageHead({
  title,
  lead,
  compact = false,
  children,
}: {
  title: string;
  lead?: ReactNode;
  /** For a page that is worked on more than read: the head leaves it the room. */
  compact?: boolean;
  children?: ReactNode;
}) {
  return (
    <header
      className={`flex flex-wrap items-end justify-between gap-x-6 gap-y-3 ${compact ? 'mb-4' : 'mb-6'}`}
    >
      <div className={compact ? 'max-w-4xl' : 'max-w-3xl'}>
        <h1
          className={`font-serif font-semibold leading-tight ${compact ? 'text-2xl' : 'text-3xl'}`}
        >
          {title}
        </h1>
        {lead ? <p className="mt-1 text-quiet">{lead}</p> : null}
      </div>
      {children ? <div className="flex flex-wrap gap-2">{children}</div> : null}
    </header>
  );
}

/** An instant as people write it, in the server's time zone, with the exact time for machines. */
export function When({ at }: { at: Date }) {
  const words = at.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  return <time dateTime={at.toISOString()}>{words}</time>;
}
