import { receiveTransaction, sendableSteps } from 'prosemirror-collab';
import type { Node } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import { Step } from 'prosemirror-transform';
import { type Batch, largestBatch, type SaveResult } from '@/domain/batch';
import { writeDocument } from '@/domain/document/document';
import { schema } from '@/domain/document/schema';
import { keepUnsent, type Unsent } from './outbox';
import { insertedStretches, takenOut, wordsOf } from './ranges';

/** How the text on the page stands to the stored one. `changes` counts steps kept only here. */
export type SyncStatus =
  | { kind: 'saved' }
  | { kind: 'sending'; changes: number }
  | { kind: 'offline'; changes: number }
  | { kind: 'refused'; changes: number; message: string; signedOut: boolean };

/** Whatever holds the editor's state: a view on the page, or a bare state without one. */
export type Holder = { state: EditorState; dispatch(transaction: Transaction): void };

/** A holder without a page, for text that is sent late. */
export function bareHolder(state: EditorState): Holder {
  return {
    state,
    dispatch(transaction) {
      this.state = this.state.apply(transaction);
    },
  };
}

/**
 * Words that met with another's deletion. `lost`: one's own, typed in what `by` took out; they have
 * no place in the memo any more. `kept`: words of `by` in what one took out oneself; they stay.
 */
export type Collision = { kind: 'lost' | 'kept'; text: string; by: string };

type Options = {
  memo: string;
  account: string;
  clientId: string;
  holder: Holder;
  confirmed: Node;
  version: number;
  seq?: number;
  sent?: number;
  onStatus: (status: SyncStatus) => void;
  onCollision: (collision: Collision) => void;
};

const pause = 400;
const longestWait = 15_000;

/**
 * Sends a tab's steps up and takes others' in. A batch is sent again under its own number until
 * it is answered; a batch that is behind is put on top of what came between; nothing is dropped.
 */
export class Sync {
  private seq: number;
  private sent: number;
  private version: number;
  private confirmed: Node;
  private since = 0;
  private underway: Promise<boolean> | null = null;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private halted = false;

  constructor(private readonly options: Options) {
    this.seq = options.seq ?? 0;
    this.sent = options.sent ?? 0;
    this.version = options.version;
    this.confirmed = options.confirmed;
  }

  /** To be told after each change of the text: keeps it in the browser, then sends it. */
  changed(): void {
    if (this.since === 0) this.since = Date.now();
    this.keep();
    this.report();
    if (!this.underway && !this.halted) this.schedule(pause);
  }

  /** Sends what is unsent now, and resolves once everything is stored or it had to be given up. */
  async flush(): Promise<boolean> {
    this.halted = false;
    while (this.pending() > 0) if (!(await (this.underway ?? this.send()))) return false;
    return true;
  }

  /** Asks for what others wrote, unless a save is under way, which asks by itself. */
  async poll(): Promise<void> {
    if (this.underway || this.halted || this.pending() > 0) return;
    const answer = await fetch(
      `/api/memos/${this.options.memo}/changes?from=${this.version}`,
    ).catch(() => null);
    if (!answer?.ok || this.underway) return;
    const { batches } = (await answer.json()) as { batches: Batch[] };
    if (this.pending() === 0 || this.sent === 0) this.receive(batches);
  }

  /** A last try while the page goes away; what does not arrive stays kept in the browser. */
  sendParting(): void {
    const body = this.nextBatch();
    if (body)
      void fetch(this.address(), { ...this.request(body), keepalive: true }).catch(() => null);
  }

  /** How many steps are not stored yet. */
  pending(): number {
    return sendableSteps(this.options.holder.state)?.steps.length ?? 0;
  }

  /** Goes on without the page, until everything is sent or it can't be for now; then it stops. */
  async leave(): Promise<boolean> {
    this.options.holder = bareHolder(this.options.holder.state);
    const sent = await this.flush();
    this.stop();
    return sent;
  }

  stop(): void {
    this.halted = true;
    clearTimeout(this.timer);
  }

  private schedule(wait: number): void {
    clearTimeout(this.timer);
    if (this.halted) return;
    this.timer = setTimeout(() => void this.send(), wait);
  }

  /** One round; false where it went wrong, and another has to wait. */
  private send(): Promise<boolean> {
    this.underway ??= this.sendOnce().finally(() => {
      this.underway = null;
    });
    return this.underway;
  }

  private async sendOnce(): Promise<boolean> {
    const body = this.nextBatch();
    if (!body) return true;
    this.report();
    const answer = await fetch(this.address(), this.request(body)).catch(() => null);
    const went = answer?.ok
      ? this.take((await answer.json()) as SaveResult)
      : await this.fail(answer);
    this.keep();
    this.report();
    if (went && this.pending() > 0) this.schedule(went === 'now' ? 0 : pause);
    return Boolean(went);
  }

