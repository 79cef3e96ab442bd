import { Mapping, type StepMap } from 'prosemirror-transform';
import type { Batch, Presence } from '@/domain/batch';
import { readSteps } from '@/domain/document/steps';
import { type Holder, unsentMaps } from './holder';

/** How many steps back another's place can still be found. */
const remembered = 1000;

/** To be told of one with his place in the text on the page; `null` where he has gone. */
export type OnPresence = (clientId: string, presence: Presence | null) => void;

/**
 * Where the others are. Each says it in the version that he has; here it is put into the text on
 * the page, once this tab has come to that version.
 */
export class Places {
  private here = new Map<string, Presence>();
  private ahead: Presence[] = [];
  private maps: StepMap[] = [];

  constructor(
    private readonly clientId: string,
    private readonly tab: { holder: () => Holder; version: () => number },
    private readonly onPresence: OnPresence | undefined,
  ) {}

  /** Takes in who is there as a line begins: whoever left while there was none is not. */
  begin(present: readonly Presence[]): void {
    const there = new Set(present.map((each) => each.clientId));
    for (const clientId of [...this.here.keys()]) if (!there.has(clientId)) this.part(clientId);
    for (const presence of present) this.meet(presence);
  }

  /** Takes in where one is. */
  meet(presence: Presence): void {
    if (presence.clientId === this.clientId) return;
    this.here.set(presence.clientId, presence);
    this.ahead = this.ahead.filter((each) => each.clientId !== presence.clientId);
    if (presence.version > this.tab.version()) this.ahead.push(presence);
    else this.onPresence?.(presence.clientId, this.inTextHere(presence));
  }

  /** Takes in that one has gone. */
  part(clientId: string): void {
    this.here.delete(clientId);
    this.ahead = this.ahead.filter((each) => each.clientId !== clientId);
    this.onPresence?.(clientId, null);
  }

  /** To be told by which maps the confirmed text changes, a version to each. */
  follow(maps: readonly StepMap[]): void {
    this.maps.push(...maps);
    if (this.maps.length > 2 * remembered) this.maps = this.maps.slice(-remembered);
  }

  /** Shows those who wrote these batches, and those who were ahead of this tab until now. */
  arrive(batches: readonly Batch[]): void {
    for (const batch of batches) this.showTyping(batch);
    for (const presence of this.ahead.filter((each) => each.version <= this.tab.version()))
      this.meet(presence);
  }

  /**
   * What was done to the text since a version, up to the text on the page; null where this tab has not
   * come to that version yet, or it is too long ago.
   */
  mapsFrom(version: number): StepMap[] | null {
    const back = this.tab.version() - version;
    if (back < 0 || back > this.maps.length) return null;
    const maps = back === 0 ? [] : this.maps.slice(-back);
    return [...maps, ...unsentMaps(this.tab.holder())];
  }

  private inTextHere(presence: Presence): Presence {
    const maps = this.mapsFrom(presence.version);
    if (presence.head === null || !maps) return { ...presence, anchor: null, head: null };
    const mapping = new Mapping(maps);
    const here = (place: number | null) => (place === null ? null : mapping.map(place));
    return { ...presence, anchor: here(presence.anchor), head: here(presence.head) };
  }

  /**
   * One who types is where the last letter came to stand; it needs no message of its own. What
   * comes from one who has left, or from the log, is nobody's place any more.
   */
  private showTyping(batch: Batch): void {
    const known = this.here.get(batch.clientId);
    if (!this.onPresence || !known) return;
    const last = readSteps(batch.steps.slice(-1))[0];
    if (!last) return;
    let head: number | null = null;
    last.getMap().forEach((_from, _to, _newFrom, newTo) => {
      head = newTo;
    });
    if (head !== null) this.meet({ ...known, version: batch.to, anchor: head, head });
  }
}
