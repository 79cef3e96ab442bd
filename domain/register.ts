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

/**
 * A memo to be registered: settled (without suggestions), and the day it was `received` in the store,
 * `YYYY-MM-DD`, which need not be the date in its head.
 */
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
 * the order given: memos are never deleted, so a number stays. A number in the memo's own head goes
 * before it. The originator is the line of the head that says whom it is from, or else its author.
 * What is asked for is what the head itself says it is for; or else a decision, by the day that the
 * memo has for one, where its template has such a day or a section of recommendations; or else
 * nothing but to be read.
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
    const asks = asksForDecision(template) ? 'For decision' : 'For information';
    return {
      number: value.get('number') || `${year}-${String(count).padStart(3, '0')}`,
      title,
      originator: filled('from') || author,
      addressee: filled('to'),
      received,
      action: value.get('for') || (due === '' ? asks : `For decision by ${due}`),
      team,
    };
  });
}

function asksForDecision({ decisionDays, sections }: Template): boolean {
  return decisionDays !== null || sections.some(({ name }) => /^recommendations?$/.test(name));
}

function valuesOf(document: Node): Map<string, string> {
  const values = new Map<string, string>();
  document.firstChild?.forEach((child) => {
    if (child.type.name === 'field')
      values.set(child.attrs.name as string, child.textContent.trim());
  });
  return values;
}