  private nextBatch() {
    const sendable = sendableSteps(this.options.holder.state);
    if (!sendable) return null;
    if (this.sent === 0) {
      this.sent = Math.min(sendable.steps.length, largestBatch);
      this.seq += 1;
      this.keep();
    }
    const steps = sendable.steps.slice(0, this.sent).map((step) => step.toJSON());
    return { from: this.version, clientId: this.options.clientId, clientSeq: this.seq, steps };
  }

  private take(result: SaveResult): 'later' | 'now' {
    this.failures = 0;
    const steps = sendableSteps(this.options.holder.state)?.steps ?? [];
    if (!result.ok) {
      // The server knows nothing of this batch, so it may be made anew on top of what came between.
      this.sent = 0;
      this.receive(result.batches);
      return 'now';
    }
    const own = steps.slice(0, this.sent);
    this.sent = 0;
    this.accept(
      own,
      own.map(() => this.options.clientId),
    );
    return 'later';
  }

  private receive(batches: Batch[]): void {
    const fresh = batches.filter((batch) => batch.from >= this.version);
    if (fresh.length === 0) return;
    const by = fresh.at(-1)?.author ?? 'somebody';
    const before = this.ownWords();
    const steps = fresh.flatMap((batch) => batch.steps.map((json) => Step.fromJSON(schema, json)));
    this.accept(
      steps,
      fresh.flatMap((batch) => batch.steps.map(() => batch.clientId)),
    );
    const after = this.ownWords().join('\n');
    for (const text of before)
      if (!after.includes(text)) this.options.onCollision({ kind: 'lost', text, by });
    this.keepTheirs(steps, by);
  }

  /**
   * A deletion that was made without seeing what another wrote inside it takes that out as well
   * when it is put on top. Those words are put back: nobody decided against them.
   */
  private keepTheirs(theirs: readonly Step[], by: string): void {
    const own = sendableSteps(this.options.holder.state)?.steps ?? [];
    const written = insertedStretches(theirs.map((step) => step.getMap()));
    const maps = own.map((step) => step.getMap());
    for (const { from, to, at } of takenOut(written, maps).toReversed()) {
      const [text] = wordsOf(this.confirmed, [{ from, to }]);
      if (text === undefined) continue;
      const { holder } = this.options;
      const slice = this.confirmed.slice(from, to);
      holder.dispatch(holder.state.tr.replaceRange(at, at, slice));
      this.options.onCollision({ kind: 'kept', text, by });
    }
  }

  private accept(steps: readonly Step[], clientIds: string[]): void {
    for (const step of steps) this.confirmed = step.apply(this.confirmed).doc ?? this.confirmed;
    this.version += steps.length;
    const { holder } = this.options;
    holder.dispatch(
      receiveTransaction(holder.state, [...steps], clientIds, { mapSelectionBackward: true }),
    );
  }

  /** What unsent steps brought in, each run of letters as one text. */
  private ownWords(): string[] {
    const { state } = this.options.holder;
    const steps = sendableSteps(state)?.steps ?? [];
    return wordsOf(state.doc, insertedStretches(steps.map((step) => step.getMap())));
  }

  private async fail(answer: Response | null): Promise<false> {
    if (answer && answer.status < 500) {
      const body = (await answer.json().catch(() => null)) as { message?: string } | null;
      const message = body?.message ?? 'The server refused this change.';
      this.halted = true;
      const signedOut = answer.status === 401;
      this.options.onStatus({ kind: 'refused', changes: this.pending(), message, signedOut });
      return false;
    }
    this.failures += 1;
    this.schedule(Math.min(longestWait, 500 * 2 ** this.failures));
    return false;
  }

  private keep(): void {
    const { memo, account, clientId, holder } = this.options;
    const steps = sendableSteps(holder.state)?.steps.map((step) => step.toJSON()) ?? [];
    if (steps.length === 0) this.since = 0;
    const unsent: Unsent = {
      memo,
      account,
      clientId,
      version: this.version,
      base: writeDocument(this.confirmed),
      steps,
      seq: this.seq,
      sent: this.sent,
      since: this.since,
    };
    keepUnsent(unsent);
  }

  private report(): void {
    if (this.halted) return;
    const changes = this.pending();
    if (changes === 0) this.options.onStatus({ kind: 'saved' });
    else this.options.onStatus({ kind: this.failures > 0 ? 'offline' : 'sending', changes });
  }

  private address(): string {
    return `/api/memos/${this.options.memo}/changes`;
  }

  private request(body: object): RequestInit {
    return {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    };
  }
}
