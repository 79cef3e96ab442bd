// A build has this module once for each route that uses it; what it hears must reach all.
const kept = globalThis as { scenesetterBells?: Map<string, Set<() => void>> };

/** What rings at each person's open pages. */
export function bells(): Map<string, Set<() => void>> {
  kept.scenesetterBells ??= new Map();
  return kept.scenesetterBells;
}

/** Lets the open pages of these people (ids, parted by spaces) know that they were told something. */
export function ring(ids: string): void {
  for (const id of ids.split(' ')) for (const tell of bells().get(id) ?? []) tell();
}
