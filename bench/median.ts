/** The middle figure, rounded to so many decimals; 0 where there are none. */
export function median(figures: number[], decimals = 1): number {
  const middle = [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
  return Number(middle.toFixed(decimals));
}
