// Apart from the forms' schemas, because the editor's JavaScript carries this and not those.

/** Largest batch of steps in one save; a browser with more sends it in parts. */
export const largestBatch = 500;

/**
 * How far a save may go: to suggestions alone, to the text, or to what the template gives a memo, which
 * only moving it to another version of its template does.
 */
export type Reach = 'suggest' | 'edit' | 'reframe';

/** A batch of steps as the log keeps it and as other browsers receive it. */
export type Batch = {
  from: number;
  to: number;
  /** The tab that wrote it and the batch's number there: a retry is recognised by them. */
  clientId: string;
  clientSeq: number;
  author: string;
  steps: unknown[];
};

/**
 * Words that met with another's deletion. `lost`: the writer's own, typed in what `by` took out;
 * they have no place in the memo any more. `kept`: words of `by` in what the writer took out; they
 * were put back.
 */
export type Collision = { kind: 'lost' | 'kept'; text: string; by: string };

/**
 * How a save ended: `batches` lead from the version it was made on to `version`, its own steps
 * among them as they were committed, put on top of what others had committed meanwhile.
 */
export type SaveResult = {
  version: number;
  batches: Batch[];
  collisions: Collision[];
};

/**
 * One who has the memo open. `anchor` and `head` are the selection's ends in the document at
 * `version`; null where one only reads.
 */
export type Presence = {
  clientId: string;
  /** By which of the tab's lines he is there, counted from 1. */
  line: number;
  name: string;
  version: number;
  anchor: number | null;
  head: number | null;
};

/** What comes down the stream of a memo; each holds one of these. It begins with all `present`. */
export type LiveEvent =
  | { present: Presence[] }
  | { batches: Batch[] }
  | { presence: Presence }
  | { gone: string }
  | { commented: true }
  | { ended: string };
