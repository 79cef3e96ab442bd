'use client';

import { useRef, useState } from 'react';
import type { Article } from '@/domain/article';
import type { FormAction } from '@/domain/errors';
import type { Issue } from '@/domain/issue';
import { countChecking, type Proposal } from '@/domain/proposal';
import type { Noted } from '@/domain/workbench';
import { Button } from '../ui/button';
import { Alarm, Empty } from '../ui/message';
import { BenchText } from './bench-text';
import { IdentityQuestion } from './identity-question';
import { KeysHelp } from './keys-help';
import { Progress } from './progress';
import { Key, StatementCard } from './statement-card';
import { StatementForm } from './statement-form';
import type { BenchActions } from './use-bench';
import { useChecking } from './use-checking';
import type { Person } from './use-identities';
import { useIssues } from './use-issues';
import { type Keys, useKeys } from './use-keys';

type Props = {
  teamId: string;
  article: Article;
  proposals: Proposal[];
  assessments: Noted[];
  issues: Issue[];
  people: Person[];
  mayChange: boolean;
  actions: BenchActions;
  addIssue: FormAction;
};

type Checking = ReturnType<typeof useChecking>;

/** The article on one side, what was found in it on the other; everything by key or by hand. */
export function Workbench(props: Props) {
  const { article, proposals, assessments, actions, people, mayChange } = props;
  const list = useRef<HTMLElement>(null);
  const stored = { article, proposals, assessments };
  const checking = useChecking({ stored, actions, people, list });
  const [issues, addIssue] = useIssues(props.issues, props, checking.explain);
  const [help, setHelp] = useState(false);
  const keys = useKeys(!checking.editing && mayChange, {
    ...keysOf(checking, issues),
    '?': () => setHelp(true),
  });
  const { editing, selection, asked } = checking;
  const form = editing ? (
    <StatementForm
      key={editing.key ?? 'new'}
      title={editing.key ? 'Correct the statement' : 'Add a statement'}
      verb={editing.key ? 'Keep it so' : 'Add it'}
      article={article}
      issues={issues}
      names={people.map((person) => person.name)}
      identify={checking.identify}
      initial={editing.draft}
      spans={editing.spans}
      onSpans={checking.choose}
      onSave={checking.save}
      onCancel={checking.leave}
      onNewIssue={addIssue}
    />
  ) : null;

  return (
    <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
      <BenchHead checking={checking} issues={issues} keys={keys} mayChange={mayChange} />
      <section
        aria-label="Article"
        data-column
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
        tabIndex={0}
        className={`${column} border bg-sheet px-4 py-5 max-lg:order-last`}
      >
        <BenchText
          article={article}
          items={checking.items}
          selected={editing && !editing.key ? null : selection.selected}
          draft={editing?.spans ?? null}
          onSelect={selection.select}
          onDraft={checking.choose}
        />
      </section>
      <section aria-label="Statements" data-column ref={list} className={`${column} lg:px-1`}>
        {editing && !editing.key ? <div className="mb-3">{form}</div> : null}
        {checking.items.length === 0 && !editing ? (
          <Empty title="No statement was found">
            Select words in the article and press n to add one.
          </Empty>
        ) : null}
        <ol className="grid grid-cols-1 gap-2">
          {checking.items.map((item) => (
            <li key={item.key} className="grid grid-cols-1 gap-2">
              {asked && item.key === selection.selected ? (
                <IdentityQuestion
                  name={asked.name}
                  date={article.publishedOn}
                  candidates={asked.candidates}
                  onSame={checking.answer}
                  onOther={() => checking.answer(null)}
                />
              ) : null}
              {editing?.key === item.key ? (
                form
              ) : (
                <StatementCard
                  item={item}
                  article={article}
                  issues={issues}
                  tags={checking.tagsOf(item)}
                  selected={item.key === selection.selected}
                  mayChange={mayChange}
                  onSelect={() => selection.select(item.key)}
                  onAccept={() => checking.accept(item)}
                  onEdit={() => checking.edit(item)}
                  onReject={() => checking.reject(item)}
                />
              )}
            </li>
          ))}
        </ol>
      </section>
      {help ? <KeysHelp issues={issues} keys={keys} onClose={() => setHelp(false)} /> : null}
    </div>
  );
}

/** Each side scrolls by itself where the two stand abreast. */
const column =
  'rounded-lg border-rule lg:max-h-[calc(100dvh-18rem)] lg:min-h-96 lg:overflow-y-auto';

type HeadProps = { checking: Checking; issues: Issue[]; keys: Keys; mayChange: boolean };

/** How far one is, what went wrong, and what can be done to the article as a whole. */
function BenchHead({ checking, issues, keys, mayChange }: HeadProps) {
  const { bench, message, waiting } = checking;
  const ids = bench.assessments.map((assessment) => assessment.id);
  return (
    <div className="grid gap-3 lg:col-span-2">
      <Progress checking={countChecking(bench.proposals, ids)} waiting={waiting} />
      {message ? <Alarm>{message}</Alarm> : null}
      {mayChange ? (
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {/* The words selected in the article stay selected. */}
          <Button onMouseDown={(event) => event.preventDefault()} onClick={keys.run('n')}>
            Add a statement <Key>n</Key>
          </Button>
          <Button look="quiet" onClick={keys.run('u')}>
            Undo <Key>u</Key>
          </Button>
          <Button look="quiet" onClick={keys.run('?')}>
            Keys <Key>?</Key>
          </Button>
          <IssueLegend issues={issues} />
        </div>
      ) : null}
    </div>
  );
}

function keysOf(checking: Checking, issues: Issue[]): Record<string, () => unknown> {
  const { selection, asked } = checking;
  const { current, go } = selection;
  return {
    j: () => go(1),
    k: () => go(-1),
    arrowdown: () => go(1),
    arrowup: () => go(-1),
    a: () => current && checking.accept(current),
    e: () => current && checking.edit(current),
    enter: () => current && checking.edit(current),
    x: () => current && checking.reject(current),
    u: checking.undo,
    n: checking.add,
    s: () => asked && checking.answer(asked.candidates[0]?.expert.id ?? null),
    d: () => checking.answer(null),
    ...Object.fromEntries(
      issues
        .slice(0, 9)
        .map((issue, index) => [`${index + 1}`, () => current && checking.tag(current, issue.id)]),
    ),
  };
}

function IssueLegend({ issues }: { issues: Issue[] }) {
  if (issues.length === 0) return null;
  return (
    <p className="ml-auto flex flex-wrap gap-x-3 gap-y-1 text-sm text-quiet">
      {issues.slice(0, 9).map((issue, index) => (
        <span key={issue.id}>
          <Key>{`${index + 1}`}</Key> {issue.name}
        </span>
      ))}
    </p>
  );
}
