'use client';

import { useActionState } from 'react';
import type { FormAction } from '@/domain/errors';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Form } from '../ui/form';
import { FormMessage } from '../ui/message';

type Props = { memo: string; rule: string; sentence: string; accept: FormAction };

/** Lets a warning stand, with the reason that whoever clears the memo will read. */
export function WarningForm({ memo, rule, sentence, accept }: Props) {
  const [state, submit, pending] = useActionState(accept, null);
  const faults = state && !state.ok ? state.fields : {};
  return (
    <details className="mt-1">
      <summary className="inline-flex min-h-8 cursor-pointer items-center text-accent">
        Let it stand …
      </summary>
      <Form action={submit} className="mt-2 grid max-w-xl gap-3">
        <input type="hidden" name="memo" value={memo} />
        <input type="hidden" name="rule" value={rule} />
        <input type="hidden" name="sentence" value={sentence} />
        <Field
          label="Why it may stand"
          name="reason"
          required
          maxLength={500}
          fault={faults.reason}
        />
        <FormMessage state={state} />
        <div>
          <Button type="submit" disabled={pending}>
            {pending ? 'Keeping …' : 'Let it stand'}
          </Button>
        </div>
      </Form>
    </details>
  );
}
