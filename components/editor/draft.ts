import { collab } from 'prosemirror-collab';
import { EditorState } from 'prosemirror-state';
import { Step } from 'prosemirror-transform';
import type { Evidence } from '@/domain/assessment';
import { type DocumentJson, readDocument } from '@/domain/document/document';
import { schema } from '@/domain/document/schema';
import type { Issue } from '@/domain/issue';
import { findUnsent, forgetUnsent, ifTabIsGone, type Unsent } from './outbox';
import { insertedStretches, wordsOf } from './ranges';
import { bareHolder, type Collision, Sync, type SyncStatus } from './sync';

/** What the editor opens. */
export type Draft = {
  version: number;
  document: DocumentJson;
  evidence: Evidence;
  issues: Issue[];
};

type OnCollision = (collision: Collision) => void;

const leaving = new Set<Promise<unknown>>();
const longestWait = 5000;

/** Remembers an editor that is being left, so that the next one waits for its text to be stored. */
export function rememberLeaving(left: Promise<unknown>): void {
  leaving.add(left);
  void left.finally(() => leaving.delete(left));
}

/**
 * Opens a memo for editing: first waits for an editor that was just left, then sends what earlier
 * ones of this account left unsent (a closed lid, a lost connection, an ended session), then
 * fetches the text with it. Throws a sentence.
 */
export async function openDraft(
  memo: string,
  account: string,
  onCollision: OnCollision,
): Promise<Draft> {
  const waited = new Promise((resolve) => setTimeout(resolve, longestWait));
  await Promise.race([Promise.allSettled(leaving), waited]);
  for (const unsent of findUnsent(memo, account))
    await ifTabIsGone(unsent.clientId, () => sendLate(unsent, onCollision));
  const answer = await fetch(`/api/memos/${memo}/draft`).catch(() => null);
  if (!answer) throw new Error('The server does not answer. Try again in a moment.');
  const body = (await answer.json()) as Draft & { message?: string };
  if (!answer.ok) throw new Error(body.message ?? 'The memo could not be opened.');
  return body;
}

/** What the server will not take any more is handed to its writer, and never stands in the way. */
async function sendLate(unsent: Unsent, onCollision: OnCollision): Promise<void> {
  let status: SyncStatus = { kind: 'saved' };
  try {
    const confirmed = readDocument(unsent.base);
    const holder = bareHolder(rebuild(unsent));
    const onStatus = (now: SyncStatus) => {
      status = now;
    };
    const sync = new Sync({ ...unsent, holder, confirmed, onCollision, onStatus });
    await sync.flush();
    sync.stop();
  } catch {
    status = { kind: 'refused', changes: 0, message: 'It could not be read.', signedOut: false };
  }
  const { kind, signedOut } = status as Extract<SyncStatus, { kind: 'refused' }>;
  if (kind !== 'refused' || signedOut) return;
  for (const text of typedIn(unsent)) onCollision({ kind: 'lost', text, by: 'the server' });
  forgetUnsent(unsent);
}

function rebuild({ base, steps, version, clientId }: Unsent): EditorState {
  const plugins = [collab({ version, clientID: clientId })];
  const state = EditorState.create({ doc: readDocument(base), plugins });
  const transaction = state.tr;
  for (const json of steps) transaction.step(Step.fromJSON(schema, json));
  return state.apply(transaction);
}

/** What was typed, or, where not even that can be rebuilt, what was kept of it as it is. */
function typedIn(unsent: Unsent): string[] {
  try {
    const steps = unsent.steps.map((json) => Step.fromJSON(schema, json));
    return wordsOf(rebuild(unsent).doc, insertedStretches(steps.map((step) => step.getMap())));
  } catch {
    return [JSON.stringify(unsent.steps)];
  }
}
