'use client';

import { useRouter } from 'next/navigation';
import { useActionState } from 'react';
import type { FormAction } from '@/domain/errors';
import type { Template } from '@/domain/template';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Form } from '../ui/form';
import { FormMessage } from '../ui/message';
import { Select } from '../ui/select';
import { HeadFields } from './head-fields';

type Props = {
  action: FormAction;
  articles: { id: string; title: string }[];
  article: { id: string; title: string };
  issues: { id: string; name: string; statements: number }[];
  templates: Pick<Template, 'slug' | 'name' | 'purpose' | 'origin'>[];
  from: string;
};

/** Chooses article, template and issues, and has the memo assembled. */
export function NewMemoForm({ action, articles, article, issues, templates, from }: Props) {
  const [state, submit, pending] = useActionState(action, null);
  const router = useRouter();
  const faults = state && !state.ok ? state.fields : {};
  return (
    <Form action={submit} className="grid max-w-3xl grid-cols-1 gap-7">
      <Select
        label="Article"
        name="article"
        defaultValue={article.id}
        onChange={(event) => router.replace(`/memos/new?article=${event.currentTarget.value}`)}
        options={articles.map((each) => ({ value: each.id, label: each.title }))}
      />
      <fieldset>
        <legend className="mb-1 font-semibold">Template</legend>
        <div className="grid gap-2 sm:grid-cols-2">
          {templates.map((template, index) => (
            <Choice
              key={template.slug}
              type="radio"
              name="template"
              value={template.slug}
              defaultChecked={index === 0}
              title={template.name}
              note={template.purpose}
              source={template.origin}
            />
          ))}
        </div>
      </fieldset>
      <fieldset aria-describedby={faults.issues ? 'issues-fault' : undefined}>
        <legend className="mb-1 font-semibold">Issues to cover</legend>
        <div className="grid gap-2 sm:grid-cols-2">
          {issues.map((issue) => (
            <Choice
              key={issue.id}
              type="checkbox"
              name="issues[]"
              value={issue.id}
              defaultChecked
              title={issue.name}
              note={issue.statements === 1 ? '1 statement' : `${issue.statements} statements`}
            />
          ))}
        </div>
        {faults.issues ? (
          <p id="issues-fault" className="mt-1 text-sm text-alarm">
            {faults.issues}
          </p>
        ) : null}
      </fieldset>
      <Choice
        type="checkbox"
        name="matrix"
        value="on"
        title="Positions matrix"
        note="A table of who stands where on each issue, before what the experts say"
      />
      <HeadFields title={article.title} from={from} faults={faults} />
      <FormMessage state={state} />
      <div>
        <Button type="submit" look="primary" disabled={pending}>
          {pending ? 'Assembling…' : 'Assemble the memo'}
        </Button>
      </div>
    </Form>
  );
}
