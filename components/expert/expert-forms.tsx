'use client';

import { useActionState, useState } from 'react';
import { v7 } from 'uuid';
import type { FormAction } from '@/domain/errors';
import type { Expert } from '@/domain/expert';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Form } from '../ui/form';
import { FormMessage } from '../ui/message';
import { Select } from '../ui/select';

type Line = Expert & { revision: number };

const kinds = [
  { value: 'person', label: 'A person' },
  { value: 'group', label: 'A group' },
  { value: 'document', label: 'A document' },
];

/** Changes an expert's name, kind and other names; a name that is given up stays among those. */
export function ExpertForm({ expert, action }: { expert: Line; action: FormAction }) {
  const [state, submit, pending] = useActionState(action, null);
  const faults = state && !state.ok ? state.fields : {};
  return (
    <Form action={submit} className="grid gap-4">
      <input type="hidden" name="id" value={expert.id} />
      <input type="hidden" name="revision" value={expert.revision} />
      <Field label="Name" name="name" defaultValue={expert.name} required fault={faults.name} />
      <Select label="Is" name="kind" defaultValue={expert.kind} options={kinds} />
      <div className="grid gap-1">
        <label htmlFor="aliases" className="font-semibold">
          Other names
        </label>
        <textarea
          id="aliases"
          name="aliases"
          rows={3}
          defaultValue={expert.aliases.join('\n')}
          className="w-full rounded-md border border-rule bg-sheet px-3 py-2"
        />
        <p className="text-sm text-quiet">One on each line.</p>
      </div>
      <FormMessage state={state?.ok ? { ok: true, message: 'It is kept.' } : state} />
      <div>
        <Button type="submit" disabled={pending}>
          Keep the names
        </Button>
      </div>
    </Form>
  );
}

type Choice = { id: string; words: string };
type SplitProps = { expert: Line; statements: Choice[]; action: FormAction };

/** Moves statements off to somebody new: for what was merged, or resolved, wrongly. */
export function SplitForm({ expert, statements, action }: SplitProps) {
  const [state, submit, pending] = useActionState(action, null);
  const [to] = useState(() => v7());
  const faults = state && !state.ok ? state.fields : {};
  return (
    <Form action={submit} className="grid gap-4">
      <input type="hidden" name="id" value={expert.id} />
      <input type="hidden" name="revision" value={expert.revision} />
      <input type="hidden" name="to" value={to} suppressHydrationWarning />
      <Field label="Whose they are" name="name" list="other-names" required fault={faults.name} />
      <datalist id="other-names">
        {expert.aliases.map((alias) => (
          <option key={alias} value={alias} />
        ))}
      </datalist>
      <fieldset>
        <legend className="mb-1 font-semibold">Statements that are theirs</legend>
        <div className="grid max-h-80 gap-1 overflow-y-auto rounded-md border border-rule p-3">
          {statements.map((statement) => (
            <label key={statement.id} className="flex cursor-pointer gap-2 text-sm">
              <input
                type="checkbox"
                name="assessments[]"
                value={statement.id}
                className="mt-1 size-4 shrink-0 accent-(--color-accent)"
              />
              {statement.words}
            </label>
          ))}
        </div>
        {faults.assessments ? (
          <p className="mt-1 text-sm text-alarm">{faults.assessments}</p>
        ) : null}
      </fieldset>
      <FormMessage state={state?.ok ? { ok: true, message: 'They are moved.' } : state} />
      <div>
        <Button type="submit" disabled={pending}>
          Split them off
        </Button>
      </div>
    </Form>
  );
}
