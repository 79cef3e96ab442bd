/** A radio button or tick box as a card, with what it is, a note, and where it comes from. */
export function Choice({
  title,
  note,
  source,
  ...input
}: {
  title: string;
  note: string;
  source?: string;
  type: 'radio' | 'checkbox';
  name: string;
  value: string;
  defaultChecked?: boolean;
}) {
  return (
    <label className="flex cursor-pointer gap-3 rounded-md border border-rule bg-sheet px-3 py-2.5 has-checked:border-accent has-checked:bg-wash">
      <input {...input} className="mt-1 size-4 shrink-0 accent-(--color-accent)" />
      <span>
        <span className="block font-semibold first-letter:uppercase">{title}</span>
        <span className="block text-sm">{note}</span>
        {source ? <span className="mt-0.5 block text-quiet text-xs">{source}</span> : null}
      </span>
    </label>
  );
}
