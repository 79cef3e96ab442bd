import type { FormAction } from '@/domain/errors';
import { ActionForm } from '../ui/action-form';
import { Field } from '../ui/field';
import { Select } from '../ui/select';

type Props = {
  people: { id: string; name: string }[];
  absences: { id: string; delegate: string; first: string; last: string }[];
  delegate: FormAction;
  end: FormAction;
};

/** Who answers for one while one is away, and what is entered already. */
export function AbsenceForm({ people, absences, delegate, end }: Props) {
  return (
    <div className="grid max-w-3xl gap-4">
      {absences.length > 0 ? (
        <ul className="divide-y divide-rule rounded-lg border border-rule bg-sheet">
          {absences.map(({ id, delegate: name, first, last }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
              <span>
                {name} answers for you from {first} to {last}.
              </span>
              <ActionForm action={end} hidden={{ id }} label="End it" look="quiet" />
            </li>
          ))}
        </ul>
      ) : null}
      <ActionForm action={delegate} hidden={{}} label="Have them answer for me">
        <div className="grid gap-4 sm:grid-cols-3">
          <Select
            label="Who answers for you"
            name="delegate"
            defaultValue=""
            options={[
              { value: '', label: 'Choose …' },
              ...people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <Field label="First day" name="first" type="date" required />
          <Field label="Last day" name="last" type="date" required />
        </div>
      </ActionForm>
    </div>
  );
}
