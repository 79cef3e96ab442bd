'use client';

import { type ReactNode, useActionState, useEffect, useRef } from 'react';
import type { Mentionable } from '@/domain/comment/mentions';
import type { FormAction } from '@/domain/errors';
import { Button } from '../ui/button';
import { Form } from '../ui/form';
import { FormMessage } from '../ui/message';
import { SaidField } from './said-field';
import { GradeField } from './thread-card';

type Props = {
  memo: string;
  people: readonly Mentionable[];
  action: FormAction;
  /** What the comment goes on: the fields that name it. */
  children: ReactNode;
  focus?: boolean;
  onDone?: () => void;
  onCancel?: () => void;
};

/** Opens a thread: how much it weighs, and what one has to say. What was written stays until it stands. */
export function OpenForm(props: Props) {
  const { memo, people, action, children, focus = false, onDone, onCancel } = props;
  const [state, submit, pending] = useActionState(action, null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!state?.ok) return;
    if (field.current) field.current.value = '';
    onDone?.();
  }, [state, onDone]);
  const fault = state?.ok === false ? state.fields.text : undefined;
  return (
    <Form
      action={submit}
      className="open-thread"
      onKeyDown={({ key }) => {
        // Words that were written are not thrown away by a key.
        if (key === 'Escape' && field.current?.value.trim() === '') onCancel?.();
      }}
    >
      <input type="hidden" name="memo" value={memo} />
      {children}
      <SaidField label="Your comment" people={people} fault={fault} focus={focus} ref={field} />
      <GradeField grade="should" />
      <div className="deeds">
        <Button type="submit" look="primary" disabled={pending}>
          Comment
        </Button>
        {onCancel ? (
          <Button look="quiet" onClick={onCancel}>
            Cancel
          </Button>
        ) : null}
      </div>
      {state?.message && !fault ? <FormMessage state={state} /> : null}
    </Form>
  );
}
