import type { Node } from 'prosemirror-model';
import {
  type Batch,
  type Collision,
  type LiveEvent,
  largestBatch,
  type SaveResult,
} from '@/domain/batch';
import { bareHolder, type Holder, unsentSteps } from './holder';
import type { Unsent } from './outbox';
import type { OnPresence } from './places';
import { SharedText } from './shared-text';
import { type Ask, Stream } from './stream';

/**
 * How the text on the page stands to the stored one. `changes` counts steps kept only here, `since`
 * (ms since 1970) says since when, and `live` whether others' changes arrive at the moment. What
 * was refused is so for good, `message` says why, unless a session that has ended is all it lacks.
 */
export type SyncStatus = {
  kind: 'saved' | 'sending' | 'offline' | 'refused';
  live: boolean;
  changes: number;
  since: number;
  message: string;
  signedOut: boolean;
};

type Options = {
  memo: string;
  account: string;
  clientId: string;
  holder: Holder;
  confirmed: Node;
  version: number;
  seq?: number;
  sent?: number;
  /** Keeps what is unsent where it outlives the page. */
  keep: (unsent: Unsent) => void;
  ask?: Ask;
  onStatus: (status: SyncStatus) => void;
  /** `stored`: the server keeps the words as well. */
  onCollision: (collision: Collision, stored: boolean) => void;
  /** Something was said of the text: its comments are to be asked for anew. */
  onCommented?: () => void;
  /** Who is there, with places in the text on the page; `null` for one who has gone. */
  onPresence?: OnPresence;
  /** The server turned the changes down for good: what was typed is handed over. */
  onRefused?: (words: string[], message: string) => void;
};

/** Batches go up no closer to each other than this, in ms; the first letter goes at once. */
const pause = 40;
const longestWait = 15_000;
const longestAnswer = 20_000;
/** How often one without a session tries whether there is one again, in ms. */
const signedOutPause = 5000;

/**
 * Sends a tab's steps up and takes others' in. A batch is sent again under its own number until
 * it is answered; the server puts it on top of what came between and answers with both, and
 * `SharedText` does the same here; nothing is dropped without being told. While a batch is under way
 * nothing else is taken in: so both sides work the same out from the same.
 */
export class Sync {
  private seq: number;
  private sent: number;
  private since = 0;
  private sentAt = 0;
  private underway: Promise<boolean> | null = null;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private state: 'open' | 'stopped' | 'refused' | 'signed-out' = 'open';
  private message = '';
  private live = false;
  private held: Batch[] = [];
  private readonly text: SharedText;
  private readonly stream: Stream;
  private readonly ask: Ask;

  constructor(private readonly options: Options) {
    this.seq = options.seq ?? 0;
    this.sent = options.sent ?? 0;
    this.ask = options.ask ?? ((address, init) => fetch(address, init));
    this.text = new SharedText({ ...options, holder: () => this.options.holder });
    this.stream = new Stream({
      ask: this.ask,
      address: (line) =>
        `${this.address('live')}?from=${this.version}&clientId=${options.clientId}&line=${line}`,
      onEvent: (event) => this.hear(event),
      onLive: (live) => this.setLive(live),
    });
  }

  /** The version that the text is at, without what is unsent. */
  get version(): number {
    return this.text.version;
  }

  /** Begins to take in what others write. */
  listen(): void {
    this.stream.open();
  }

  /** Stops taking it in, as a hidden tab does: a browser has few lines to one server. */
  deafen(): void {
    this.stream.close();
  }

  /** To be told after each change of the text: keeps it in the browser, then sends it. */
  changed(): void {
    if (this.since === 0) this.since = Date.now();
    this.keep();
    this.report();
    if (!this.underway && this.failures === 0 && this.state === 'open') this.schedule(this.rest());
  }

  /** Sends what is unsent now, and resolves once everything is stored or it had to be given up. */
  async flush(): Promise<boolean> {
    if (this.state === 'refused') return false;
    if (this.state === 'signed-out') this.state = 'open';
    while (this.pending() > 0) if (!(await (this.underway ?? this.send()))) return false;
    return true;
  }

  /** A last try while the page goes away; what does not arrive stays kept in the browser. */
  sendParting(): void {
    const body = this.state === 'refused' ? null : this.nextBatch();
    if (body)
      void this.ask(this.address('live'), { ...post(body), keepalive: true }).catch(() => null);
  }

  /** How many steps are not stored yet. */
  pending(): number {
    return unsentSteps(this.options.holder).length;
  }

  /** Goes on without the page, until everything is sent or it can't be for now; then it stops. */
  async leave(): Promise<boolean> {
    this.options.holder = bareHolder(this.options.holder.state);
    this.stream.close();
    const sent = await this.flush();
    this.stop();
    return sent;
  }

  /** As `Places.mapsFrom`: what was done to the text since a version. */
  mapsFrom(version: number) {
    return this.text.places.mapsFrom(version);
  }

  stop(): void {
    this.state = 'stopped';
    this.stream.close();
    clearTimeout(this.timer);
  }

  /** Says where the writer is; not while something is unsent, for then the others lack the text. */
  async announce(): Promise<void> {
    if (this.pending() > 0 || this.underway || this.state !== 'open') return;
    const { anchor, head } = this.options.holder.state.selection;
    const { version, stream } = this;
    if (stream.line === 0) return;
    const { clientId } = this.options;
    const presence = { clientId, line: stream.line, version, anchor, head };
    await this.ask(this.address('presence'), post(presence)).catch(() => null);
  }

