/**
 * Two versions of a memo in one: parallel to `print.ts`, with what became of each part. Taking all
 * of it in gives the later version, turning all of it down the earlier one (`settle.ts`).
 */
import type { Printed } from '../document/print';

/** What became of a part: it stood in both versions, came in with the later, or went with it. */
export type Change = 'kept' | 'inserted' | 'deleted';

/** Whose a change is, by name, and when it was made, in milliseconds since 1970. */
export type By = { by: string; at: number };

/** What a signed redline has beside each change (`sign.ts`). */
type Signed = { by?: By };

/** A stretch of plain text. */
export type Piece = { change: Change; text: string } & Signed;

/** How letters look. */
export type Look = { strong: boolean; emphasis: boolean };

/**
 * A stretch of a line. Text whose look alone changed is `formatted`, and `was` says how it looked.
 * A quote or footnote that is kept shows in its pieces what changed in it. The `was` of a citation or
 * footnote that is kept is the number or letter it had: another one is no change of the text.
 */
export type RedRun = Signed &
  (
    | ({ kind: 'text'; change: Change | 'formatted'; text: string; was?: Look } & Look)
    | { kind: 'quote'; change: Change; assessment: string; pieces: Piece[] }
    | {
        kind: 'citation';
        change: Change;
        note: number;
        was: number;
        article: string;
        paragraph: number;
      }
    | { kind: 'footnote'; change: Change; letter: string; was: string; pieces: Piece[] }
    | { kind: 'break'; change: Change }
  );

/**
 * What stands at a place, and since when. `moved` came from another place, with its words: `move`
 * is the number that its old place has too, `section` the heading it stood under before, null where
 * it is the same.
 */
export type Fate =
  | { id: string; change: Change }
  | { id: string; change: 'moved'; move: number; section: string | null };

/**
 * The old place of what moved: where it went (the heading of another section, or null), and the
 * words it opens with.
 */
export type Gone = {
  kind: 'gone';
  change: 'gone';
  id: string;
  move: number;
  section: string | null;
  opening: string;
};

/**
 * One block. A paragraph whose `end` is inserted was split there: it and the next were one; where
 * `end` is deleted it was joined to the next. `orderedBefore` is how a list was numbered.
 */
export type RedBlock = (Fate & RedContent) | Gone;

/** What a block consists of, by its kind. */
export type RedContent =
  | { kind: 'heading'; pieces: Piece[] }
  | { kind: 'paragraph'; runs: RedRun[]; end: Change; endBy?: By }
  | { kind: 'place'; pieces: Piece[] }
  | { kind: 'list'; ordered: boolean; orderedBefore: boolean; items: RedItem[] }
  | { kind: 'quotation'; blocks: RedBlock[] }
  | { kind: 'table'; rows: RedRow[] }
  | { kind: 'facts'; rows: RedFact[] }
  | { kind: 'endnotes'; notes: RedNote[] };

/** One item of a list, or the old place of one. */
export type RedItem = (Fate & { kind: 'item'; blocks: RedBlock[] }) | Gone;

/** One row of a table, or the old place of one. */
export type RedRow = (Fate & { kind: 'row'; cells: RedCell[] }) | Gone;

/** One cell; `headerBefore` says whether it named its row or column before. */
export type RedCell = {
  change: Change;
  header: boolean;
  headerBefore: boolean;
  blocks: RedBlock[];
};

/** A line of the source summary. */
export type RedFact = { change: Change; label: string; pieces: Piece[] };

/** An endnote; `was` is the number it had, or has still where it is new. */
export type RedNote = {
  change: Change;
  number: number;
  was: number;
  article: string;
  paragraph: number;
  pieces: Piece[];
};

/** A header field: what it says in both versions. */
export type RedField = { change: Change; name: string; label: Piece[]; value: Piece[] };

/** A section with its heading. */
export type RedSection = {
  change: Change;
  id: string;
  name: string;
  heading: Piece[];
  blocks: RedBlock[];
};

/** The whole memo with what changed; language, form and marking are those of the later version. */
export type Redlined = Pick<Printed, 'language' | 'form' | 'marking'> & {
  title: Piece[];
  fields: RedField[];
  sections: RedSection[];
};
