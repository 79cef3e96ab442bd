'use client';

import { useActionState } from 'react';
import type { FormAction } from '@/domain/errors';
import { Button } from './button';
import { Form } from './form';
import { FormMessage } from './message';

/** Ends one session, at once. */
export function EndSession({ action, id }: { action: FormAction; id: string }) {
  const [state, submit, pending] = useActionState(action, null);
  return (
    <Form action={submit}>
      <input type="hidden" name="id" value={id} />
      <FormMessage state={state} />
      <Button type="submit" disabled={pending}>
        End this session
      </Button>
    </Form>
  );
}
