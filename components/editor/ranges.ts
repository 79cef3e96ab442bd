import type { Node } from 'prosemirror-model';
import { Mapping, type StepMap } from 'prosemirror-transform';

/** A stretch of a document, in ProseMirror positions. */
export type Stretch = { from: number; to: number };

/**
 * What a run of steps brought in, as stretches of the document they led to; letters typed one
 * after the other are one stretch.
 */
export function insertedStretches(maps: readonly StepMap[]): Stretch[] {
  let stretches: Stretch[] = [];
  for (const map of maps) {
    stretches = stretches.map(({ from, to }) => ({ from: map.map(from, 1), to: map.map(to, -1) }));
    map.forEach((_start, _end, from, to) => {
      if (to > from) stretches.push({ from, to });
    });
    stretches = join(stretches.filter(({ from, to }) => to > from));
  }
  return stretches;
}

function join(stretches: Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const each of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && each.from <= last.to) last.to = Math.max(last.to, each.to);
    else joined.push({ ...each });
  }
  return joined;
}

/** The words of each stretch; stretches without any are left out. */
export function wordsOf(document: Node, stretches: Stretch[]): string[] {
  return stretches
    .map(({ from, to }) => document.textBetween(from, to, ' ', ' '))
    .filter((words) => words.trim() !== '');
}

/** Those stretches that the steps after them took out whole, with where they were. */
export function takenOut(
  stretches: Stretch[],
  maps: readonly StepMap[],
): (Stretch & { at: number })[] {
  const mapping = new Mapping([...maps]);
  return stretches
    .filter(({ from, to }) => mapping.map(from, 1) >= mapping.map(to, -1))
    .map((each) => ({ ...each, at: mapping.map(each.from, -1) }));
}
