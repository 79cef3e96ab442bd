import type { FormAction } from '@/domain/errors';
import { ActionForm } from '../ui/action-form';
import { Field } from '../ui/field';

type Named = { id: string; name: string };

type Props = {
  team: string;
  office: { id: string; name: string; members: Named[] } | null;
  people: Named[];
  action: FormAction;
};

/** An office's name and who is in it; a new one where none is given. */
export function OfficeForm({ team, office, people, action }: Props) {
  const inIt = new Set(office?.members.map(({ id }) => id));
  return (
    <ActionForm
      action={action}
      hidden={{ team, id: office?.id ?? '' }}
      label={office ? 'Keep' : 'Add the office'}
      look={office ? 'plain' : 'primary'}
    >
      <Field label="Name" name="name" defaultValue={office?.name ?? ''} required maxLength={120} />
      <fieldset>
        <legend className="mb-1 font-semibold text-sm">Who answers for it</legend>
        <div className="flex flex-wrap gap-x-5">
          {people.map(({ id, name }) => (
            <label key={id} className="inline-flex min-h-11 items-center gap-2">
              <input
                type="checkbox"
                name="members[]"
                value={id}
                defaultChecked={inIt.has(id)}
                className="size-4 accent-(--color-accent)"
              />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
    </ActionForm>
  );
}
