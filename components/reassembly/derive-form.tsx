'use client';

import { useActionState } from 'react';
import type { FormAction } from '@/domain/errors';
import type { Template } from '@/domain/template';
import { HeadFields } from '../memo/head-fields';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Form } from '../ui/form';
import { FormMessage } from '../ui/message';

type Props = {
  parent: { id: string; title: string };
  templates: Pick<Template, 'slug' | 'name' | 'purpose' | 'origin'>[];
  from: string;
  action: FormAction;
};

/** Chooses what is made of a memo, and has it made. */
export function DeriveForm({ parent, templates, from, action }: Props) {
  const [state, submit, pending] = useActionState(action, null);
  const faults = state && !state.ok ? state.fields : {};
  return (
    <Form action={submit} className="grid gap-6">
      <input type="hidden" name="parent" value={parent.id} />
      <fieldset>
        <legend className="mb-1 font-semibold">What to make of it</legend>
        <div className="grid gap-2 sm:grid-cols-2">
          {templates.map(({ slug, name, purpose, origin }, at) => (
            <Choice
              key={slug}
              type="radio"
              name="template"
              value={slug}
              defaultChecked={at === 0}
              title={name}
              note={purpose}
              source={origin}
            />
          ))}
        </div>
      </fieldset>
      <HeadFields title={parent.title} from={from} faults={faults} />
      <FormMessage state={state} />
      <div>
        <Button type="submit" look="primary" disabled={pending}>
          {pending ? 'Making it …' : 'Make it'}
        </Button>
      </div>
    </Form>
  );
}
