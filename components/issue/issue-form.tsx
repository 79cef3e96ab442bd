'use client';

import { useActionState, useState } from 'react';
import { v7 } from 'uuid';
import type { FormAction } from '@/domain/errors';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Form } from '../ui/form';
import { FormMessage } from '../ui/message';

type Issue = { id: string; revision: number; name: string; proposition: string };
type Props = { action: FormAction; verb: string } & ({ issue: Issue } | { teamId: string });

/** Names an issue, or changes one: its name, and what one can agree or disagree with. */
export function IssueForm(props: Props) {
  const [state, submit, pending] = useActionState(props.action, null);
  const [fresh] = useState(() => v7());
  const issue = 'issue' in props ? props.issue : null;
  const faults = state && !state.ok ? state.fields : {};
  return (
    <Form action={submit} className="grid max-w-xl gap-4">
      <input type="hidden" name="id" value={issue?.id ?? fresh} suppressHydrationWarning />
      {issue ? <input type="hidden" name="revision" value={issue.revision} /> : null}
      {'teamId' in props ? <input type="hidden" name="team" value={props.teamId} /> : null}
      <Field label="Name" name="name" defaultValue={issue?.name} required fault={faults.name} />
      <Field
        label="Proposition"
        name="proposition"
        hint="What one can agree or disagree with: “the talks should continue”."
        defaultValue={issue?.proposition}
        required
        fault={faults.proposition}
      />
      <FormMessage state={state?.ok ? { ok: true, message: 'It is kept.' } : state} />
      <div>
        <Button type="submit" look="primary" disabled={pending}>
          {pending ? 'Keeping …' : props.verb}
        </Button>
      </div>
    </Form>
  );
}
