/**
 * Of things that each have a rank and a weight, the heaviest choice that rises in rank from first
 * to last: what stays in its order while the rest moved around it. Answers with their positions;
 * ranks are whole numbers from 0, each once. O(n log n).
 */
export function heaviestRising(ranks: number[], weights: number[]): number[] {
  const best = new BestBelow(Math.max(-1, ...ranks) + 1);
  const previous: (number | null)[] = [];
  ranks.forEach((rank, position) => {
    const under = best.below(rank);
    previous.push(under?.position ?? null);
    best.put(rank, { position, weight: (under?.weight ?? 0) + (weights[position] ?? 0) });
  });
  const chosen: number[] = [];
  let last = best.below(best.size)?.position ?? null;
  while (last !== null) {
    chosen.push(last);
    last = previous[last] ?? null;
  }
  return chosen.reverse();
}

type Chain = { position: number; weight: number };

/** The heaviest chain that ends below a rank (a Fenwick tree of maxima). */
class BestBelow {
  private readonly chains: (Chain | undefined)[] = [];

  constructor(readonly size: number) {}

  below(rank: number): Chain | undefined {
    let best: Chain | undefined;
    for (let at = rank; at > 0; at -= at & -at) best = heavier(best, this.chains[at]);
    return best;
  }

  put(rank: number, chain: Chain): void {
    for (let at = rank + 1; at <= this.size; at += at & -at)
      this.chains[at] = heavier(this.chains[at], chain);
  }
}

function heavier(one: Chain | undefined, other: Chain | undefined): Chain | undefined {
  if (!one || !other) return one ?? other;
  return other.weight > one.weight ? other : one;
}
