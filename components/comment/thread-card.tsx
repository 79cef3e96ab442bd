'use client';

import { type ReactNode, useActionState, useEffect, useRef } from 'react';
import {
  type Entry,
  type Grade,
  gradeNames,
  grades,
  shorten,
  type Thread,
} from '@/domain/comment/comment';
import type { Mentionable } from '@/domain/comment/mentions';
import type { FormAction } from '@/domain/errors';
import { Button } from '../ui/button';
import { Form } from '../ui/form';
import { FormMessage } from '../ui/message';
import { Said } from './said';
import { SaidField } from './said-field';

/** What can be done to threads: a server action each. */
export type ThreadActions = { open: FormAction; enter: FormAction; grade: FormAction };

type Props = {
  thread: Thread;
  people: readonly Mentionable[];
  mayComment: boolean;
  actions: ThreadActions;
  /** The words that it is about, as what leads to them. */
  words: ReactNode;
  isHere?: boolean;
  /** To be told when something was entered. */
  onEntered?: () => void;
};

/** A thread: how much it weighs, the words it is about, what was said, and what the reader may do. */
export function ThreadCard(props: Props) {
  const { thread, people, mayComment, words, isHere = false } = props;
  const { grade, isResolved, anchor, entries } = thread;
  return (
    <article
      className="thread"
      id={`thread-${thread.id}`}
      data-grade={grade}
      data-resolved={isResolved ? '' : undefined}
      aria-current={isHere ? 'true' : undefined}
      aria-label={`Comment on “${shorten(anchor.about)}”`}
    >
      <p className="head">
        <span className="grade">{gradeNames[grade]}</span>
        {isResolved ? <span className="text-good">✓ Dealt with</span> : null}
        {'lost' in anchor ? <span className="text-quiet">Detached</span> : null}
      </p>
      {words}
      <ol>
        {entries.map((entry) => (
          <OneEntry key={entry.id} entry={entry} />
        ))}
      </ol>
      {mayComment ? <Answer {...props} people={people} /> : null}
      {thread.may.grade && !isResolved ? <Regrade {...props} /> : null}
    </article>
  );
}

const deeds: Record<Entry['kind'], string> = {
  said: '',
  resolved: 'dealt with it',
  reopened: 'opened it again',
  graded: 'gave it the grade',
};

function OneEntry({ entry }: { entry: Entry }) {
  const { kind, by, at, text, mentions } = entry;
  return (
    <li>
      <p className="by">
        <strong>{by}</strong> {deeds[kind]}
        {kind === 'graded' ? ` “${text}”` : ''}{' '}
        <time dateTime={at} suppressHydrationWarning>
          {new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}
        </time>
      </p>
      {kind === 'graded' || text === '' ? null : <Said text={text} mentions={mentions} />}
    </li>
  );
}

function Answer({ thread, people, actions, onEntered }: Props) {
  const [state, submit, pending] = useActionState(actions.enter, null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!state?.ok) return;
    if (field.current) field.current.value = '';
    onEntered?.();
  }, [state, onEntered]);
  const { isResolved, may } = thread;
  const fault = state?.ok === false ? state.fields.text : undefined;
  return (
    <details className="answer" open={state?.ok === false ? true : undefined}>
      <summary>
        {isResolved ? 'Answer or open it again' : may.settle ? 'Answer or close' : 'Answer'}
      </summary>
      <Form action={submit}>
        <input type="hidden" name="thread" value={thread.id} />
        <input type="hidden" name="revision" value={thread.revision} />
        <SaidField label="Your answer" people={people} fault={fault} ref={field} />
        <div className="deeds">
          <Button type="submit" name="deed" value="reply" disabled={pending}>
            Answer
          </Button>
          {may.settle ? (
            <Button
              type="submit"
              name="deed"
              value={isResolved ? 'reopen' : 'resolve'}
              look="quiet"
              disabled={pending}
            >
              {isResolved ? 'Open again' : 'Dealt with'}
            </Button>
          ) : null}
        </div>
        {state?.ok === false && !fault ? <FormMessage state={state} /> : null}
      </Form>
    </details>
  );
}

function Regrade({ thread, actions, onEntered }: Props) {
  const [state, submit, pending] = useActionState(actions.grade, null);
  useEffect(() => {
    if (state?.ok) onEntered?.();
  }, [state, onEntered]);
  return (
    <details className="answer">
      <summary>Give it another grade</summary>
      <Form action={submit}>
        <input type="hidden" name="thread" value={thread.id} />
        <input type="hidden" name="revision" value={thread.revision} />
        <GradeField grade={thread.grade} />
        <div className="deeds">
          <Button type="submit" disabled={pending}>
            Change the grade
          </Button>
        </div>
        {state?.ok === false ? <FormMessage state={state} /> : null}
      </Form>
    </details>
  );
}

/** How much a comment weighs, to choose. */
export function GradeField({ grade }: { grade: Grade }) {
  return (
    <fieldset className="grades">
      <legend>Grade</legend>
      {grades.map((each) => (
        <label key={each}>
          <input type="radio" name="grade" value={each} defaultChecked={each === grade} />{' '}
          {gradeNames[each]}
        </label>
      ))}
    </fieldset>
  );
}
