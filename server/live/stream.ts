import type { Batch, LiveEvent, Presence } from '@/domain/batch';
import { can } from '@/domain/policy';
import type { Line } from '@/domain/roll';
import type { Actor } from '@/domain/user';
import { authorizeMemo, subjectOf } from '../access';
import { nothingHere } from '../authorize';
import { db } from '../db';
import { actorOfSession } from '../sessions';
import { notify } from './others';
import type { Listener, Room } from './room';
import { listen, roomOf } from './rooms';

type Watcher = Actor & { sessionId: string };

/** How often a stream says that it lives and asks whether its reader still may read, in ms. */
const beatEvery = 10_000;
/** A reader that lets more than this wait, in bytes, is cut off and comes back from the log. */
const backlogMost = 4_000_000;

/**
 * A memo's changes as server-sent events, from version `from` on: first what is missing, then each
 * batch as it is committed anywhere, and who is there. `clientId` is the tab's, `line` counts its
 * streams; when this one ends the others are told. Ends itself once the reader may not read any more.
 */
export async function openStream(
  actor: Watcher,
  memoId: string,
  { from, clientId = '', line = 1 }: { from: number; clientId?: string; line?: number },
): Promise<ReadableStream<Uint8Array>> {
  await authorizeMemo(db(), actor, 'memo.read', memoId);
  const room = await roomOf(memoId);
  if (!room) throw nothingHere();
  await listen();
  let stream: Stream | null = null;
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        stream = new Stream(room, actor, { clientId, line }, controller);
        return stream.begin(from);
      },
      cancel: () => stream?.close(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: backlogMost }),
  );
}

class Stream implements Listener {
  private version = 0;
  private behind = true;
  private closed = false;
  private readonly encoder = new TextEncoder();
  private readonly beat: NodeJS.Timeout;

  constructor(
    private readonly room: Room,
    private readonly actor: Watcher,
    private readonly line: Line,
    private readonly controller: ReadableStreamDefaultController<Uint8Array>,
  ) {
    this.beat = setInterval(() => void this.pulse(), beatEvery);
    this.beat.unref();
  }

  async begin(from: number): Promise<void> {
    this.version = from;
    this.room.usedAt = Date.now();
    this.room.listeners.add(this);
    // At once, so that the browser knows the stream is open.
    this.write(': open\n\n');
    this.send({ present: this.room.roll.all() });
    const begun = this.line.clientId
      ? { ...this.line, name: this.actor.name, version: from, anchor: null, head: null }
      : null;
    if (begun) this.room.meet(begun, true);
    notify({ memo: this.room.id, begun });
    await this.room.catchUp();
    this.behind = false;
    this.sendBatches(await this.room.since(this.version));
  }

  send(event: LiveEvent): void {
    if (!('batches' in event)) this.event(event);
    else if (!this.behind) this.sendBatches(event.batches);
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    clearInterval(this.beat);
    this.room.listeners.delete(this);
    this.room.usedAt = Date.now();
    if (this.line.clientId) {
      this.room.part(this.line);
      notify({ memo: this.room.id, ended: this.line });
    }
    try {
      this.controller.close();
    } catch {
      // The browser went first.
    }
  }

  /** Only what the reader does not have yet, without a gap. */
  private sendBatches(batches: Batch[]): void {
    const fresh = batches.filter((batch) => batch.from >= this.version);
    if (fresh[0] && fresh[0].from > this.version) {
      void this.room.since(this.version).then((all) => this.sendBatches(all));
      return;
    }
    const last = fresh.at(-1);
    if (!last) return;
    this.version = last.to;
    this.event({ batches: fresh });
  }

  private event(event: LiveEvent): void {
    this.write(`data: ${JSON.stringify(event)}\n\n`);
  }

  private write(text: string): void {
    if (this.closed) return;
    try {
      this.controller.enqueue(this.encoder.encode(text));
      if ((this.controller.desiredSize ?? 0) < 0) this.close();
    } catch {
      this.close();
    }
  }

  private async pulse(): Promise<void> {
    this.write(': still here\n\n');
    // A store that is away for a moment ends no stream.
    await this.check().catch(() => undefined);
  }

  async check(): Promise<void> {
    const actor = await actorOfSession(this.actor.sessionId);
    const memo = await subjectOf(db(), this.room.id);
    if (actor && memo && can(actor, 'memo.read', memo)) return;
    this.event({
      ended: actor ? 'You may not read this memo any more.' : 'Your session has ended.',
    });
    this.close();
  }
}

/** Says where one is in a memo, to all who have it open, here and at the other instances. */
export async function announce(
  actor: Actor,
  memoId: string,
  presence: Omit<Presence, 'name'>,
): Promise<void> {
  await authorizeMemo(db(), actor, 'memo.read', memoId);
  const room = await roomOf(memoId);
  if (!room) throw nothingHere();
  const named = { ...presence, name: actor.name };
  room.meet(named);
  notify({ memo: room.id, presence: named });
}
