import { Field as Base } from '@base-ui/react/field';
import type { ComponentProps } from 'react';

type Props = ComponentProps<'input'> & { label: string; hint?: string; fault?: string };

/** One line of a form: label, input, hint, and what is wrong with it, tied together for readers. */
export function Field({ label, hint, fault, className: _, ...input }: Props) {
  return (
    <Base.Root invalid={Boolean(fault)} className="grid content-start gap-1">
      <Base.Label className="font-semibold">{label}</Base.Label>
      <Base.Control
        {...input}
        className="min-h-11 w-full rounded-md border border-rule bg-sheet px-3 py-2 data-[invalid]:border-alarm"
      />
      {hint ? <Base.Description className="text-sm text-quiet">{hint}</Base.Description> : null}
      {fault ? (
        <Base.Error match className="text-sm text-alarm">
          {fault}
        </Base.Error>
      ) : null}
    </Base.Root>
  );
}
