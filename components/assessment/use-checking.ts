'use client';

import { type RefObject, useState } from 'react';
import { v7 } from 'uuid';
import type { IssueTag } from '@/domain/assessment';
import { type AssessmentInput, inputOf } from '@/domain/assessment-input';
import type { Chosen } from '@/domain/span';
import { type Bench, type Item, itemsOf, reopening } from '@/domain/workbench';
import { blankInput, firstParagraph, inputFrom, nextStance } from './draft';
import { selectedWords } from './selection';
import { type BenchActions, useBench } from './use-bench';
import { type Person, useIdentities } from './use-identities';
import { useSelection } from './use-selection';

/**
 * What the form was opened with: a statement's key, or null for one to be added, and its words,
 * which the article's handles move too. The rest is the form's own until it is kept.
 */
type Editing = { key: string | null; draft: AssessmentInput; spans: Chosen[] };

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
    setEditing({ key: item.key, draft, spans: draft.spans });
  }

  function reject(item: Item) {
    const { proposal, assessment } = item;
    if (item.state === 'added' && assessment)
      decide({ type: 'remove', assessment: assessment.id, revision: assessment.revision });
    else if (proposal) {
      if (item.state !== 'open') return void decide(reopening(bench, proposal));
      decide({ type: 'reject', proposal: proposal.id, revision: proposal.revision });
    }
    goOn(item);
  }

  function add() {
    const chosen = selectedWords();
    const spans = chosen.length > 0 ? chosen : firstParagraph(article, current);
    const draft = blankInput(article, spans);
    setEditing({ key: null, draft, spans: draft.spans });
    window.getSelection()?.removeAllRanges();
  }

  function save(input: AssessmentInput) {
    if (!editing) return;
    const item = items.find((each) => each.key === editing.key) ?? null;
    const kept = { key: editing.key, draft: input, spans: input.spans };
    setEditing(null);
    void keep(item, input).then((refusal) => {
      // What was written is not lost to a refusal: the form comes back with it.
      if (refusal === null) return;
      setEditing((now) => now ?? kept);
      if (kept.key) select(kept.key);
    });
  }

  function keep(item: Item | null, input: AssessmentInput): Promise<string | null> {
    if (item?.assessment) {
      const { id: assessment, revision } = item.assessment;
      return decide({ type: 'change', assessment, revision, input });
    }
    const assessment = v7();
    if (item?.proposal) {
      const { id: proposal, revision } = item.proposal;
      goOn(item);
      return decide({ type: 'accept', proposal, revision, assessment, input });
    }
    select(assessment);
    return decide({ type: 'add', version: article.id, assessment, input });
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
    const id = undo();
    const item = items.find((each) => each.assessment?.id === id);
    if (id) select(item?.key ?? id);
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
    leave: () => {
      setEditing(null);
      selection.focus();
    },
    choose: (spans: Chosen[]) => setEditing((now) => now && { ...now, spans }),
    answer: (expertId: string | null) => {
      if (asked) identities.sayIs(asked.name, expertId);
      setMessage(null);
    },
  };
}