  /** To be told when a word is composed: what waited for that is taken in. */
  composed(): void {
    this.takeHeld();
    if (this.pending() > 0) this.schedule(0);
  }

  private hear(event: LiveEvent): void {
    if ('batches' in event) {
      this.held.push(...event.batches);
      if (this.takeHeld() === 'gap') void this.catchUp();
    } else if ('present' in event) this.text.places.begin(event.present);
    else if ('presence' in event) this.text.places.meet(event.presence);
    else if ('gone' in event) this.text.places.part(event.gone);
    else if ('commented' in event) this.options.onCommented?.();
    else this.stream.close();
  }

  /** Takes in what has come, unless a batch is under way or may have arrived. */
  private takeHeld(): 'gap' | 'done' {
    if (this.underway || this.sent > 0 || this.options.holder.composing) return 'done';
    const fresh = this.held.filter((batch) => batch.to > this.version);
    this.held = [];
    const chain: Batch[] = [];
    for (const batch of fresh)
      if (batch.from === (chain.at(-1)?.to ?? this.version)) chain.push(batch);
    if (chain.length > 0) this.text.receive(chain, null);
    return fresh.some((batch) => batch.from > this.version) ? 'gap' : 'done';
  }

  private async catchUp(): Promise<void> {
    const address = `${this.address('live')}?from=${this.version}`;
    const answer = await this.ask(address, { headers: { Accept: 'application/json' } }).catch(
      () => null,
    );
    if (!answer?.ok) return;
    this.held.push(...((await answer.json()) as { batches: Batch[] }).batches);
    this.takeHeld();
  }

  private setLive(live: boolean): void {
    if (this.live === live) return;
    this.live = live;
    // Whoever heard of this tab by its last line does not know where it is any more.
    if (live && this.stream.line > 1) void this.announce();
    // The server is there again: what waits need not wait for its own next try.
    if (live && this.failures > 0) this.schedule(0);
    this.report();
  }

  /** How long the next batch has to wait yet. */
  private rest(): number {
    return Math.max(0, pause - (Date.now() - this.sentAt));
  }

  private schedule(wait: number): void {
    clearTimeout(this.timer);
    if (this.state === 'stopped' || this.state === 'refused') return;
    this.timer = setTimeout(() => void this.send(), wait);
  }

  /** One round; false where it went wrong, and another has to wait. */
  private send(): Promise<boolean> {
    this.underway ??= this.sendOnce().finally(() => {
      this.underway = null;
      this.takeHeld();
    });
    return this.underway;
  }

  private async sendOnce(): Promise<boolean> {
    if (this.options.holder.composing) return true;
    const body = this.nextBatch();
    if (!body) return true;
    this.report();
    this.sentAt = Date.now();
    const init = { ...post(body), signal: AbortSignal.timeout(longestAnswer) };
    const answer = await this.ask(this.address('live'), init).catch(() => null);
    // A server that went down in the middle of its answer has not answered.
    const result = answer?.ok
      ? ((await answer.json().catch(() => null)) as SaveResult | null)
      : null;
    if (result) this.take(result);
    else await this.fail(answer?.ok ? null : answer);
    this.keep();
    this.report();
    if (result && this.pending() > 0) this.schedule(this.rest());
    return result !== null;
  }

  private nextBatch() {
    const unsent = unsentSteps(this.options.holder);
    if (unsent.length === 0) return null;
    if (this.sent === 0) {
      this.sent = Math.min(unsent.length, largestBatch);
      this.seq += 1;
      this.keep();
    }
    const steps = unsent.slice(0, this.sent).map((step) => step.toJSON());
    return { from: this.version, clientId: this.options.clientId, clientSeq: this.seq, steps };
  }

  private take(result: SaveResult): void {
    this.failures = 0;
    this.state = 'open';
    this.text.take(result, this.seq);
    this.sent = 0;
  }

  private async fail(answer: Response | null): Promise<void> {
    if (answer && isFinal(answer.status)) {
      const body = (await answer.json().catch(() => null)) as { message?: string } | null;
      this.message = body?.message ?? 'The server refused this change.';
      if (answer.status === 401) {
        this.state = 'signed-out';
        this.schedule(signedOutPause);
        return;
      }
      this.state = 'refused';
      this.stream.close();
      this.options.onRefused?.(this.text.unsentWords(), this.message);
      return;
    }
    this.failures += 1;
    this.schedule(Math.min(longestWait, 250 * 2 ** this.failures));
  }

  private keep(): void {
    // What was refused has been handed over.
    if (this.state === 'refused') return;
    const { memo, account, clientId, holder, keep } = this.options;
    const steps = unsentSteps(holder).map((step) => step.toJSON());
    if (steps.length === 0) this.since = 0;
    const { version, seq, sent, since } = this;
    keep({ memo, account, clientId, version, steps, seq, sent, since });
  }

  private report(): void {
    if (this.state === 'stopped') return;
    const { live, since, message } = this;
    const changes = this.pending();
    const signedOut = this.state === 'signed-out';
    this.options.onStatus({ kind: this.kindOf(changes), live, changes, since, message, signedOut });
  }

  private kindOf(changes: number): SyncStatus['kind'] {
    if (this.state === 'refused' || this.state === 'signed-out') return 'refused';
    if (changes === 0) return 'saved';
    return this.failures > 0 ? 'offline' : 'sending';
  }

  private address(end: string): string {
    return `/api/memos/${this.options.memo}/${end}`;
  }
}

/** Whether trying again would come to the same; a server that is busy or goes down may say other. */
function isFinal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

function post(body: object): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
}
