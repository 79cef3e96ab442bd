import { receiveTransaction, sendableSteps } from 'prosemirror-collab';
import type { Node, Slice } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import { Mapping, type Step, type StepMap } from 'prosemirror-transform';
import {
  type Batch,
  type Collision,
  type LiveEvent,
  largestBatch,
  type Presence,
  type SaveResult,
} from '@/domain/batch';
import { putBackAt } from '@/domain/document/rebase';
import { readSteps } from '@/domain/document/steps';
import {
  insertedStretches,
  linesOf,
  mapAll,
  type Stretch,
  takenOut,
  without,
  wordsOf,
} from '@/domain/document/stretches';
import type { Unsent } from './outbox';
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

/** Whatever holds the editor's state: a view on the page, or a bare state without one. */
export type Holder = {
  state: EditorState;
  dispatch(transaction: Transaction): void;
  /** While an input method composes a word, nothing else may change the text. */
  composing?: boolean;
};

/** A holder without a page, for text that is sent late. */
export function bareHolder(state: EditorState): Holder {
  return {
    state,
    dispatch(transaction) {
      this.state = this.state.apply(transaction);
    },
  };
}

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
  /** Who is there, with places in the text on the page; `null` for one who has gone. */
  onPresence?: (clientId: string, presence: Presence | null) => void;
  /** The server turned the changes down for good: what was typed is handed over. */
  onRefused?: (words: string[], message: string) => void;
};

/** Batches go up no closer to each other than this, in ms; the first letter goes at once. */
const pause = 40;
const longestWait = 15_000;
const longestAnswer = 20_000;
/** How often one without a session tries whether there is one again, in ms. */
const signedOutPause = 5000;
/** How many steps back another's place can still be found. */
const remembered = 1000;

