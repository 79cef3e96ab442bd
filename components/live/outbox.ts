import type { DocumentJson } from '@/domain/document/document';

/**
 * What a tab has not had acknowledged yet: the steps on top of the memo at `version`. `sent` are
 * the first of them, which were sent as batch `seq` and may have arrived. `base`, the text they
 * stand on, is only in what an earlier build kept; the server has every version.
 */
export type Unsent = {
  memo: string;
  account: string;
  clientId: string;
  version: number;
  steps: unknown[];
  seq: number;
  sent: number;
  since: number;
  base?: DocumentJson;
};

const prefix = 'scenesetter:unsent:';
const keyOf = (unsent: Pick<Unsent, 'memo' | 'clientId'>) =>
  `${prefix}${unsent.memo}:${unsent.clientId}`;

/** Keeps what is unsent in this browser, or forgets it once there is nothing. False if it can't. */
export function keepUnsent(unsent: Unsent): boolean {
  try {
    if (unsent.steps.length === 0) localStorage.removeItem(keyOf(unsent));
    else localStorage.setItem(keyOf(unsent), JSON.stringify(unsent));
    return true;
  } catch {
    // A full or forbidden storage: the text still stands on the page and is still sent.
    return false;
  }
}

/** Forgets what was left unsent, once it is stored or handed to its writer. */
export function forgetUnsent(unsent: Pick<Unsent, 'memo' | 'clientId'>): void {
  localStorage.removeItem(keyOf(unsent));
}

/** What tabs of this account left unsent of the memo. */
export function findUnsent(memo: string, account: string): Unsent[] {
  const found: Unsent[] = [];
  for (let index = 0; index < localStorage.length; index += 1) {
    const key = localStorage.key(index);
    if (!key?.startsWith(`${prefix}${memo}:`)) continue;
    const unsent = JSON.parse(localStorage.getItem(key) ?? 'null') as Unsent | null;
    if (unsent?.account === account) found.push(unsent);
  }
  return found.sort((a, b) => a.since - b.since);
}

/**
 * Holds an editor's name as long as it is open; another can tell by it that this one is. Returns
 * what lets it go.
 */
export function claimTab(clientId: string): () => void {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  void navigator.locks.request(prefix + clientId, () => held);
  return release;
}

/** Does the work if the tab of that name is gone, and nobody else does it; says whether it was done. */
export function ifTabIsGone(clientId: string, work: () => Promise<void>): Promise<boolean> {
  return navigator.locks.request(prefix + clientId, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
    return lock !== null;
  });
}
