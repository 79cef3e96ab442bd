import { type ReactNode, useId, useState } from 'react';
import { Field } from '../ui/field';

/** One part of the form, with its heading. */
export function Panel({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid gap-4 rounded-lg border border-rule bg-sheet px-4 py-4 sm:px-5"
    >
      <div>
        <h2 id={id} className="font-semibold font-serif text-xl">
          {title}
        </h2>
        {lead ? <p className="text-quiet text-sm">{lead}</p> : null}
      </div>
      {children}
    </section>
  );
}

type NumberProps = {
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
  hint?: string;
  step?: number;
  least?: number;
  most?: number;
};

/** A number, or none where it is left empty. */
export function NumberField({ label, value, onChange, hint, step, least = 1, most }: NumberProps) {
  return (
    <Field
      label={label}
      type="number"
      inputMode="decimal"
      min={least}
      {...(most !== undefined && { max: most })}
      {...(step !== undefined && { step })}
      {...(hint !== undefined && { hint })}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value === '' ? null : target.valueAsNumber)}
    />
  );
}

type LinesProps = {
  label: string;
  hint: string;
  value: string[];
  onChange: (value: string[]) => void;
};

/** A list of texts, a line to each; empty lines are none. */
export function LinesField({ label, hint, value, onChange }: LinesProps) {
  const id = useId();
  const [written, setWritten] = useState(value.join('\n'));
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <textarea
        id={id}
        aria-describedby={`${id}-hint`}
        rows={Math.max(2, written.split('\n').length)}
        value={written}
        onChange={({ target }) => {
          setWritten(target.value);
          onChange(target.value.split('\n').filter((line) => line.trim() !== ''));
        }}
        className="w-full rounded-md border border-rule bg-sheet px-3 py-2"
      />
      <p id={`${id}-hint`} className="text-quiet text-sm">
        {hint}
      </p>
    </div>
  );
}

/** A box that is ticked or not, with what it does. */
export function Tick(props: {
  label: string;
  use: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label className="grid cursor-pointer grid-cols-[auto_1fr] gap-x-2.5">
      <input
        type="checkbox"
        checked={props.checked}
        onChange={({ target }) => props.onChange(target.checked)}
        className="mt-1 size-4 accent-(--color-accent)"
      />
      <span>
        {props.label}
        <span className="block text-quiet text-sm">{props.use}</span>
      </span>
    </label>
  );
}
