import { collab } from 'prosemirror-collab';
import type { Node } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import type { Evidence } from '@/domain/assessment';
import type { Collision } from '@/domain/batch';
import { type DocumentJson, readDocument } from '@/domain/document/document';
import { readSteps } from '@/domain/document/steps';
import { wordsOfSteps } from '@/domain/document/stretches';
import type { Issue } from '@/domain/issue';
import { bareHolder } from '../live/holder';
import { findUnsent, forgetUnsent, ifTabIsGone, keepUnsent, type Unsent } from '../live/outbox';
import { Sync } from '../live/sync';

/** What the editor opens. */
export type Draft = {
  version: number;
  document: DocumentJson;
  evidence: Evidence;
  issues: Issue[];
};

/** Words that the server would not take, handed to their writer with why. */
export type Refused = { kind: 'refused'; text: string; by: string };

/** `stored`: the server keeps the words as well. */
export type Tell = (told: Collision | Refused, stored: boolean) => void;

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
export async function openDraft(memo: string, account: string, tell: Tell): Promise<Draft> {
  const waited = new Promise((resolve) => setTimeout(resolve, longestWait));
  await Promise.race([Promise.allSettled(leaving), waited]);
  for (const unsent of findUnsent(memo, account))
    await ifTabIsGone(unsent.clientId, () => sendLate(unsent, tell));
  return fetchDraft(`/api/memos/${memo}/draft`);
}

async function fetchDraft(address: string): Promise<Draft> {
  const answer = await fetch(address).catch(() => null);
  if (!answer) throw new Error('The server does not answer. Try again in a moment.');
  const body = (await answer.json().catch(() => null)) as (Draft & { message?: string }) | null;
  if (!answer.ok || !body) throw new Error(body?.message ?? 'The memo could not be opened.');
  return body;
}

/** What the server will not take any more is handed to its writer, and never stands in the way. */
async function sendLate(unsent: Unsent, tell: Tell): Promise<void> {
  const { memo, version } = unsent;
  const base = unsent.base ?? (await fetchDraft(`/api/memos/${memo}/draft?at=${version}`)).document;
  let refusal: string | null = null;
  try {
    const confirmed = readDocument(base);
    const sync = new Sync({
      ...unsent,
      holder: bareHolder(rebuild(confirmed, unsent)),
      confirmed,
      keep: keepUnsent,
      onStatus: () => undefined,
      onCollision: tell,
      onRefused: (_words, message) => {
        refusal = message;
      },
    });
    await sync.flush();
    sync.stop();
  } catch {
    refusal = 'It did not fit the memo any more.';
  }
  if (refusal === null) return;
  handOver(unsent, refusal, tell);
}

/** Hands what was left unsent to its writer, as the words that were typed, and lets it go. */
export function handOver(unsent: Unsent, reason: string, tell: Tell): void {
  for (const text of wordsOfSteps(unsent.steps)) tell({ kind: 'refused', text, by: reason }, false);
  forgetUnsent(unsent);
}

function rebuild(base: Node, { steps, version, clientId }: Unsent): EditorState {
  const plugins = [collab({ version, clientID: clientId })];
  const state = EditorState.create({ doc: base, plugins });
  const transaction = state.tr;
  for (const step of readSteps(steps)) transaction.step(step);
  return state.apply(transaction);
}
