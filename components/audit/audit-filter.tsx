import { Button, buttonLook } from '../ui/button';
import { Field } from '../ui/field';
import { Select } from '../ui/select';

type Filter = { person: string; about: string; from: string; to: string };

type Props = { filter: Filter; people: { id: string; name: string }[]; nouns: string[] };

/** Which entries are shown, and the same as a file. */
export function AuditFilterForm({ filter, people, nouns }: Props) {
  const asked = new URLSearchParams(filter);
  return (
    <form method="get" className="mb-6 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-5">
      <Select
        label="Who"
        name="person"
        defaultValue={filter.person}
        options={[
          { value: '', label: 'Everybody' },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Select
        label="To what"
        name="about"
        defaultValue={filter.about}
        options={[
          { value: '', label: 'Everything' },
          ...nouns.map((noun) => ({ value: noun, label: noun })),
        ]}
      />
      <Field label="From" name="from" type="date" defaultValue={filter.from} />
      <Field label="To" name="to" type="date" defaultValue={filter.to} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit">Show</Button>
        <a href={`/api/audit?${asked}`} className={buttonLook('quiet')}>
          CSV
        </a>
      </div>
    </form>
  );
}
