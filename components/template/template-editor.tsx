'use client';

import { useActionState, useEffect, useState } from 'react';
import type { z } from 'zod';
import type { Evidence } from '@/domain/assessment';
import type { FormAction } from '@/domain/errors';
import type { Issue } from '@/domain/issue';
import { type Template, templateSchema } from '@/domain/template';
import { Button } from '../ui/button';
import { Form } from '../ui/form';
import { Alarm, FormMessage } from '../ui/message';
import { FieldsForm } from './fields-form';
import { HouseForm } from './house-form';
import { SectionsForm } from './sections-form';
import { TemplatePreview } from './template-preview';

type Props = {
  action: FormAction;
  slug: string;
  version: number;
  template: Template;
  /** The names that parts of any version have, so that a new part never gets one of them. */
  known: { fields: string[]; sections: string[] };
  /** What the template is tried on. */
  matter: { evidence: Evidence; issues: Issue[] } | null;
};

/**
 * A template to be edited, with what comes of it beside. Nothing is kept before it is saved; what is
 * saved on top of another's newer version is turned down first, and stays in the form.
 */
export function TemplateEditor({ action, slug, version, template, known, matter }: Props) {
  const [draft, setDraft] = useState(template);
  const [base, setBase] = useState(version);
  const [asked, setAsked] = useState(false);
  const [state, submit, pending] = useActionState(action, null);
  const checked = templateSchema.safeParse(draft);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(template);
  useUnsaved(isChanged && !pending);
  const faults = checked.success ? [] : faultsOf(checked.error, draft);
  const latest = state && !state.ok ? state.fields.latest : undefined;
  const change = (part: Partial<Template>) => setDraft({ ...draft, ...part });
  return (
    <div className="grid grid-cols-1 items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.05fr)]">
      <div className="grid gap-5">
        <HouseForm draft={draft} onChange={change} />
        <FieldsForm
          fields={draft.fields}
          known={known.fields}
          onChange={(fields) => change({ fields })}
        />
        <SectionsForm
          sections={draft.sections}
          known={known.sections}
          onChange={(sections) => change({ sections })}
        />
        <Form
          action={(sent) => {
            setAsked(true);
            if (checked.success) submit(sent);
          }}
          className="sticky bottom-0 z-5 grid gap-3 border-rule border-t bg-desk py-3"
        >
          <input type="hidden" name="slug" value={slug} />
          <input type="hidden" name="base" value={base} />
          <input type="hidden" name="definition" value={JSON.stringify(draft)} />
          {asked && faults.length > 0 ? (
            <Alarm>
              <p className="font-semibold">This can’t be saved yet.</p>
              <ul className="mt-1 list-disc pl-5 text-sm">
                {faults.map((fault) => (
                  <li key={fault}>{fault}</li>
                ))}
              </ul>
            </Alarm>
          ) : (
            <FormMessage state={state} />
          )}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button type="submit" look="primary" disabled={pending || !isChanged}>
              {pending ? 'Saving…' : `Save as version ${base + 1}`}
            </Button>
            {latest && Number(latest) !== base ? (
              <>
                <a href={`/templates/${slug}`} target="_blank" rel="noreferrer">
                  See version {latest} in a new tab
                </a>
                <Button onClick={() => setBase(Number(latest))}>
                  Go on from version {latest} with mine
                </Button>
              </>
            ) : (
              <p className="text-quiet text-sm">
                {isChanged ? 'Not saved yet.' : `As version ${version} has it.`}
              </p>
            )}
          </div>
        </Form>
      </div>
      <TemplatePreview draft={draft} matter={matter} />
    </div>
  );
}

/** Asks before the page is left with something unsaved in it. */
function useUnsaved(isUnsaved: boolean) {
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isUnsaved]);
}

/** What is wrong, each with the part it is in. */
function faultsOf(error: z.ZodError, draft: Template): string[] {
  const lines = error.issues.map(({ path, message }) => {
    const [list, index] = path;
    if (typeof index !== 'number') return message;
    if (list === 'sections')
      return `Section ${index + 1}, “${draft.sections[index]?.heading}”: ${message}`;
    if (list === 'fields')
      return `Line ${index + 1} of the head, “${draft.fields[index]?.label}”: ${message}`;
    return message;
  });
  return [...new Set(lines)];
}
