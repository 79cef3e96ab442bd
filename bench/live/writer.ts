import { collab } from 'prosemirror-collab';
import type { Node } from 'prosemirror-model';
import { EditorState, type Transaction } from 'prosemirror-state';
import type { Holder } from '@/components/live/holder';
import type { Unsent } from '@/components/live/outbox';
import type { Ask } from '@/components/live/stream';
import { Sync, type SyncStatus } from '@/components/live/sync';
import type { Collision } from '@/domain/batch';

/**
 * Where a writer's requests go: to the first instance, and after a failure to the next, as a proxy
 * before them does it; and whether the line stands.
 */
export type Line = {
  origins: string[];
  down: boolean;
  /** What answers instead of an instance, where there is none. */
  ask?: Ask;
};

/**
 * One who writes in a memo, as the editor does, without a page: the same synchronisation against
 * the running application. `onOthers` hears the text that others' changes bring.
 */
export class Writer implements Holder {
  readonly clientId = crypto.randomUUID();
  readonly collisions: Collision[] = [];
  readonly sync: Sync;
  readonly line: Line;
  state: EditorState;
  status: SyncStatus | null = null;
  /** What would be in the browser's storage. */
  kept: Unsent | null = null;
  fault: unknown = null;
  onOthers: (text: string) => void = () => undefined;

  constructor(
    origins: string[],
    readonly memo: string,
    private readonly cookie: string,
    start: { version: number; document: Node },
  ) {
    this.line = { origins, down: false };
    const { version, document } = start;
    this.state = EditorState.create({
      doc: document,
      plugins: [collab({ version, clientID: this.clientId })],
    });
    this.sync = new Sync({
      memo,
      account: 'bench',
      clientId: this.clientId,
      holder: this,
      confirmed: document,
      version,
      ask: (address, init) => this.ask(address, init),
      keep: (unsent) => {
        this.kept = unsent;
      },
      onStatus: (status) => {
        this.status = status;
      },
      onCollision: (collision) => this.collisions.push(collision),
    });
  }

  dispatch(transaction: Transaction): void {
    this.state = this.state.apply(transaction);
    if (transaction.getMeta('rebased') === undefined) this.sync.changed();
    else this.onOthers(textBroughtBy(transaction));
  }

  /** Changes the text, as a key does. */
  write(change: (state: EditorState) => Transaction | null): boolean {
    const transaction = change(this.state);
    if (!transaction?.docChanged) return false;
    this.dispatch(transaction);
    return true;
  }

  private async ask(address: string, init: RequestInit = {}): Promise<Response> {
    if (this.line.ask) return this.line.ask(address, init);
    if (this.line.down) throw new TypeError('The line is down.');
    const [origin = '', ...others] = this.line.origins;
    const headers = { ...(init.headers as Record<string, string>), cookie: this.cookie, origin };
    try {
      const answer = await fetch(`${origin}${address}`, { ...init, headers });
      if (!this.line.down) return answer;
    } catch (fault) {
      if (this.line.origins[0] === origin) this.line.origins = [...others, origin];
      throw fault;
    }
    throw new TypeError('The line went down before the answer came.');
  }
}

function textBroughtBy(transaction: Transaction): string {
  let text = '';
  for (const [index, step] of transaction.steps.entries())
    step.getMap().forEach((_from, _to, from, to) => {
      const after = transaction.docs[index + 1] ?? transaction.doc;
      text += `${after.textBetween(from, to, ' ')} `;
    });
  return text;
}
