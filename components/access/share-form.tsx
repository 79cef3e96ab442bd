import { levelNames, levels } from '@/domain/access';
import type { FormAction } from '@/domain/errors';
import { ActionForm } from '../ui/action-form';
import { Select } from '../ui/select';

type Props = {
  people: { id: string; name: string }[];
  hidden: { memo: string; revision: number };
  action: FormAction;
};

/** What can be chosen as a level. */
export const levelOptions = levels.map((level) => ({ value: level, label: levelNames[level] }));

/** Names somebody on the memo, with how far they may go. */
export function ShareForm({ people, hidden, action }: Props) {
  const options = [
    { value: '', label: 'Choose …' },
    ...people.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <ActionForm action={action} hidden={hidden} label="Name them">
      <div className="grid gap-4 sm:grid-cols-2">
        <Select label="Person" name="user" defaultValue="" options={options} />
        <Select label="They may" name="level" defaultValue="read" options={levelOptions} />
      </div>
    </ActionForm>
  );
}
