import { collab } from 'prosemirror-collab';
import { EditorState, type Transaction } from 'prosemirror-state';
import { Step } from 'prosemirror-transform';
import type { Evidence } from '@/domain/assessment';
import { type DocumentJson, readDocument } from '@/domain/document/document';
import { schema } from '@/domain/document/schema';
import { findUnsent, ifTabIsGone, type Unsent } from './outbox';
import { type Holder, Sync } from './sync';

/** What the editor opens. */
export type Draft = { version: number; document: DocumentJson; evidence: Evidence };

/** Text that found no place in the memo any more, kept for its writer to copy. */
export type Displaced = { id: string; text: string; by: string };

/**
 * Opens a memo for editing: first sends what earlier tabs of this account left unsent (a closed
 * lid, a lost connection, an ended session), then fetches the text with it. Throws a sentence.
 */
export async function openDraft(
  memo: string,
  account: string,
  onDisplaced: (text: string, by: string) => void,
): Promise<Draft> {
  for (const unsent of findUnsent(memo, account))
    await ifTabIsGone(unsent.clientId, () => sendLate(unsent, onDisplaced));
  const answer = await fetch(`/api/memos/${memo}/draft`).catch(() => null);
  if (!answer) throw new Error('The server does not answer. Try again in a moment.');
  const body = (await answer.json()) as Draft & { message?: string };
  if (!answer.ok) throw new Error(body.message ?? 'The memo could not be opened.');
  return body;
}

async function sendLate(
  unsent: Unsent,
  onDisplaced: (text: string, by: string) => void,
): Promise<void> {
  const confirmed = readDocument(unsent.base);
  const { version, clientId } = unsent;
  let state = EditorState.create({
    doc: confirmed,
    plugins: [collab({ version, clientID: clientId })],
  });
  const transaction = state.tr;
  for (const json of unsent.steps) transaction.step(Step.fromJSON(schema, json));
  state = state.apply(transaction);
  const holder: Holder = {
    get state() {
      return state;
    },
    dispatch(each: Transaction) {
      state = state.apply(each);
    },
  };
  const sync = new Sync({ ...unsent, holder, confirmed, onDisplaced, onStatus: () => {} });
  await sync.flush();
  sync.stop();
}
