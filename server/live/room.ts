import type { Node } from 'prosemirror-model';
import type { Batch, LiveEvent, Presence, Reach, SaveResult } from '@/domain/batch';
import { titleOf, wordsOf, writeDocument } from '@/domain/document/document';
import { applySteps } from '@/domain/document/steps';
import { basesIn } from '@/domain/document/walk';
import type { Save } from '@/domain/memo';
import { type Line, Roll } from '@/domain/roll';
import type { Actor } from '@/domain/user';
import { change, db, type Store } from '../db';
import { keepUses } from '../uses';
import { whenceNow } from '../whence';
import { asSent, type Commit, lockMemo, writeCommit, writeSnapshot } from './commit';
import { batchesSince, currentText } from './log';
import { notify } from './others';
import { type Placed, place } from './place';

/** A stream to one browser; `check` ends it where its reader may not read any more. */
export type Listener = { send(event: LiveEvent): void; close(): void; check(): Promise<void> };

type Waiting = {
  actor: Actor;
  save: Save;
  reach: Reach;
  /** By which way it came: written with others', it is recorded as its own. */
  whence: string | null;
  resolve: (result: SaveResult) => void;
  reject: (fault: unknown) => void;
};

/** Most steps that a snapshot may be behind, and most saves that are written in one commit. */
const snapshotEvery = 200;
const groupedMost = 50;
/** How often a commit is tried before the memo is locked for it. */
const unlockedTries = 3;
/** How long a snapshot may be behind while one writes, in ms. */
const snapshotPause = 5000;
/** How many batches are kept at hand for those who are a little behind. */
const rememberedMost = 500;
/** An author's batches have one line in the audit log for so long, in ms. */
const stretchOfWriting = 600_000;

/**
 * A memo that somebody writes or watches, as this instance has it: its text at `version`, the last
 * batches, who is there, and where their events go. It holds nothing that the store does not: it
 * can be lost at any moment, and another instance may have one of the same memo.
 */
export class Room {
  readonly listeners = new Set<Listener>();
  readonly roll = new Roll();
  usedAt = Date.now();
  private waiting: Waiting[] = [];
  private working: Promise<void> | null = null;
  private batches: Batch[] = [];
  private readonly recordedAt = new Map<string, number>();
  // Many rooms are opened at once where a server starts anew: their snapshots come one by one.
  private snapshotAt = Date.now() + Math.random() * snapshotPause;
  private snapshotTimer: NodeJS.Timeout | undefined;

  private constructor(
    readonly id: string,
    readonly teamId: string,
    public version: number,
    public document: Node,
    private snapshotVersion: number,
  ) {}

  /** Opens the memo as it is stored; null where there is none of this id. */
  static async open(id: string): Promise<Room | null> {
    const memo = await db().memo.findUnique({
      where: { id },
      select: { id: true, teamId: true, version: true, document: true, documentVersion: true },
    });
    if (!memo) return null;
    const { version, document } = await currentText(db(), memo);
    const room = new Room(id, memo.teamId, version, document, memo.documentVersion);
    // A kill can leave a snapshot behind what was committed; the search reads snapshots.
    if (version > memo.documentVersion) room.scheduleSnapshot();
    return room;
  }

  /**
   * Commits a batch of steps on top of whatever was committed since the version it was made on.
   * Saves that come while one is being written are written together, in one commit. `reach` says
   * what it may change.
   */
  commit(actor: Actor, save: Save, reach: Reach = 'edit'): Promise<SaveResult> {
    this.usedAt = Date.now();
    return new Promise((resolve, reject) => {
      this.waiting.push({ actor, save, reach, whence: whenceNow(), resolve, reject });
      this.working ??= this.work().finally(() => {
        this.working = null;
      });
    });
  }

  /** What was committed after `from`, from memory where it reaches back that far. */
  async since(from: number): Promise<Batch[]> {
    if (from >= this.version) return [];
    const first = this.batches[0];
    if (first && first.from <= from) return this.batches.filter((batch) => batch.from >= from);
    return batchesSince(db(), this.id, from);
  }

  /** Takes in what another instance committed; what does not join on is fetched from the log. */
  async receive(batches: Batch[], to: number): Promise<void> {
    if (to <= this.version) return;
    if (batches[0]?.from === this.version) this.accept(batches);
    else await this.catchUp();
  }

  /** Reads what the log has that this instance has not. */
  async catchUp(): Promise<void> {
    const fresh = await batchesSince(db(), this.id, this.version);
    this.accept(fresh);
  }

  /** Tells all who listen here. */
  tell(event: LiveEvent): void {
    for (const listener of this.listeners) listener.send(event);
  }

  /** Notes who is there, by a line to this instance (`isOwn`) or not, and tells those who listen. */
  meet(presence: Presence, isOwn = false): void {
    if (this.roll.meet(presence, Date.now(), isOwn)) this.tell({ presence });
  }

  /** Notes that a line has ended. */
  part(line: Line): void {
    if (this.roll.part(line)) this.tell({ gone: line.clientId });
  }

  /** Lets go of those not heard of for long. */
  forgetAbsent(now: number): void {
    for (const gone of this.roll.forgetAbsent(now)) this.tell({ gone });
  }

  /** Whether nobody listens, writes or has done so for a while. */
  isIdle(now: number): boolean {
    return this.listeners.size === 0 && !this.working && now - this.usedAt > 30_000;
  }

