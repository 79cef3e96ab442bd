import type { ReactNode } from 'react';
import type { FormState } from '@/domain/errors';

/** How a form ended, in a sentence that screen readers announce; nothing before the first try. */
export function FormMessage({ state }: { state: FormState }) {
  if (!state?.message) return <div role="status" />;
  return state.ok ? <Notice>{state.message}</Notice> : <Alarm>{state.message}</Alarm>;
}

/** Something that has to be read before going on. */
export function Alarm({ children }: { children: ReactNode }) {
  return (
    <div role="alert" className="rounded-md border border-alarm bg-alarm-wash px-4 py-3 text-alarm">
      {children}
    </div>
  );
}

/** Something that is good to know. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <div role="status" className="rounded-md border border-rule bg-wash px-4 py-3">
      {children}
    </div>
  );
}

/** What a list says while it is empty, and what to do about it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="rounded-lg border border-dashed border-rule px-6 py-10 text-center">
      <p className="font-serif text-lg font-semibold">{title}</p>
      {children ? <div className="mx-auto mt-1 max-w-prose text-quiet">{children}</div> : null}
    </div>
  );
}
