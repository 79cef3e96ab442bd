import { type Level, levelNames } from '@/domain/access';
import type { FormAction } from '@/domain/errors';
import { ActionForm } from '../ui/action-form';
import { Disclosure } from '../ui/disclosure';
import { Select } from '../ui/select';
import { levelOptions } from './share-form';

type Person = {
  id: string;
  name: string;
  level: Level;
  reasons: string[];
  granted: Level | null;
  cut: string | null;
};

type Props = {
  people: Person[];
  hidden: { memo: string; revision: number };
  /** Null for whoever may only look. */
  change: FormAction | null;
  remove: FormAction | null;
};

/** Who sees the memo, what they may do there and why; those named can be changed. */
export function PeopleList({ people, hidden, change, remove }: Props) {
  return (
    <ul className="divide-y divide-rule rounded-lg border border-rule bg-sheet">
      {people.map((person) => (
        <li key={person.id} className="grid gap-2 px-4 py-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <p className="font-semibold">{person.name}</p>
            <p>{levelNames[person.level]}</p>
          </div>
          <p className="text-quiet text-sm first-letter:uppercase">{person.reasons.join(', ')}</p>
          {person.cut ? <p className="text-quiet text-sm">{person.cut}</p> : null}
          {person.granted && change && remove ? (
            <Change {...{ person, hidden, change, remove }} level={person.granted} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

type ChangeProps = {
  person: Person;
  level: Level;
  hidden: Props['hidden'];
  change: FormAction;
  remove: FormAction;
};

function Change({ person, level, hidden, change, remove }: ChangeProps) {
  const about = { ...hidden, user: person.id };
  const isOnlyNamed = person.reasons.length === 1;
  return (
    <div className="max-w-md">
      <Disclosure key={`${level} ${hidden.revision}`} name={`Change what ${person.name} may do`}>
        <div className="mt-3 grid gap-5">
          <ActionForm
            key={`${level} ${hidden.revision}`}
            action={change}
            hidden={about}
            label="Change it"
          >
            <Select label="They may" name="level" defaultValue={level} options={levelOptions} />
          </ActionForm>
          <div className="grid gap-2">
            <p>
              {isOnlyNamed
                ? 'Without their name they will not see the memo any more. What they wrote in it stays.'
                : 'Without their name they keep what they may do for the other reasons.'}
            </p>
            <ActionForm
              action={remove}
              hidden={about}
              label={`Take ${person.name} off`}
              look="quiet"
            />
          </div>
        </div>
      </Disclosure>
    </div>
  );
}
