/** What rings at somebody's open page: it tells them anew, and can be let go. */
export type RingingBell = { tell: () => void; close: () => void };

// A build has this module once for each route that uses it; what it hears must reach all.
const kept = globalThis as { scenesetterBells?: Map<string, Set<RingingBell>> };

function bells(): Map<string, Set<RingingBell>> {
  if (!kept.scenesetterBells) {
    const all = new Map<string, Set<RingingBell>>();
    kept.scenesetterBells = all;
    // An open stream would keep the server from ending.
    const closeAll = () => {
      for (const own of all.values()) for (const bell of own) bell.close();
    };
    process.once('SIGTERM', closeAll);
    process.once('SIGINT', closeAll);
  }
  return kept.scenesetterBells;
}

/** Has a bell ring for somebody, until what this returns is called. */
export function hang(userId: string, bell: RingingBell): () => void {
  const own = bells().get(userId) ?? new Set();
  bells().set(userId, own.add(bell));
  return () => {
    own.delete(bell);
    if (own.size === 0 && bells().get(userId) === own) bells().delete(userId);
  };
}

/** Lets the open pages of these people (ids, parted by spaces) know that they were told something. */
export function ring(ids: string): void {
  for (const id of ids.split(' ')) for (const { tell } of bells().get(id) ?? []) tell();
}
