'use client';

import { useActionState } from 'react';
import type { FormAction } from '@/domain/errors';
import { Button } from './button';
import { Field } from './field';
import { Form } from './form';
import { FormMessage } from './message';

type Props = {
  action: FormAction;
  token: string;
  asks: ('name' | 'email' | 'team')[];
};

const labels = { name: 'Your name', email: 'E-mail', team: 'Team or desk' };

/** Makes an account from a link: a password, and what else the link does not say already. */
export function PasswordForm({ action, token, asks }: Props) {
  const [state, submit, pending] = useActionState(action, null);
  const faults = state && !state.ok ? state.fields : {};
  return (
    <Form action={submit} className="grid gap-4">
      <input type="hidden" name="token" value={token} />
      {asks.map((name) => (
        <Field
          key={name}
          name={name}
          label={labels[name]}
          type={name === 'email' ? 'email' : 'text'}
          autoComplete={name === 'email' ? 'username' : name === 'name' ? 'name' : 'off'}
          required
          fault={faults[name]}
        />
      ))}
      <Field
        name="password"
        label="Password"
        type="password"
        autoComplete="new-password"
        hint="15 characters or more; a few words in a row are easy to remember."
        required
        minLength={15}
        fault={faults.password}
      />
      <FormMessage state={state} />
      <Button type="submit" look="primary" disabled={pending}>
        {pending ? 'Making your account…' : 'Make my account'}
      </Button>
    </Form>
  );
}