  private accept(batches: Batch[]): void {
    const fresh = batches.filter((batch) => batch.from >= this.version);
    if (fresh.length === 0) return;
    for (const batch of fresh) {
      this.document = applySteps(this.document, batch.steps);
      this.version = batch.to;
    }
    this.remember(fresh);
  }

  private remember(batches: Batch[]): void {
    this.batches.push(...batches);
    if (this.batches.length > 2 * rememberedMost)
      this.batches = this.batches.slice(-rememberedMost);
    this.tell({ batches });
  }

  private async work(): Promise<void> {
    while (this.waiting.length > 0) {
      const group = this.waiting.splice(0, groupedMost);
      try {
        await this.commitGroup(group);
      } catch (fault) {
        // The store may have kept it all the same: a retry will find it in the log.
        for (const each of group) each.reject(fault);
      }
    }
  }

  /**
   * Tries first without a lock, on top of what another instance was faster with: a lock is kept
   * over several questions to the store, and where it is busy everybody waits for it. In the end
   * the memo is locked all the same: whoever writes most would otherwise always be faster.
   */
  private async commitGroup(group: Waiting[]): Promise<void> {
    for (let tries = 0; tries < unlockedTries; tries += 1) {
      const placed = await place(this, group);
      const commit = this.prepare(placed);
      if (!commit || (await writeWithUses(commit, placed))) return this.finish(placed, commit);
      await this.catchUp();
    }
    const [late, written] = await change(async (tx) => {
      await lockMemo(tx, this.id);
      this.accept(await batchesSince(tx, this.id, this.version));
      const again = await place(this, group);
      const next = this.prepare(again);
      if (next && !(await writeWithUses(next, again, tx)))
        throw new Error('A locked memo has moved on.');
      return [again, next];
    });
    this.finish(late, written);
  }

  /** What is to be written; null where nothing of the group is new. */
  private prepare(placed: Placed): Commit | null {
    const { from, before, batches, recovered, document } = placed;
    if (batches.length === 0 && recovered.length === 0) return null;
    const to = batches.at(-1)?.to ?? from;
    const title = titleOf(document) || 'Untitled';
    return {
      memoId: this.id,
      from,
      to,
      title: title === titleOf(before) ? null : title,
      batches,
      recovered,
      beginning: this.beginners(placed),
      snapshot: this.isSnapshotDue(to) ? textOf(document) : null,
    };
  }

  /** Goes on from what is stored now, tells those who listen, and answers those who wrote. */
  private finish(placed: Placed, commit: Commit | null): void {
    if (commit) {
      for (const { authorId } of commit.beginning) this.recordedAt.set(authorId, Date.now());
      if (commit.snapshot) this.noteSnapshot(commit.to);
      else this.scheduleSnapshot();
      const batches = placed.batches.map(asSent);
      notify({ memo: this.id, to: commit.to, batches });
      // The log may have brought it back already, with what another instance wrote after it.
      if (this.version === commit.from) {
        this.document = placed.document;
        this.version = commit.to;
        this.remember(batches);
      }
    }
    placed.settle();
  }

  /**
   * Those whose writing is not in the audit log yet, or not for a while. Each batch stands in the
   * memo's own log, with author and time, where nobody can change it; the audit says that there is
   * something to look up.
   */
  private beginners({ batches }: Placed): Commit['beginning'] {
    const now = Date.now();
    const firsts = new Map(batches.toReversed().map((batch) => [batch.authorId, batch]));
    return [...firsts.values()]
      .filter(({ authorId }) => now - (this.recordedAt.get(authorId) ?? 0) > stretchOfWriting)
      .map(({ authorId, whence }) => ({ authorId, whence }));
  }

  private isSnapshotDue(to: number): boolean {
    const since = Date.now() - this.snapshotAt;
    return to - this.snapshotVersion >= snapshotEvery || since > snapshotPause;
  }

  private noteSnapshot(version: number): void {
    clearTimeout(this.snapshotTimer);
    this.snapshotTimer = undefined;
    this.snapshotVersion = version;
    this.snapshotAt = Date.now();
  }

  private scheduleSnapshot(): void {
    this.snapshotTimer ??= setTimeout(() => {
      this.snapshotTimer = undefined;
      const { version } = this;
      writeSnapshot(db(), this.id, { version, ...textOf(this.document) })
        .then(() => this.noteSnapshot(version))
        // The store may be away for a moment; the next commit brings the next snapshot.
        .catch(() => undefined);
    }, snapshotPause);
    this.snapshotTimer.unref();
  }
}

async function writeWithUses(
  commit: Commit,
  { before, document }: Placed,
  tx?: Store,
): Promise<boolean> {
  const [were, are] = [basesIn(before), basesIn(document)];
  const isSame = were.size === are.size && [...were].every((id) => are.has(id));
  if (isSame) return writeCommit(tx ?? db(), commit);
  const both = async (store: Store) => {
    const written = await writeCommit(store, commit);
    if (written) await keepUses(store, commit.memoId, were, are);
    return written;
  };
  return tx ? both(tx) : change(both);
}

function textOf(document: Node): { document: string; text: string } {
  return { document: JSON.stringify(writeDocument(document)), text: wordsOf(document) };
}
