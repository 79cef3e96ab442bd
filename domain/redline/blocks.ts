import { splitsFrom } from './breaks';
import { contentOf, type Inside, splitParagraphs } from './contents';
import type { Partners } from './partners';
import type { Change, Fate, Gone, RedBlock, RedItem, RedRow } from './redlined';
import { heaviestRising } from './stay';
import type { Twig } from './tree';

/** Blocks, items or rows. */
type Red = RedBlock | RedItem | RedRow;

const wordsToKnowItBy = 6;

/**
 * Makes redlines of the blocks of a memo, one parent after the other. Partners that stand in their
 * order under the same parent stay; others are shown once, where they are now, and leave a note in
 * their old place. Moves are numbered from 1 as they are met.
 */
export class Blocks {
  private readonly moves = new Map<Twig, number>();

  constructor(private readonly partners: Partners) {}

  /** The blocks of one parent side by side, in the later order, with what went in its old place. */
  compare(before: Twig[], after: Twig[]): RedBlock[] {
    return this.inside(before, after) as RedBlock[];
  }

  // Blocks lie among blocks, items among items, rows among rows: what answers is of one kind.
  private readonly inside: Inside = (before, after) => {
    const red: Red[] = [];
    let left = 0;
    let right = 0;
    const catchUp = (toLeft: number, toRight: number) => {
      red.push(...before.slice(left, toLeft).map((twig) => this.takeOut(twig)));
      red.push(...after.slice(right, toRight).map((twig) => this.bringIn(twig)));
    };
    for (const { was, is } of findStaying(before, after, this.partners)) {
      catchUp(was, is);
      const { joined, split } = splitsFrom(before.slice(was), after.slice(is), this.partners);
      left = was + joined;
      right = is + split;
      red.push(...this.compareStaying(before.slice(was, left), after.slice(is, right)));
    }
    catchUp(before.length, after.length);
    return red;
  };

  private compareStaying(before: Twig[], after: Twig[]): Red[] {
    const [was, is] = [before[0], after[0]];
    if (!was || !is) return [];
    if (before.length + after.length > 2) return splitParagraphs(before, after);
    return [this.set({ id: is.id, change: 'kept' }, was, is)];
  }

  /** What has no place here any more: it went, or it moved away. */
  private takeOut(twig: Twig): Red {
    const partner = this.partners.get(twig);
    return partner
      ? this.gone(twig, partner)
      : this.set({ id: twig.id, change: 'deleted' }, twig, null);
  }

  /** What was not here before: it is new, or it moved here. */
  private bringIn(twig: Twig): Red {
    const { id } = twig;
    const partner = this.partners.get(twig);
    if (!partner) return this.set({ id, change: 'inserted' }, null, twig);
    const section = otherSection(partner, twig);
    return this.set({ id, change: 'moved', move: this.number(twig), section }, partner, twig);
  }

  private gone(twig: Twig, partner: Twig): Gone {
    const words = twig.text.trim().split(/\s+/);
    const more = words.length > wordsToKnowItBy ? ' …' : '';
    return {
      kind: 'gone',
      change: 'gone',
      id: twig.id,
      move: this.number(partner),
      section: otherSection(partner, twig),
      opening: words.slice(0, wordsToKnowItBy).join(' ') + more,
    };
  }

  private number(moved: Twig): number {
    const number = this.moves.get(moved) ?? this.moves.size + 1;
    this.moves.set(moved, number);
    return number;
  }

  private set(fate: Fate, before: Twig | null, after: Twig | null): Red {
    const change: Change = fate.change === 'moved' ? 'kept' : fate.change;
    return { ...fate, ...contentOf(change, before, after, this.inside) } as Red;
  }
}

/** The heading that the first stands under, unless the other stands in the same section. */
function otherSection(one: Twig, other: Twig): string | null {
  return one.section.name === other.section.name ? null : one.section.heading;
}

/** Those partners that kept their order under this parent, as indices of both. */
function findStaying(
  before: Twig[],
  after: Twig[],
  partners: Partners,
): { was: number; is: number }[] {
  const places = new Map(before.map((twig, index) => [twig, index]));
  const pairs = after.flatMap((twig, is) => {
    const partner = partners.get(twig);
    const was = partner && places.get(partner);
    return was === undefined ? [] : { was, is };
  });
  const ranks = pairs.map(({ was }) => was);
  const weights = pairs.map(({ is }) => 1 + (after[is]?.text.length ?? 0));
  return heaviestRising(ranks, weights).flatMap((position) => pairs[position] ?? []);
}
