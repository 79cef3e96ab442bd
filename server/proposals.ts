import type { Store } from './db';

/** A version of an article whose paragraphs were written just now. */
export type KeptVersion = {
  id: string;
  text: string;
  paragraphs: { id: string; start: number; text: string; number: number | null }[];
};

/** Keeps, in the transaction that stores a version, what may have been said by whom in it. */
export async function keepProposals(_tx: Store, _version: KeptVersion): Promise<void> {
  // Nothing is proposed yet.
}
