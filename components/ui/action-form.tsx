'use client';

import { type ReactNode, useActionState } from 'react';
import type { FormAction } from '@/domain/errors';
import { Button } from './button';
import { Form } from './form';
import { FormMessage } from './message';

type Props = {
  action: FormAction;
  hidden: Record<string, string | number>;
  label: string;
  look?: 'primary' | 'plain' | 'quiet';
  children?: ReactNode;
};

/** One act as a form of its own: a button, and what it needs to know. */
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
