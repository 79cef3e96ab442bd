import type { Node } from 'prosemirror-model';
import type { Anchor } from './anchor';
import { wordsIn } from './letters';
import type { Lost } from './lost';

/** How much a comment weighs (UK clearance practice): an open “must fix” blocks clearance. */
export const grades = ['must', 'should', 'information'] as const;
export type Grade = (typeof grades)[number];

/** The grades in words. */
export const gradeNames: Record<Grade, string> = {
  must: 'Must fix',
  should: 'Should fix',
  information: 'For information',
};

/** What can be entered in a thread; nothing that was is changed or taken out. */
export type EntryKind = 'said' | 'resolved' | 'reopened' | 'graded';

/** One entry of a thread. `mine`: the reader wrote it. `mentions` are the names written after an @. */
export type Entry = {
  id: string;
  kind: EntryKind;
  text: string;
  by: string;
  mine: boolean;
  /** An instant. */
  at: string;
  mentions: string[];
};

/** A thread: what it is about and where that stands in the memo's text, and all that was said. */
export type Thread = {
  id: string;
  revision: number;
  grade: Grade;
  isResolved: boolean;
  anchor: Anchor;
  /** The id of the block that it begins in, for links to it; empty where none has an id. */
  block: string;
  entries: Entry[];
  /** Whether the reader may close or reopen it, and whether it is theirs to grade. */
  may: { settle: boolean; grade: boolean };
};

/** What of a thread's anchor is stored: where it stands at a version, or what was lost. */
export type StoredAnchor = {
  about: string;
  from: number | null;
  to: number | null;
  lost: Lost | null;
};

/** An anchor as it is stored. */
export function storedOf(anchor: Anchor): StoredAnchor {
  const { about } = anchor;
  if ('lost' in anchor) return { about, from: null, to: null, lost: anchor.lost };
  return { about, ...anchor.at, lost: null };
}

/** A stored anchor. Throws where it is neither somewhere nor lost. */
export function anchorOf({ about, from, to, lost }: StoredAnchor): Anchor {
  if (from !== null && to !== null) return { about, at: { from, to } };
  if (lost === null) throw new Error('A comment stands nowhere and was never lost.');
  return { about, lost };
}

/** Threads in the order of the text; those that lost their words after them, as they were opened. */
export function inOrder<T extends Pick<Thread, 'anchor'>>(threads: readonly T[]): T[] {
  const place = ({ anchor }: T) => ('at' in anchor ? anchor.at.from : Number.MAX_SAFE_INTEGER);
  return threads.toSorted((one, other) => place(one) - place(other));
}

/** How many threads are open, and how many of those must be dealt with before a clearance. */
export function countOf(threads: readonly Pick<Thread, 'grade' | 'isResolved'>[]) {
  const open = threads.filter(({ isResolved }) => !isResolved);
  return { open: open.length, mustFix: open.filter(({ grade }) => grade === 'must').length };
}

/** Words of a text that an open comment is on, and the block that they begin in. */
export type Lit = { block: string; words: string; isMust: boolean };

/** The words of a document that open threads are on, as they stand now. */
export function litIn(threads: readonly Thread[], document: Node): Lit[] {
  return threads.flatMap(({ isResolved, anchor, block, grade }) =>
    isResolved || 'lost' in anchor
      ? []
      : [{ block, words: wordsIn(document, anchor.at), isMust: grade === 'must' }],
  );
}

/** The beginning of a passage, for where there is one line for it: 100 letters at most. */
export function shorten(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length > 100 ? `${line.slice(0, 97).trimEnd()}…` : line;
}
