// Apart from the forms' schemas, because the editor's JavaScript carries this and not those.

/** Largest batch of steps in one save; a browser with more sends it in parts. */
export const largestBatch = 500;

/** A batch of steps as the log keeps it and as other browsers receive it. */
export type Batch = {
  from: number;
  to: number;
  clientId: string;
  author: string;
  steps: unknown[];
};

/**
 * How a save ended: committed at `version`, or behind, with the batches that the browser has to
 * take in before it tries again with its own steps on top of them. Nothing is ever overwritten.
 */
export type SaveResult =
  | { ok: true; version: number }
  | { ok: false; reason: 'behind'; version: number; batches: Batch[] };
