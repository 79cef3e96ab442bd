import { Field } from '../ui/field';

type Props = { title: string; from: string; faults: Record<string, string> };

/** What goes into the head of a new memo: its title, whom it is for, and whom it is from. */
export function HeadFields({ title, from, faults }: Props) {
  return (
    <>
      <Field label="Title" name="title" defaultValue={title} required fault={faults.title} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label="To"
          name="to"
          hint="Whom it is for; may be left for later."
          fault={faults.to}
        />
        <Field label="From" name="from" defaultValue={from} fault={faults.from} />
      </div>
    </>
  );
}
