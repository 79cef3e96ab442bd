import { z } from 'zod';
import { parseDate } from './date';
import { longestSearch, tidySearch } from './search/words';

export const kinds = ['experts', 'statements', 'articles', 'memos'] as const;
/** What can be found. */
export type Kind = (typeof kinds)[number];

/** How many of a kind are counted; what is over it is "more than". */
export const mostCounted = 1000;

/** How many of a kind a page of results shows, and how many where all kinds are on one. */
export const perPage = { one: 10, all: 4 };

/** A count as it is said: "3", or "more than 1,000" where nobody counted further. */
export function countInWords(count: number): string {
  return count > mostCounted
    ? `more than ${mostCounted.toLocaleString('en')}`
    : count.toLocaleString('en');
}

const one = z.preprocess(
  (sent) => (Array.isArray(sent) ? sent[0] : sent),
  z.string().catch('').transform(tidySearch),
);
const id = one.transform((text) => (z.uuid().safeParse(text).success ? text : ''));

/** What the search form sends, as an address carries it. What is missing or senseless is empty. */
export const searchSchema = z.object({
  q: one,
  kind: one.transform((text) => kinds.find((kind) => kind === text) ?? null),
  from: one,
  to: one,
  outlet: one.transform((text) => text.slice(0, 200)),
  expert: id,
  issue: id,
  page: one.transform((text) => Math.min(Math.max(Number.parseInt(text, 10) || 1, 1), 100)),
});

/** A search, read from its address: `from` and `to` as they were written. */
export type Search = z.infer<typeof searchSchema>;

/** The search with this changed; its address is `/search?` and this. Pages begin anew. */
export function searchAddress(search: Search, change: Partial<Search> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...search, page: 1, ...change }))
    if (value && !(name === 'page' && value === 1)) query.set(name, String(value));
  return `/search?${query}`;
}

/** Whether anything is asked for at all: a word, or a filter. */
export function isAsked(search: Search): boolean {
  return search.q !== '' || isFiltered(search);
}

/** Whether a filter is set. */
export function isFiltered({ from, to, outlet, expert, issue }: Search): boolean {
  return [from, to, outlet, expert, issue].some(Boolean);
}

/** The days of a search as `YYYY-MM-DD`, or a sentence on what is no day. A year or month will do. */
export function readDays(search: Search): {
  from: string | null;
  to: string | null;
  fault: string;
} {
  const from = search.from ? readDay(search.from, 'first') : null;
  const to = search.to ? readDay(search.to, 'last') : null;
  const wrong = from === undefined ? search.from : to === undefined ? search.to : '';
  const fault = wrong
    ? `“${wrong.slice(0, 40)}” is no day. Write it as 2012-12-14, or a month as 2012-12.`
    : from && to && from > to
      ? 'The first day lies after the last: nothing can be published between them.'
      : '';
  return { from: from ?? null, to: to ?? null, fault };
}

function readDay(text: string, end: 'first' | 'last'): string | undefined {
  const month = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/.exec(text);
  if (!month) return parseDate(text) ?? undefined;
  const year = month[1] ?? '';
  if (end === 'first') return `${year}-${month[2] ?? '01'}-01`;
  const last = new Date(Date.UTC(2000, Number(month[2] ?? 12), 0));
  last.setUTCFullYear(Number(year), Number(month[2] ?? 12), 0);
  return last.toISOString().slice(0, 10);
}

/** A sentence where only the beginning of a search was read; empty where all of it was. */
export function describeCut(search: Search): string {
  return search.q.length > longestSearch
    ? `Only the first ${longestSearch} characters were searched for.`
    : '';
}
