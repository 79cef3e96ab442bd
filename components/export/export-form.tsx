'use client';

import { useActionState, useState } from 'react';
import type { FormAction } from '@/domain/errors';
import { formats } from '@/domain/format';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Field } from '../ui/field';
import { Form } from '../ui/form';
import { FormMessage } from '../ui/message';
import { Select } from '../ui/select';

type Line = { id: string; title: string; form: string; author: string };
type Props = {
  action: FormAction;
  memos: Line[];
  /** How many memos one sees; more than are listed, where there are very many. */
  total: number;
};

/** Chooses a format and all memos or some, and has them exported in the background. */
export function ExportForm({ action, memos, total }: Props) {
  const [state, submit, pending] = useActionState(action, null);
  const fault = state && !state.ok ? state.fields.memos : undefined;
  return (
    <Form action={submit} className="group/form grid grid-cols-1 gap-5">
      <Select
        label="Format"
        name="format"
        defaultValue="pdf"
        options={formats.map(({ id, label, use }) => ({ value: id, label: `${label}, ${use}` }))}
      />
      <fieldset aria-describedby={fault ? 'memos-fault' : undefined}>
        <legend className="mb-1 font-semibold">Memos</legend>
        <div className="grid gap-2 sm:grid-cols-2">
          <Choice
            type="radio"
            name="which"
            value="all"
            defaultChecked
            title={total === 1 ? 'The one memo' : `All ${total} memos`}
            note="Every memo that you can read"
          />
          <Choice
            type="radio"
            name="which"
            value="ticked"
            title="Those I tick"
            note="Choose them from the list"
          />
        </div>
        <Ticks memos={memos} />
        {fault ? (
          <p id="memos-fault" className="mt-1 text-sm text-alarm">
            {fault}
          </p>
        ) : null}
      </fieldset>
      <FormMessage state={state} />
      <div>
        <Button type="submit" look="primary" disabled={pending}>
          {pending ? 'Beginning…' : 'Begin the export'}
        </Button>
      </div>
    </Form>
  );
}

/** Shown by the form's own state, so that it works before any script does. */
function Ticks({ memos }: { memos: Line[] }) {
  const [sought, setSought] = useState('');
  const words = sought.trim().toLocaleLowerCase();
  const isFound = (memo: Line) =>
    `${memo.title} ${memo.form} ${memo.author}`.toLocaleLowerCase().includes(words);
  return (
    <div className="mt-3 hidden gap-2 group-has-[input[value=ticked]:checked]/form:grid">
      <Field
        label="Find among them"
        value={sought}
        onChange={(event) => setSought(event.currentTarget.value)}
      />
      <ul
        aria-label="Memos to tick"
        className="max-h-96 divide-y divide-rule overflow-y-auto rounded-lg border border-rule bg-sheet"
      >
        {memos.map((memo) => (
          // Hidden and not taken away: what is ticked stays ticked while one looks for others.
          <li key={memo.id} hidden={!isFound(memo)}>
            <label className="flex cursor-pointer gap-3 px-3 py-2.5 has-checked:bg-wash">
              <input
                type="checkbox"
                name="memos[]"
                value={memo.id}
                className="mt-1 size-4 shrink-0 accent-(--color-accent) focus-visible:-outline-offset-1"
              />
              <span className="min-w-0">
                <span className="block break-words font-semibold leading-snug">{memo.title}</span>
                <span className="block text-sm text-quiet">
                  {memo.form} · {memo.author}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </div>
  );
}
