import type { DraftQuote } from './quotes';

/** What becomes of a Word file as a memo: what was lost, where its parts went, how its quotes stand. */
export type WordReport = {
  title: string;
  sections: string[];
  articles: string[];
  losses: string[];
  notes: string[];
  quotes: DraftQuote[];
};
