'use client';

import { useState } from 'react';
import { v7 } from 'uuid';
import type { FormAction } from '@/domain/errors';
import type { Issue } from '@/domain/issue';

type Props = {
  teamId: string;
  addIssue: FormAction;
};

/** The issues with those that were just named, which the server hears of at once. */
export function useIssues(
  stored: Issue[],
  props: Props,
  explain: (message: string) => void,
): [Issue[], (name: string, proposition: string) => string] {
  const [named, setNamed] = useState<Issue[]>([]);
  const fresh = named.filter((issue) => !stored.some((each) => each.id === issue.id));
  function add(name: string, proposition: string): string {
    const issue = { id: v7(), name: name.trim(), proposition: proposition.trim() };
    setNamed((before) => [...before, issue]);
    const form = new FormData();
    for (const [field, value] of Object.entries({ ...issue, team: props.teamId }))
      form.set(field, value);
    void props.addIssue(null, form).then((state) => {
      if (!state || state.ok) return;
      setNamed((before) => before.filter((each) => each.id !== issue.id));
      explain(state.message);
    });
    return issue.id;
  }
  return [[...stored, ...fresh], add];
}
