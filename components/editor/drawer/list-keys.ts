import type { KeyboardEvent } from 'react';
import { naturalPlacing, type Placing, placingsOf } from '@/domain/assemble/placing';
import type { EvidenceLine } from '@/domain/evidence-list';
import { placingKeys } from './place-bar';

/** What the keys of the evidence do; `list` and `field` take the focus. */
export type ListActs = {
  chosen: EvidenceLine | null;
  isFirst: boolean;
  inField: boolean;
  place: (placing: Placing, line: EvidenceLine) => void;
  look: (line: EvidenceLine) => void;
  move: (by: number) => void;
  toList: () => void;
  toField: () => void;
};

/** Far enough to be at the list's end from anywhere. */
const far = 1e6;

/**
 * Enter places what is chosen, from the search field too; arrows go from the field into the list
 * and back; in the list single keys place it otherwise or open its article.
 */
export function pressListKey(event: KeyboardEvent, acts: ListActs): void {
  const { chosen, inField } = acts;
  if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
  const act =
    chosen && (inField ? fieldKey(event.key, chosen, acts) : listKey(event.key, chosen, acts));
  if (!act) return;
  event.preventDefault();
  act();
}

function fieldKey(key: string, chosen: EvidenceLine, { place, toList }: ListActs) {
  if (key === 'ArrowDown') return toList;
  return key === 'Enter' ? () => place(naturalPlacing(chosen.assessment), chosen) : null;
}

function listKey(key: string, chosen: EvidenceLine, acts: ListActs): (() => void) | null {
  const placing = placingsOf(chosen.assessment).find((each) => placingKeys[each] === key);
  if (placing) return () => acts.place(placing, chosen);
  switch (key) {
    case 'Enter':
      return () => acts.place(naturalPlacing(chosen.assessment), chosen);
    case 'ArrowUp':
      return acts.isFirst ? acts.toField : () => acts.move(-1);
    case 'ArrowDown':
      return () => acts.move(1);
    case 'Home':
      return () => acts.move(-far);
    case 'End':
      return () => acts.move(far);
    case 'o':
      return () => acts.look(chosen);
    default:
      return null;
  }
}
