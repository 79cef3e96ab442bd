'use client';

import { useActionState } from 'react';
import type { FormAction } from '@/domain/errors';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Form } from '../ui/form';
import { FormMessage } from '../ui/message';

type Props = { memo: string; version: number; action: FormAction };

/** Gives a version a name, or another one. */
export function NameForm({ memo, version, name, action }: Props & { name: string | null }) {
  const [state, submit, pending] = useActionState(action, null);
  const faults = state && !state.ok ? state.fields : {};
  return (
    <Form action={submit} className="grid max-w-md gap-3">
      <input type="hidden" name="memo" value={memo} />
      <input type="hidden" name="version" value={version} />
      <Field
        label="Name"
        name="label"
        defaultValue={name ?? ''}
        maxLength={80}
        required
        hint="What you will look for: “As sent to the Deputy”."
        fault={faults.label}
      />
      <FormMessage state={state} />
      <div>
        <Button type="submit" look="primary" disabled={pending}>
          {pending ? 'Keeping …' : 'Keep the name'}
        </Button>
      </div>
    </Form>
  );
}

/** Brings a version back, once more asked for. `base` is the memo's version as the page shows it. */
export function RestoreForm({ memo, version, base, action }: Props & { base: number }) {
  const [state, submit, pending] = useActionState(action, null);
  return (
    <Form action={submit} className="grid max-w-md gap-3">
      <input type="hidden" name="memo" value={memo} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="base" value={base} />
      <p className="text-sm">
        The memo will say what it says in this version, as a new one. What it says now stays in the
        history, and whoever is writing can go on.
      </p>
      <FormMessage state={state} />
      <div>
        <Button type="submit" look="primary" disabled={pending}>
          {pending ? 'Restoring …' : 'Restore this version'}
        </Button>
      </div>
    </Form>
  );
}
