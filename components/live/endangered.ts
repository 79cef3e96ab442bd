import type { Node, Slice } from 'prosemirror-model';
import { Mapping, type StepMap } from 'prosemirror-transform';
import type { Collision } from '@/domain/batch';
import { putBackAt } from '@/domain/document/rebase';
import { mapAll, type Stretch, takenOut, without, wordsOf } from '@/domain/document/stretches';
import { type Holder, unsentMaps } from './holder';

/** Words that own steps take out as they are stored, and where they stood. */
export type Gone = { at: number; slice: Slice; text: string };

/**
 * Others' words in what the writer has taken out but not sent: he could not know of them. They
 * come back once the removal is stored, and not before: should the removal itself not stand, they
 * would be there twice.
 */
export class Endangered {
  private stretches: Stretch[] = [];
  private by = '';

  constructor(
    private readonly holder: () => Holder,
    private readonly onKept: (collision: Collision) => void,
  ) {}

  /** Leaves out what is newly `written`, which the server puts back itself for what was sent. */
  leaveOut(written: readonly Stretch[]): void {
    this.stretches = without(this.stretches, [...written]);
  }

  /** Watches what others wrote, as stretches of the confirmed text. */
  watch(written: readonly Stretch[], by: string): void {
    this.stretches = this.takenOutHere([...this.stretches, ...written]);
    this.by = by;
  }

  /** Of the words watched, those that own steps with these maps take out of the confirmed text. */
  goneBy(maps: readonly StepMap[], confirmed: Node): Gone[] {
    return takenOut(this.stretches, maps).flatMap(({ from, to, at }) => {
      const [text] = wordsOf(confirmed, [{ from, to }]);
      return text === undefined ? [] : [{ at, slice: confirmed.slice(from, to), text }];
    });
  }

  /** To be told by which maps the confirmed text has changed, and what went with that. */
  follow(maps: readonly StepMap[], gone: readonly Gone[]): void {
    if (this.stretches.length === 0) return;
    this.stretches = this.takenOutHere(mapAll(this.stretches, new Mapping([...maps])));
    for (const each of gone.toReversed()) this.putBack(each);
  }

  private takenOutHere(written: Stretch[]): Stretch[] {
    return takenOut(written, unsentMaps(this.holder())).map(({ from, to }) => ({ from, to }));
  }

  private putBack({ at, slice, text }: Gone): void {
    const holder = this.holder();
    holder.readSelection?.();
    const { tr } = holder.state;
    putBackAt(tr, new Mapping(unsentMaps(holder)).map(at), slice);
    holder.dispatch(tr);
    this.onKept({ kind: 'kept', text, by: this.by });
  }
}
