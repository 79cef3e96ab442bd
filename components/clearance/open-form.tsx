'use client';

import { useEffect, useState } from 'react';
import type { FormAction } from '@/domain/errors';
import { ActionForm } from '../ui/action-form';
import { Field } from '../ui/field';
import { Select } from '../ui/select';

type Props = { memo: string; people: { id: string; name: string }[]; action: FormAction };

/** Opens a round of clearance; the time zone is the browser's until one writes another. */
export function OpenForm({ memo, people, action }: Props) {
  const [zone, setZone] = useState('UTC');
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  return (
    <ActionForm action={action} hidden={{ memo }} label="Open the clearance" look="primary">
      <div className="grid max-w-2xl gap-4 sm:grid-cols-2">
        <Select
          label="Who decides on its recommendations"
          name="principal"
          defaultValue=""
          options={[
            { value: '', label: 'Nobody here' },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Field
          label="Time zone of due times"
          name="zone"
          value={zone}
          onChange={(event) => setZone(event.currentTarget.value)}
          hint="As the IANA names it: Europe/London."
        />
      </div>
    </ActionForm>
  );
}
