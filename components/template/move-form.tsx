'use client';

import { useActionState } from 'react';
import type { FormAction } from '@/domain/errors';
import { Button } from '../ui/button';
import { Form } from '../ui/form';
import { FormMessage } from '../ui/message';

type Props = {
  action: FormAction;
  memo: string;
  /** The memo’s version as the page shows it. */
  base: number;
  to: number;
};

/** Moves a memo to a version of its template, once more asked for. */
export function MoveForm({ action, memo, base, to }: Props) {
  const [state, submit, pending] = useActionState(action, null);
  return (
    <Form action={submit} className="grid max-w-xl gap-3">
      <input type="hidden" name="memo" value={memo} />
      <input type="hidden" name="base" value={base} />
      <input type="hidden" name="to" value={to} />
      <p className="text-sm">
        The text as it is stays in the history, and whoever is writing can go on. A new section is
        empty until somebody writes in it.
      </p>
      <FormMessage state={state} />
      <div>
        <Button type="submit" look="primary" disabled={pending}>
          {pending ? 'Moving…' : `Move the memo to version ${to}`}
        </Button>
      </div>
    </Form>
  );
}
