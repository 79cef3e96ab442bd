'use client';

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Article } from '@/domain/article';
import type { AssessmentInput } from '@/domain/assessment-input';
import type { Issue } from '@/domain/issue';
import type { Chosen } from '@/domain/span';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import { withKind } from './draft';
import { HolderFields } from './holder-fields';
import { IssueFields } from './issue-fields';
import { directnessLabels, groundRuleLabels, kindLabels } from './labels';
import { SpanFields } from './span-fields';

type Props = {
  title: string;
  verb: string;
  article: Article;
  issues: Issue[];
  /** Names of those who speak in the article, to choose from. */
  names: string[];
  identify: (name: string) => string;
  /** What the form begins with; its words are in `spans`, which the article's handles move too. */
  initial: AssessmentInput;
  spans: Chosen[];
  onSpans: (spans: Chosen[]) => void;
  onSave: (draft: AssessmentInput) => void;
  onCancel: () => void;
  onNewIssue: (name: string, proposition: string) => string;
};

const optionsOf = <Value extends string>(labels: Record<Value, string>) =>
  Object.entries<string>(labels).map(([value, label]) => ({ value, label }));

/** All that can be said of a statement. Escape leaves it, Ctrl+Enter keeps it. */
export function StatementForm(props: Props) {
  const { article, initial, onSave, onCancel } = props;
  const [written, setWritten] = useState(initial);
  const form = useRef<HTMLFormElement>(null);
  const draft = withKind(article, initial, { ...written, spans: props.spans });
  const change = (some: Partial<AssessmentInput>) => setWritten((now) => ({ ...now, ...some }));

  // Whoever opened it by a key goes on by keys, in the form.
  useEffect(() => {
    const opened = form.current;
    if (opened && !opened.contains(document.activeElement)) opened.focus({ preventScroll: true });
    opened?.scrollIntoView({ block: 'nearest' });
  }, []);

  function press(event: KeyboardEvent) {
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
      form.current?.requestSubmit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <form
      ref={form}
      tabIndex={-1}
      aria-label={props.title}
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(draft);
      }}
      className="grid scroll-my-4 grid-cols-1 gap-5 rounded-lg border-2 outline-none border-accent bg-sheet px-4 py-4"
    >
      <h2 className="font-serif text-lg font-semibold">{props.title}</h2>
      <SpanFields article={article} spans={draft.spans} onChange={props.onSpans} />
      <HolderFields
        holders={draft.holders}
        names={props.names}
        identify={props.identify}
        onChange={(holders) => change({ holders })}
      />
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <Select
          label="How the article gives it"
          value={draft.kind}
          onChange={(event) => change({ kind: event.target.value as AssessmentInput['kind'] })}
          options={optionsOf(kindLabels)}
        />
        <Select
          label="How the speaker knows it"
          value={draft.directness}
          onChange={(event) =>
            change({ directness: event.target.value as AssessmentInput['directness'] })
          }
          options={optionsOf(directnessLabels)}
        />
        <Field
          label="Whose view it is"
          hint="Empty: the speaker’s own."
          value={draft.viewOf ?? ''}
          onChange={(event) => change({ viewOf: event.target.value || null })}
        />
        <Select
          label="Ground rule"
          value={draft.groundRule}
          onChange={(event) =>
            change({ groundRule: event.target.value as AssessmentInput['groundRule'] })
          }
          options={optionsOf(groundRuleLabels)}
        />
      </div>
      <IssueFields
        tags={draft.issues}
        issues={props.issues}
        onChange={(issues) => change({ issues })}
        onNewIssue={props.onNewIssue}
        words={draftWords(article, draft)}
      />
      <Field
        label="Note"
        value={draft.note}
        onChange={(event) => change({ note: event.target.value })}
      />
      <div className="sticky bottom-0 -mx-4 -mb-4 flex flex-wrap gap-2 rounded-b-lg border-t border-rule bg-sheet px-4 py-3">
        <Button type="submit" look="primary">
          {props.verb}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
        <span className="self-center text-sm text-quiet">Ctrl+Enter keeps, Escape leaves</span>
      </div>
    </form>
  );
}

function draftWords(article: Article, draft: AssessmentInput): string {
  const text = (id: string) => article.paragraphs.find((each) => each.id === id)?.text ?? '';
  return draft.spans.map((span) => text(span.paragraphId).slice(span.start, span.end)).join(' ');
}
