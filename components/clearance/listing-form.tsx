import type { FormAction } from '@/domain/errors';
import { ActionForm } from '../ui/action-form';
import { Choice } from '../ui/choice';
import { Field } from '../ui/field';
import { Select } from '../ui/select';

type Named = { id: string; name: string };

type Props = {
  clearance: string;
  revision: number;
  zone: string;
  isOfficer: boolean;
  offices: Named[];
  people: Named[];
  sections: { name: string; heading: string }[];
  nextStage: number;
  action: FormAction;
};

/** Puts an office or a person on the list, or proposes one to the action officer. */
export function ListingForm(props: Props) {
  const { clearance, revision, zone, isOfficer, offices, people, sections, nextStage, action } =
    props;
  const options = [
    { value: '', label: 'Choose …' },
    ...offices.map(({ id, name }) => ({ value: `office ${id}`, label: name })),
    ...people.map(({ id, name }) => ({ value: `user ${id}`, label: name })),
  ];
  return (
    <ActionForm
      action={action}
      hidden={{ clearance, revision }}
      label={isOfficer ? 'Put on the list' : 'Propose to the action officer'}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Select label="Office or person" name="who" defaultValue="" options={options} />
        <Select
          label="Asked for"
          name="asked"
          defaultValue="clear"
          options={[
            { value: 'clear', label: 'Clearance' },
            { value: 'comment', label: 'Comments' },
            { value: 'information', label: 'Information' },
          ]}
        />
        <Field
          label="Stage"
          name="stage"
          type="number"
          min={1}
          max={20}
          defaultValue={nextStage}
          hint="Those of a stage are asked at once; the next when all are done."
        />
        <div className="grid grid-cols-2 gap-3">
          <Field
            label="Due in business days"
            name="days"
            type="number"
            min={0}
            max={250}
            defaultValue={2}
          />
          <Field label="At" name="time" type="time" defaultValue="17:00" hint={zone} />
        </div>
      </div>
      <fieldset>
        <legend className="mb-1 font-semibold text-sm">
          Sections that concern them; all where none is ticked
        </legend>
        <div className="grid gap-2 sm:grid-cols-2">
          {sections.map(({ name, heading }) => (
            <Choice
              key={name}
              type="checkbox"
              name="sections[]"
              value={name}
              title={heading}
              note=""
            />
          ))}
        </div>
      </fieldset>
      <Field label="What they are asked, in your words" name="note" maxLength={500} />
    </ActionForm>
  );
}
