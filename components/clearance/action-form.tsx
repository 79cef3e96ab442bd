'use client';

import { type ReactNode, useActionState } from 'react';
import type { FormState } from '@/domain/errors';
import { Button } from '../ui/button';
import { Form } from '../ui/form';
import { FormMessage } from '../ui/message';

/** A server action that a form of the clearance is sent to. */
export type Action = (state: FormState, form: FormData) => Promise<FormState>;

type Props = {
  action: Action;
  hidden: Record<string, string | number>;
  label: string;
  look?: 'primary' | 'plain' | 'quiet';
  children?: ReactNode;
};

/** One act on a list as a form of its own: a button, and what it needs to know. */
export function ActionForm({ action, hidden, label, look = 'plain', children }: Props) {
  const [state, submit, pending] = useActionState(action, null);
  return (
    <Form action={submit} className={children ? 'grid gap-4' : 'inline-grid'}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look={look} disabled={pending}>
          {label}
        </Button>
      </div>
      {state?.message ? <FormMessage state={state} /> : null}
    </Form>
  );
}
