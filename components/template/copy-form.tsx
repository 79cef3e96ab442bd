'use client';

import { useActionState } from 'react';
import type { FormAction } from '@/domain/errors';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Form } from '../ui/form';
import { FormMessage } from '../ui/message';
import { Select } from '../ui/select';

type Props = {
  action: FormAction;
  template: { slug: string; name: string };
  teams: { id: string; name: string }[];
};

/** Copies a template, so that the team can edit the copy. */
export function CopyForm({ action, template, teams }: Props) {
  const [state, submit, pending] = useActionState(action, null);
  const faults = state && !state.ok ? state.fields : {};
  const [only] = teams;
  return (
    <Form action={submit} className="grid max-w-xl gap-4">
      <input type="hidden" name="slug" value={template.slug} />
      <Field
        label="Name of the copy"
        name="name"
        defaultValue={only ? `${template.name}, ${only.name}`.slice(0, 60) : template.name}
        maxLength={60}
        required
        hint="What people choose it by when they make a memo."
        fault={faults.name}
      />
      {teams.length > 1 ? (
        <Select
          label="For which team"
          name="team"
          options={teams.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <input type="hidden" name="team" value={only?.id ?? ''} />
      )}
      <FormMessage state={state} />
      <div>
        <Button type="submit" look="primary" disabled={pending}>
          {pending ? 'Copying…' : 'Copy and edit'}
        </Button>
      </div>
    </Form>
  );
}
