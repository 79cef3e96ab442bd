import { diffArrays } from 'diff';
import type { Change } from './redlined';

/** One thing of two rows of things: what it was and what it is, null where it was or is not there. */
export type Aligned<T> =
  | { change: 'kept'; before: T; after: T }
  | { change: 'deleted'; before: T; after: null }
  | { change: 'inserted'; before: null; after: T };

/**
 * Two rows of named things side by side: fields, sections, lines of a summary. What has the same
 * name, in the same order, is kept; the order is that of the later row.
 */
export function alignByKey<T>(before: T[], after: T[], keyOf: (thing: T) => string): Aligned<T>[] {
  let left = 0;
  let right = 0;
  return diffArrays(before.map(keyOf), after.map(keyOf)).flatMap((part) =>
    part.value.map((): Aligned<T> => {
      const change: Change = part.added ? 'inserted' : part.removed ? 'deleted' : 'kept';
      const was = change === 'inserted' ? null : (before[left++] as T);
      const is = change === 'deleted' ? null : (after[right++] as T);
      return { change, before: was, after: is } as Aligned<T>;
    }),
  );
}
