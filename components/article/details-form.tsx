'use client';

import { useActionState } from 'react';
import { dateInWords } from '@/domain/date';
import type { FormAction } from '@/domain/errors';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Form } from '../ui/form';
import { FormMessage, Notice } from '../ui/message';

type Details = {
  versionId: string;
  revision: number;
  title: string;
  outlet: string;
  byline: string | null;
  publishedOn: string;
  url: string | null;
  unsure: string[];
};

type Props = {
  details: Details;
  /** Null for those who may only read. */
  action: FormAction | null;
};

/** What people ask for the article by, to be read or corrected; what was only guessed is marked. */
export function DetailsForm({ details, action }: Props) {
  return (
    <section aria-labelledby="details">
      <h2 id="details" className="mb-3 font-serif text-xl font-semibold">
        As it is cited
      </h2>
      {action ? <Correction details={details} action={action} /> : <Facts details={details} />}
    </section>
  );
}

const guessed = 'The text does not say; this is a guess. Check it.';

function Correction({ details, action }: Props & { action: NonNullable<Props['action']> }) {
  const [state, submit, pending] = useActionState(action, null);
  const faults = state && !state.ok ? state.fields : {};
  const hint = (name: string) => (details.unsure.includes(name) ? guessed : undefined);
  return (
    <Form action={submit} className="grid grid-cols-1 gap-4">
      {details.unsure.length > 0 ? (
        <Notice>Some of this could not be found in the text. Look at it, then press Save.</Notice>
      ) : null}
      <input type="hidden" name="version" value={details.versionId} />
      <input type="hidden" name="revision" value={details.revision} />
      <Field
        label="Title"
        name="title"
        defaultValue={details.title}
        hint={hint('title')}
        fault={faults.title}
        required
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label="Outlet"
          name="outlet"
          defaultValue={details.outlet}
          hint={hint('outlet')}
          fault={faults.outlet}
          required
        />
        <Field
          label="Published on"
          name="publishedOn"
          type="date"
          defaultValue={details.publishedOn}
          hint={hint('publishedOn')}
          fault={faults.publishedOn}
          required
        />
      </div>
      <Field
        label="Byline"
        name="byline"
        defaultValue={details.byline ?? ''}
        hint="Leave it empty where the article is unsigned."
        fault={faults.byline}
      />
      <Field
        label="Web address"
        name="url"
        inputMode="url"
        defaultValue={details.url ?? ''}
        fault={faults.url}
      />
      <FormMessage state={state} />
      <div>
        <Button type="submit" look="primary" disabled={pending}>
          {pending ? 'Saving…' : 'Save'}
        </Button>
      </div>
    </Form>
  );
}

function Facts({ details }: { details: Details }) {
  const facts = [
    ['Outlet', details.outlet],
    ['Published on', dateInWords(details.publishedOn)],
    ['Byline', details.byline ?? 'unsigned'],
    ['Web address', details.url ?? 'none'],
  ];
  return (
    <dl className="grid gap-3">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="text-sm text-quiet">{name}</dt>
          <dd className="break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
