import { receiveTransaction } from 'prosemirror-collab';
import type { Node } from 'prosemirror-model';
import { Mapping, type Step } from 'prosemirror-transform';
import type { Batch, Collision, SaveResult } from '@/domain/batch';
import { readSteps } from '@/domain/document/steps';
import { insertedStretches, linesOf, mapAll, wordsOf } from '@/domain/document/stretches';
import { Endangered } from './endangered';
import { type Holder, unsentMaps, unsentSteps } from './holder';
import { type OnPresence, Places } from './places';

type Options = {
  clientId: string;
  holder: () => Holder;
  confirmed: Node;
  version: number;
  /** `stored`: the server keeps the words as well. */
  onCollision: (collision: Collision, stored: boolean) => void;
  onPresence?: OnPresence | undefined;
};

/**
 * The text on the page against the one that all share: what is stored, at which version, and on top of
 * it what this tab has not sent or not been answered on. It works out from others' batches and the
 * server's answers what the server worked out, and asks nobody.
 */
export class SharedText {
  readonly places: Places;
  private readonly endangered: Endangered;
  /** The version that the text is at, and the text without what is unsent. */
  version: number;
  private confirmed: Node;

  constructor(private readonly options: Options) {
    const { clientId, holder, onCollision, onPresence } = options;
    this.version = options.version;
    this.confirmed = options.confirmed;
    this.places = new Places(clientId, { holder, version: () => this.version }, onPresence);
    this.endangered = new Endangered(holder, (kept) => onCollision(kept, false));
  }

  /** Takes in the server's answer to the tab's batch of this number. */
  take(result: SaveResult, seq: number): void {
    const { clientId } = this.options;
    const isOwn = (batch: Batch) => batch.clientId === clientId && batch.clientSeq === seq;
    const own = readSteps(result.batches.find(isOwn)?.steps ?? []);
    const theirs = result.batches.filter((batch) => !isOwn(batch));
    const lost = this.receive(theirs, own);
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
  receive(batches: Batch[], own: readonly Step[] | null): string[] {
    const theirs = batches.flatMap((batch) => readSteps(batch.steps));
    if (this.pending() === 0) return this.receiveAtRest(batches, theirs);
    const by = batches.at(-1)?.author ?? 'somebody';
    const before = this.unsentWords();
    const names = batches.flatMap((batch) => batch.steps.map(() => batch.clientId));
    if (theirs.length > 0) this.accept(theirs, names);
    const written = linesOf(this.confirmed, insertedStretches(theirs.map((step) => step.getMap())));
    // What is new in it was not seen by what was sent either: the server puts that back itself.
    this.endangered.leaveOut(written);
    const after = this.unsentWords().join('\n');
    if (own) this.acceptOwn(own);
    if (theirs.length === 0) return [];
    const lost = before.filter((text) => !after.includes(text));
    for (const text of lost) this.options.onCollision({ kind: 'lost', text, by }, false);
    const through = new Mapping((own ?? []).map((step) => step.getMap()));
    this.endangered.watch(mapAll(written, through), by);
    this.places.arrive(batches);
    return lost;
  }

  /** Where nothing is unsent there is nothing to put on top, and nothing that could be lost. */
  private receiveAtRest(batches: Batch[], theirs: readonly Step[]): string[] {
    const names = batches.flatMap((batch) => batch.steps.map(() => batch.clientId));
    if (theirs.length > 0) this.accept(theirs, names);
    this.places.arrive(batches);
    return [];
  }

  /**
   * The server's steps are to the letter those that were worked out here: a test holds both to it.
   * Should they ever differ, the text here is not what is stored, and must not be written on.
   */
  private acceptOwn(own: readonly Step[]): void {
    const here = unsentSteps(this.options.holder()).slice(0, own.length);
    if (JSON.stringify(here) !== JSON.stringify(own))
      throw new Error('The text here and the stored text have come apart.');
    if (own.length === 0) return;
    const { clientId } = this.options;
    this.accept(
      own,
      own.map(() => clientId),
    );
  }

  private accept(steps: readonly Step[], clientIds: string[]): void {
    const { clientId } = this.options;
    const holder = this.options.holder();
    const maps = steps.map((step) => step.getMap());
    const isOwn = clientIds[0] === clientId;
    const gone = isOwn ? this.endangered.goneBy(maps, this.confirmed) : [];
    const isAtRest = this.pending() === 0;
    if (!isAtRest)
      for (const step of steps) this.confirmed = step.apply(this.confirmed).doc ?? this.confirmed;
    this.places.follow(maps);
    this.version += steps.length;
    holder.readSelection?.();
    holder.dispatch(
      receiveTransaction(holder.state, [...steps], clientIds, { mapSelectionBackward: true }),
    );
    if (isAtRest) this.confirmed = holder.state.doc;
    this.endangered.follow(maps, gone);
  }

  /** What unsent steps brought in, each run of letters as one text. */
  unsentWords(): string[] {
    const holder = this.options.holder();
    return wordsOf(holder.state.doc, insertedStretches(unsentMaps(holder)));
  }

  private pending(): number {
    return unsentSteps(this.options.holder()).length;
  }
}
