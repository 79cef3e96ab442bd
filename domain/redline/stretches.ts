import { diffArrays } from 'diff';
import type { Token } from './tokens';

/**
 * Part of two lines side by side. What is kept has the same tokens on both sides, one for one;
 * what is not went (`before`) and came (`after`).
 */
export type Stretch = { kept: boolean; before: Token[]; after: Token[] };

// Beyond so many changes in one block nothing common is worth showing, and looking takes long.
const mostChanges = 1200;

/** Compares two lines token by token. Kept and changed stretches take turns; none is empty. */
export function compareTokens(before: Token[], after: Token[]): Stretch[] {
  const keys = (tokens: Token[]) => tokens.map((token) => token.key);
  const parts = diffArrays(keys(before), keys(after), { maxEditLength: mostChanges });
  if (!parts) return [{ kept: false, before, after }];
  const stretches: Stretch[] = [];
  let left = 0;
  let right = 0;
  for (const part of parts) {
    const size = part.value.length;
    const kept = !part.added && !part.removed;
    const gone = part.added ? [] : before.slice(left, left + size);
    const come = part.removed ? [] : after.slice(right, right + size);
    left += gone.length;
    right += come.length;
    append(stretches, { kept, before: gone, after: come });
  }
  return stretches;
}

/** Adds a stretch at the end, or to the last one where that is of its kind. */
export function append(stretches: Stretch[], next: Stretch): void {
  const last = stretches.at(-1);
  if (next.before.length + next.after.length === 0) return;
  if (last?.kept !== next.kept) stretches.push({ ...next });
  else {
    last.before = [...last.before, ...next.before];
    last.after = [...last.after, ...next.after];
  }
}
