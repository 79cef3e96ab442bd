'use client';

import { type RefObject, useState } from 'react';
import { v7 } from 'uuid';
import type { IssueTag } from '@/domain/assessment';
import { type AssessmentInput, inputOf } from '@/domain/assessment-input';
import { type Bench, type Item, itemsOf } from '@/domain/workbench';
import { blankInput, firstParagraph, inputFrom, nextStance, withKind } from './draft';
import { selectedWords } from './selection';
import { type BenchActions, useBench } from './use-bench';
import { type Person, useIdentities } from './use-identities';
import { useSelection } from './use-selection';

/** What is being written in the form: a statement's key, or null for one to be added. */
type Editing = { key: string | null; draft: AssessmentInput };

type Setting = {
  stored: Bench;
  actions: BenchActions;
  people: Person[];
  list: RefObject<HTMLElement | null>;
};

/** All that a person does in checking an article, and the bench as it stands with it. */
export function useChecking({ stored, actions, people, list }: Setting) {
  const { article } = stored;
  const { bench, decide, undo, message, setMessage, waiting } = useBench(stored, actions);
  const identities = useIdentities(people);
  const items = itemsOf(bench);
  const selection = useSelection(items, list);
  const [tags, setTags] = useState<Record<string, IssueTag[]>>({});
  const [editing, setEditing] = useState<Editing | null>(null);
  const { current, select, goOn } = selection;

  const tagsOf = (item: Item) => item.assessment?.issues ?? tags[item.key] ?? [];
  const isOpen = current?.state === 'open';
  const asked = isOpen ? askedOf(current) : null;

  function askedOf(item: Item): Person | null {
    const speakers = item.proposal?.statement.speakers ?? [];
    return speakers.map(({ name }) => identities.question(name)).find((each) => each) ?? null;
  }

  function inputOfItem(item: Item): AssessmentInput | null {
    if (item.assessment) return inputOf(item.assessment, article.publishedOn);
    const statement = item.proposal?.statement;
    return statement ? inputFrom(statement, identities.identify, tagsOf(item)) : null;
  }

  function accept(item: Item) {
    const { proposal } = item;
    if (!proposal || item.state !== 'open') return;
    const person = askedOf(item);
    if (person) {
      setMessage(`Say first who ${person.name} is: s for the same, d for somebody new.`);
      return;
    }
    const input = inputOfItem(item);
    // Nobody can hold a statement that has no speaker: the form asks for one.
    if (!input || proposal.statement.speakers.length === 0) return edit(item);
    const { id, revision } = proposal;
    decide({ type: 'accept', proposal: id, revision, assessment: v7(), input });
    goOn(item);
  }

  function edit(item: Item) {
    const draft = item.state === 'rejected' ? null : inputOfItem(item);
    if (!draft) return;
    select(item.key);
    setEditing({ key: item.key, draft });
  }

  function reject(item: Item) {
    const { proposal, assessment } = item;
    if (item.state === 'added' && assessment)
      decide({ type: 'remove', assessment: assessment.id, revision: assessment.revision });
    else if (proposal) {
      const type = item.state === 'open' ? 'reject' : 'reopen';
      decide({ type, proposal: proposal.id, revision: proposal.revision });
      if (type === 'reopen') return;
    }
    goOn(item);
  }

  function add() {
    const chosen = selectedWords();
    const spans = chosen.length > 0 ? chosen : firstParagraph(article, current);
    setEditing({ key: null, draft: blankInput(article, spans) });
    window.getSelection()?.removeAllRanges();
  }

  function save() {
    if (!editing) return;
    const item = items.find((each) => each.key === editing.key) ?? null;
    const { draft: input } = editing;
    if (!item) {
      const assessment = v7();
      decide({ type: 'add', version: article.id, assessment, input });
      select(assessment);
    } else if (item.assessment) {
      const { id: assessment, revision } = item.assessment;
      decide({ type: 'change', assessment, revision, input });
    } else if (item.proposal) {
      const { id: proposal, revision } = item.proposal;
      decide({ type: 'accept', proposal, revision, assessment: v7(), input });
      goOn(item);
    }
    setEditing(null);
  }

  /** Gives the statement a side on an issue, or the next side, or none again. */
  function tag(item: Item, issueId: string) {
    const words = item.spans.map((span) => span.text).join(' ');
    const issues = nextStance(tagsOf(item), issueId, words);
    if (!item.assessment) return setTags((before) => ({ ...before, [item.key]: issues }));
    const { id: assessment, revision } = item.assessment;
    const input = { ...inputOf(item.assessment, article.publishedOn), issues };
    decide({ type: 'change', assessment, revision, input });
  }

  function takeBack() {
    const key = undo();
    if (key && items.some((item) => item.key === key)) select(key);
  }

  return {
    bench,
    items,
    selection,
    editing,
    asked,
    message,
    waiting,
    tagsOf,
    identify: identities.identify,
    explain: setMessage,
    accept,
    edit,
    reject,
    add,
    save,
    tag,
    undo: takeBack,
    leave: () => setEditing(null),
    write: (draft: AssessmentInput) =>
      setEditing((now) => now && { ...now, draft: withKind(article, now.draft, draft) }),
    answer: (expertId: string | null) => {
      if (asked) identities.sayIs(asked.name, expertId);
      setMessage(null);
    },
  };
}
