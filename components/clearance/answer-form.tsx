import Link from 'next/link';
import { Fragment } from 'react';
import type { Outcome, Response } from '@/domain/clearance/list';
import type { FormAction } from '@/domain/errors';
import { ActionForm } from '../ui/action-form';
import { Choice } from '../ui/choice';

const offers: Record<Outcome, { title: string; note: string }> = {
  clear: { title: 'Clear', note: 'I agree to the text as it stands.' },
  'clear-with-edits': {
    title: 'Clear with edits',
    note: 'I agree to the text with the edits that I suggested in it.',
  },
  object: { title: 'Object', note: 'I do not agree. Say why, and what you would have instead.' },
  'information-only': {
    title: 'Information only',
    note: 'I have no interest of substance in it.',
  },
  commented: { title: 'Commented', note: 'My comments are made.' },
  'nil-return': { title: 'Nil return', note: 'I have no comments.' },
  'no-response': { title: '', note: '' },
};

type Props = {
  memo: string;
  version: number;
  addressee: string;
  name: string;
  note: string;
  /** The sections that concern them; the whole memo where there is none. */
  concerns: { id: string; heading: string }[];
  answers: Outcome[];
  last: Response | null;
  action: FormAction;
};

/** What somebody on the list answers, with a link to what changed since they cleared. */
export function AnswerForm(props: Props) {
  const { memo, version, addressee, name, note, concerns, answers, last, action } = props;
  return (
    <section
      aria-labelledby={`answer-${addressee}`}
      className="rounded-lg border border-accent bg-sheet px-4 py-4 sm:px-6"
    >
      <h2 id={`answer-${addressee}`} className="font-semibold font-serif text-xl">
        You are asked{name ? ` for ${name}` : ''}
      </h2>
      {note ? <p className="mt-1">{note}</p> : null}
      <p className="mt-2 mb-4 text-sm">
        {concerns.length === 0 ? (
          <Link href={`/memos/${memo}`} prefetch={false}>
            Read the memo
          </Link>
        ) : (
          <>
            It concerns you in{' '}
            {concerns.map(({ id, heading }, at) => (
              <Fragment key={id}>
                {at > 0 ? ', ' : ''}
                {/* A plain link: the section lights up as the page opens at it. */}
                <a href={`/memos/${memo}#h-${id}`}>{heading}</a>
              </Fragment>
            ))}
          </>
        )}
        {' · '}
        <Link href={`/memos/${memo}/comments`} prefetch={false}>
          Comment on it
        </Link>
        {last && last.version !== version ? (
          <>
            {' · '}
            <Link
              href={`/memos/${memo}/history/compare?from=${last.version}&to=${version}`}
              prefetch={false}
            >
              What changed since you answered
            </Link>
          </>
        ) : null}
      </p>
      <ActionForm
        action={action}
        hidden={{ addressee, base: version }}
        label="Answer"
        look="primary"
      >
        <fieldset className="grid gap-2 sm:grid-cols-2">
          <legend className="sr-only">Your answer</legend>
          {answers.map((outcome, at) => (
            <Choice
              key={outcome}
              type="radio"
              name="outcome"
              value={outcome}
              defaultChecked={at === 0}
              {...offers[outcome]}
            />
          ))}
        </fieldset>
        <label className="grid gap-1">
          <span className="font-semibold text-sm">Words to it</span>
          <textarea
            name="text"
            rows={3}
            maxLength={5000}
            className="rounded-md border border-rule bg-sheet px-3 py-2"
          />
          <span className="text-quiet text-sm">
            An objection is printed with the memo, as you write it.
          </span>
        </label>
      </ActionForm>
    </section>
  );
}
