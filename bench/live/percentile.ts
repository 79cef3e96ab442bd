/** The value that so many per cent of the values do not exceed, to a tenth. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.ceil((sorted.length * share) / 100) - 1);
  return Number((sorted[Math.max(0, at)] ?? Number.NaN).toFixed(1));
}