/**
 * Sends a tab's steps up and takes others' in. A batch is sent again under its own number until
 * it is answered; the server puts it on top of what came between and answers with both, and this
 * does the same here; nothing is dropped without being told. While a batch is under way nothing
 * else is taken in: so both sides work the same out from the same.
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
  private endangered: Stretch[] = [];
  private endangeredBy = '';
  private places: Presence[] = [];
  private maps: StepMap[] = [];
  private readonly stream: Stream;
  private readonly ask: Ask;
  /** The version that the text is at, and the text without what is unsent. */
  version: number;
  confirmed: Node;

  constructor(private readonly options: Options) {
    this.seq = options.seq ?? 0;
    this.sent = options.sent ?? 0;
    this.version = options.version;
    this.confirmed = options.confirmed;
    this.ask = options.ask ?? ((address, init) => fetch(address, init));
    this.stream = new Stream({
      ask: this.ask,
      address: () => `${this.address('live')}?from=${this.version}&clientId=${options.clientId}`,
      onEvent: (event) => this.hear(event),
      onLive: (live) => this.setLive(live),
    });
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
    return sendableSteps(this.options.holder.state)?.steps.length ?? 0;
  }

  /** Goes on without the page, until everything is sent or it can't be for now; then it stops. */
  async leave(): Promise<boolean> {
    this.options.holder = bareHolder(this.options.holder.state);
    this.stream.close();
    const sent = await this.flush();
    this.stop();
    return sent;
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
    const presence = { clientId: this.options.clientId, version: this.version, anchor, head };
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
    } else if ('presence' in event) this.meet(event.presence);
    else if ('gone' in event) this.options.onPresence?.(event.gone, null);
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
    if (chain.length > 0) this.receive(chain, null);
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

  private take(result: SaveResult): void {
    this.failures = 0;
    this.state = 'open';
    const { clientId } = this.options;
    const isOwn = (batch: Batch) => batch.clientId === clientId && batch.clientSeq === this.seq;
    const own = readSteps(result.batches.find(isOwn)?.steps ?? []);
    const theirs = result.batches.filter((batch) => !isOwn(batch));
    const lost = this.receive(theirs, own);
    this.sent = 0;
    // What was lost is told whole, though the server had only its beginning.
    for (const collision of result.collisions)
      if (collision.kind === 'kept' || !lost.some((text) => text.includes(collision.text)))
        this.options.onCollision(collision, true);
  }

  /**
   * Puts what is unsent on top of others' batches; then the writer's `own` steps, as the server
   * committed them, count as stored. Where the rest met with a deletion that one of the two could
   * not know of, the writer's words that lost their place are handed over (and returned), and
   * others' words in what the writer took out are put back: nobody decided against them.
   */
  private receive(batches: Batch[], own: readonly Step[] | null): string[] {
    const theirs = batches.flatMap((batch) => readSteps(batch.steps));
    if (this.pending() === 0) return this.receiveAtRest(batches, theirs);
    const by = batches.at(-1)?.author ?? 'somebody';
    const before = this.unsentWords();
    const names = batches.flatMap((batch) => batch.steps.map(() => batch.clientId));
    if (theirs.length > 0) this.accept(theirs, names);
    const written = linesOf(this.confirmed, insertedStretches(theirs.map((step) => step.getMap())));
    // What is new in it was not seen by what was sent either: the server puts that back itself.
    this.endangered = without(this.endangered, written);
    const after = this.unsentWords().join('\n');
    if (own) this.acceptOwn(own);
    if (theirs.length === 0) return [];
    const lost = before.filter((text) => !after.includes(text));
    for (const text of lost) this.options.onCollision({ kind: 'lost', text, by }, false);
    const through = new Mapping((own ?? []).map((step) => step.getMap()));
    this.endangered = this.takenOutHere([...this.endangered, ...mapAll(written, through)]);
    this.endangeredBy = by;
    for (const batch of batches) this.showTyping(batch);
    this.meetWaiting();
    return lost;
  }

  /** Where nothing is unsent there is nothing to put on top, and nothing that could be lost. */
  private receiveAtRest(batches: Batch[], theirs: readonly Step[]): string[] {
    const names = batches.flatMap((batch) => batch.steps.map(() => batch.clientId));
    if (theirs.length > 0) this.accept(theirs, names);
    for (const batch of batches) this.showTyping(batch);
    this.meetWaiting();
    return [];
  }

  /**
   * The server's steps are to the letter those that were worked out here: a test holds both to it.
   * Should they ever differ, the text here is not what is stored, and must not be written on.
   */
  private acceptOwn(own: readonly Step[]): void {
    const here = sendableSteps(this.options.holder.state)?.steps.slice(0, own.length) ?? [];
    if (JSON.stringify(here) !== JSON.stringify(own))
      throw new Error('The text here and the stored text have come apart.');
    if (own.length === 0) return;
    const { clientId } = this.options;
    this.accept(
      own,
      own.map(() => clientId),
    );
  }

  /**
   * Of others' words, as stretches of the confirmed text, those that the writer has taken out but
   * not sent. They come back once that is stored, and not before: should the removal itself not
   * stand, they would be there twice.
   */
  private takenOutHere(written: Stretch[]): Stretch[] {
    const steps = sendableSteps(this.options.holder.state)?.steps ?? [];
    const maps = steps.map((step) => step.getMap());
    return takenOut(written, maps).map(({ from, to }) => ({ from, to }));
  }

  private accept(steps: readonly Step[], clientIds: string[]): void {
    const { holder, clientId } = this.options;
    const maps = steps.map((step) => step.getMap());
    const isOwn = clientIds[0] === clientId;
    const gone = isOwn ? this.wordsGone(maps) : [];
    const isAtRest = this.pending() === 0;
    if (!isAtRest)
      for (const step of steps) this.confirmed = step.apply(this.confirmed).doc ?? this.confirmed;
    this.maps.push(...maps);
    if (this.maps.length > 2 * remembered) this.maps = this.maps.slice(-remembered);
    this.version += steps.length;
    holder.dispatch(
      receiveTransaction(holder.state, [...steps], clientIds, { mapSelectionBackward: true }),
    );
    if (isAtRest) this.confirmed = holder.state.doc;
    if (this.endangered.length === 0) return;
    this.endangered = this.takenOutHere(mapAll(this.endangered, new Mapping(maps)));
    for (const each of gone.toReversed()) this.putBack(each);
  }

  /** The endangered words that own steps take out as they are stored, and where they were. */
  private wordsGone(maps: readonly StepMap[]): { at: number; slice: Slice; text: string }[] {
    return takenOut(this.endangered, maps).flatMap(({ from, to, at }) => {
      const [text] = wordsOf(this.confirmed, [{ from, to }]);
      return text === undefined ? [] : [{ at, slice: this.confirmed.slice(from, to), text }];
    });
  }

  private putBack({ at, slice, text }: { at: number; slice: Slice; text: string }): void {
    const { holder } = this.options;
    const unsent = sendableSteps(holder.state)?.steps ?? [];
    const { tr } = holder.state;
    putBackAt(tr, new Mapping(unsent.map((step) => step.getMap())).map(at), slice);
    holder.dispatch(tr);
    this.options.onCollision({ kind: 'kept', text, by: this.endangeredBy }, false);
  }

  /** What unsent steps brought in, each run of letters as one text. */
  private unsentWords(): string[] {
    const { state } = this.options.holder;
    const steps = sendableSteps(state)?.steps ?? [];
    return wordsOf(state.doc, insertedStretches(steps.map((step) => step.getMap())));
  }

  private meet(presence: Presence): void {
    if (presence.clientId === this.options.clientId) return;
    this.places = this.places.filter((each) => each.clientId !== presence.clientId);
    if (presence.version > this.version) this.places.push(presence);
    else this.options.onPresence?.(presence.clientId, this.placeHere(presence));
  }

  /** Those who are ahead of this tab are shown once it has come to where they are. */
  private meetWaiting(): void {
    for (const presence of this.places.filter((each) => each.version <= this.version))
      this.meet(presence);
  }

  /** A place in an earlier version, as a place in the text on the page. */
  private placeHere(presence: Presence): Presence {
    const back = this.version - presence.version;
    if (presence.head === null || back > this.maps.length)
      return { ...presence, anchor: null, head: null };
    const unsent = sendableSteps(this.options.holder.state)?.steps ?? [];
    const maps = back === 0 ? [] : this.maps.slice(-back);
    const mapping = new Mapping([...maps, ...unsent.map((step) => step.getMap())]);
    const here = (place: number | null) => (place === null ? null : mapping.map(place));
    return { ...presence, anchor: here(presence.anchor), head: here(presence.head) };
  }

  /** One who types is where the last letter came to stand; it needs no message of its own. */
  private showTyping(batch: Batch): void {
    if (!this.options.onPresence || batch.clientId.includes(':')) return;
    const last = readSteps(batch.steps.slice(-1))[0];
    if (!last) return;
    let head: number | null = null;
    last.getMap().forEach((_from, _to, _newFrom, newTo) => {
      head = newTo;
    });
    const { clientId, author: name, to: version } = batch;
    if (head !== null) this.meet({ clientId, name, version, anchor: head, head });
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
      this.options.onRefused?.(this.unsentWords(), this.message);
      return;
    }
    this.failures += 1;
    this.schedule(Math.min(longestWait, 250 * 2 ** this.failures));
  }

  private keep(): void {
    // What was refused has been handed over.
    if (this.state === 'refused') return;
    const { memo, account, clientId, holder, keep } = this.options;
    const steps = sendableSteps(holder.state)?.steps.map((step) => step.toJSON()) ?? [];
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
