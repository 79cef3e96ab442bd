import { type ComponentProps, useId } from 'react';

type Props = ComponentProps<'select'> & {
  label: string;
  options: { value: string; label: string }[];
};

/** A choice of one from a list, with its label; the browser's own, which every device knows. */
export function Select({ label, options, className = '', ...select }: Props) {
  const id = useId();
  return (
    <div className={`grid min-w-0 gap-1 ${className}`}>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <select
        id={id}
        {...select}
        className="min-h-11 w-full min-w-0 rounded-md border border-rule bg-sheet px-3 py-2"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
