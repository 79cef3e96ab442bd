import type { Presence } from './batch';

/** One of a tab's lines to the server, counted from 1: a tab whose line broke opens another. */
export type Line = { clientId: string; line: number };

/** How long one counts as there without being heard of, in ms; browsers say it every ten seconds. */
const absentAfter = 25_000;
/** How many who have gone are remembered, to know what they said before and was heard after. */
const rememberedMost = 1000;

type Here = { presence: Presence; isOwn: boolean; at: number };

/**
 * Who has a memo open, as one instance knows it. What is said of a tab can arrive in any order:
 * over a line that has ended nobody comes back, and the end of an old line does not end a new one.
 */
export class Roll {
  private readonly here = new Map<string, Here>();
  private readonly ended = new Map<string, number>();

  /** Notes where one is, at `now` (ms); `isOwn` where the line is to this instance. Says if it is so. */
  meet(presence: Presence, now: number, isOwn = false): boolean {
    const { clientId, line } = presence;
    const known = this.here.get(clientId);
    if (line <= (this.ended.get(clientId) ?? 0) || line < (known?.presence.line ?? 0)) return false;
    const isSame = known?.presence.line === line;
    this.here.set(clientId, { presence, isOwn: isOwn || (isSame && known.isOwn), at: now });
    return true;
  }

  /** Notes that a line has ended; says whether one has gone by it. */
  part({ clientId, line }: Line): boolean {
    this.ended.set(clientId, Math.max(line, this.ended.get(clientId) ?? 0));
    const [oldest] = this.ended.keys();
    if (this.ended.size > rememberedMost && oldest) this.ended.delete(oldest);
    const known = this.here.get(clientId);
    return known !== undefined && known.presence.line <= line && this.here.delete(clientId);
  }

  /** Lets go of those not heard of for long, and names their tabs: their instance may be dead. */
  forgetAbsent(now: number): string[] {
    const absent = [...this.here].filter(([, { at }]) => now - at > absentAfter).map(([id]) => id);
    for (const clientId of absent) this.here.delete(clientId);
    return absent;
  }

  /** All who are there. */
  all(): Presence[] {
    return [...this.here.values()].map(({ presence }) => presence);
  }

  /** Those whose line is to this instance. */
  own(): Presence[] {
    return [...this.here.values()].filter(({ isOwn }) => isOwn).map(({ presence }) => presence);
  }
}
