'use client';

import { useState } from 'react';
import type { IssueTag } from '@/domain/assessment';
import type { Issue, Stance, Strength } from '@/domain/issue';
import { strengthOf } from '@/domain/strength';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import { stanceLabels, strengthLabels } from './labels';

type Props = {
  tags: IssueTag[];
  issues: Issue[];
  /** The statement's words, by which its strength is guessed. */
  words: string;
  onChange: (tags: IssueTag[]) => void;
  onNewIssue: (name: string, proposition: string) => string;
};

const sides = Object.entries(stanceLabels).map(([value, { words }]) => ({ value, label: words }));
const strengths = Object.entries(strengthLabels).map(([value, label]) => ({ value, label }));

/** On which issues a statement speaks, on which side, how firmly and on what grounds. */
export function IssueFields({ tags, issues, words, onChange, onNewIssue }: Props) {
  const [naming, setNaming] = useState(false);
  const left = issues.filter((issue) => !tags.some((tag) => tag.issueId === issue.id));
  const add = (issueId: string) =>
    onChange([...tags, { issueId, stance: 'agrees', strength: strengthOf(words), grounds: '' }]);
  const swap = (index: number, some: Partial<IssueTag>) =>
    onChange(tags.map((tag, at) => (at === index ? { ...tag, ...some } : tag)));
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-semibold">Issues it speaks to</legend>
      <ol className="grid grid-cols-1 gap-3">
        {tags.map((tag, index) => {
          const issue = issues.find((each) => each.id === tag.issueId);
          return (
            <li
              key={tag.issueId}
              className="grid grid-cols-1 gap-3 rounded-md border border-rule px-3 py-3"
            >
              <div className="flex items-baseline justify-between gap-3">
                <p>
                  <span className="font-semibold">{issue?.name}</span>
                  <span className="block text-sm text-quiet">that {issue?.proposition}</span>
                </p>
                <button
                  type="button"
                  className="cursor-pointer px-2 text-sm text-accent hover:underline"
                  onClick={() => onChange(tags.filter((_, at) => at !== index))}
                >
                  Take out
                </button>
              </div>
              <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
                <Select
                  label="Side"
                  value={tag.stance}
                  onChange={(event) => swap(index, { stance: event.target.value as Stance })}
                  options={sides}
                />
                <Select
                  label="How firmly"
                  value={tag.strength}
                  onChange={(event) => swap(index, { strength: event.target.value as Strength })}
                  options={strengths}
                />
              </div>
              <Field
                label="Grounds, in your words"
                value={tag.grounds}
                onChange={(event) => swap(index, { grounds: event.target.value })}
              />
            </li>
          );
        })}
      </ol>
      <div className="mt-2 flex flex-wrap gap-2">
        {left.length > 0 ? (
          <select
            aria-label="Add an issue"
            value=""
            onChange={(event) => event.target.value && add(event.target.value)}
            className="min-h-11 max-w-full rounded-md border border-rule bg-sheet px-3"
          >
            <option value="">Add an issue …</option>
            {left.map((issue) => (
              <option key={issue.id} value={issue.id}>
                {issue.name}
              </option>
            ))}
          </select>
        ) : null}
        {naming ? null : (
          <Button look="quiet" onClick={() => setNaming(true)}>
            New issue
          </Button>
        )}
      </div>
      {naming ? (
        <NewIssue
          onDone={() => setNaming(false)}
          onNew={(name, proposition) => add(onNewIssue(name, proposition))}
        />
      ) : null}
    </fieldset>
  );
}

type NewProps = { onDone: () => void; onNew: (name: string, proposition: string) => void };

/** No form of its own: a form within a form is none. */
function NewIssue({ onDone, onNew }: NewProps) {
  const [name, setName] = useState('');
  const [proposition, setProposition] = useState('');
  return (
    <div className="mt-2 grid gap-3 rounded-md border border-rule bg-wash px-3 py-3">
      <Field
        label="Name of the issue"
        autoFocus
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Field
        label="What one can agree or disagree with"
        hint="For example: the talks should continue"
        value={proposition}
        onChange={(event) => setProposition(event.target.value)}
      />
      <div className="flex gap-2">
        <Button
          disabled={name.trim() === '' || proposition.trim() === ''}
          onClick={() => {
            onNew(name, proposition);
            onDone();
          }}
        >
          Add the issue
        </Button>
        <Button look="quiet" onClick={onDone}>
          Leave it
        </Button>
      </div>
    </div>
  );
}
