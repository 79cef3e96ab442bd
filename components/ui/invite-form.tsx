'use client';

import { useActionState } from 'react';
import type { FormAction } from '@/domain/errors';
import { roles } from '@/domain/user';
import { Button } from './button';
import { Field } from './field';
import { Form } from './form';
import { FormMessage, Notice } from './message';
import { Select } from './select';

/** Invites somebody and shows the link to hand to them; it works once, for seven days. */
export function InviteForm({ action }: { action: FormAction }) {
  const [state, submit, pending] = useActionState(action, null);
  const faults = state && !state.ok ? state.fields : {};
  return (
    <Form action={submit} className="grid max-w-3xl grid-cols-1 gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Name" name="name" autoComplete="off" required fault={faults.name} />
        <Field
          label="E-mail"
          name="email"
          type="email"
          autoComplete="off"
          required
          fault={faults.email}
        />
      </div>
      <Select
        label="Role"
        name="role"
        defaultValue="editor"
        className="max-w-xs"
        options={roles.map((role) => ({ value: role, label: role }))}
      />
      {state?.ok && state.message ? (
        <Notice>
          Hand them this link; it works once, for seven days:
          <code className="mt-1 block select-all break-all">
            {window.location.origin}
            {state.message}
          </code>
          {state.note ? <p className="mt-2">{state.note}</p> : null}
        </Notice>
      ) : (
        <FormMessage state={state} />
      )}
      <div>
        <Button type="submit" look="primary" disabled={pending}>
          {pending ? 'Inviting…' : 'Invite'}
        </Button>
      </div>
    </Form>
  );
}
