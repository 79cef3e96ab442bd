import type { Node } from 'prosemirror-model';
import type { Template } from './template';

/**
 * A line of the register of memos, after that of Canadian offices: number, title, originator,
 * addressee, date received, action required; and the team whose number it is.
 */
export type RegisterLine = {
  number: string;
  title: string;
  originator: string;
  addressee: string;
  received: string;
  action: string;
  team: string;
};

/** The columns in their order, each with its heading. */
export const registerColumns: { key: keyof RegisterLine; header: string }[] = [
  { key: 'number', header: 'Number' },
  { key: 'title', header: 'Title' },
  { key: 'originator', header: 'Originator' },
  { key: 'addressee', header: 'Addressee' },
  { key: 'received', header: 'Date received' },
  { key: 'action', header: 'Action required' },
  { key: 'team', header: 'Team' },
];

/** A memo to be registered: settled (without suggestions), and `received` as `YYYY-MM-DD`. */
export type Registered = {
  team: string;
  title: string;
  author: string;
  template: Template;
  document: Node;
  received: string;
};

/**
 * Numbers memos by team and year in the order in which they were received ("2026-007"), which is
 * the order given: memos are never deleted, so a number stays. The originator is the line of the head
 * that says whom it is from, or else its author. What is asked for is a decision where the template
 * has a day for one (that day, as the memo has it), and otherwise nothing but to be read.
 */
export function registerOf(memos: readonly Registered[]): RegisterLine[] {
  const counts = new Map<string, number>();
  return memos.map(({ team, title, author, template, document, received }) => {
    const year = received.slice(0, 4);
    const count = (counts.get(`${team} ${year}`) ?? 0) + 1;
    counts.set(`${team} ${year}`, count);
    const value = valuesOf(document);
    const filled = (fill: string) =>
      template.fields
        .filter((field) => field.fill === fill)
        .map(({ name }) => value.get(name) ?? '')
        .find((words) => words !== '') ?? '';
    const due = filled('decision');
    const asks = template.decisionDays === null ? 'For information' : 'For decision';
    return {
      number: `${year}-${String(count).padStart(3, '0')}`,
      title,
      originator: filled('from') || author,
      addressee: filled('to'),
      received,
      action: due === '' ? asks : `For decision by ${due}`,
      team,
    };
  });
}

function valuesOf(document: Node): Map<string, string> {
  const values = new Map<string, string>();
  document.firstChild?.forEach((child) => {
    if (child.type.name === 'field')
      values.set(child.attrs.name as string, child.textContent.trim());
  });
  return values;
}
