import { type Addressee, isSettled, openStage } from './list';
import { changedSince, type Seen } from './seen';

/** What a memo is issued on. `mustFix` counts open comments of that grade; `now` is an instant. */
export type Case = {
  list: readonly Addressee[];
  seen: Seen;
  now: string;
  mustFix: number;
  unsound: number;
};

/**
 * What keeps a memo from being issued as cleared, each in a sentence with what can be done; none where
 * an officer may issue it. All answers in is not cleared: somebody has to issue it.
 */
export function obstaclesTo({ list, seen, now, mustFix, unsound }: Case): string[] {
  const clearers = list.filter(({ asked }) => asked === 'clear');
  const found = clearers.flatMap((each) => {
    const sentence = obstacleOf(each, seen, now, openStage(list, seen));
    return sentence === null ? [] : [sentence];
  });
  if (clearers.length === 0) found.push('Nobody is asked to clear it. Add an office to the list.');
  if (mustFix > 0)
    found.push(
      mustFix === 1
        ? 'One comment is graded “must fix” and still open.'
        : `${mustFix} comments are graded “must fix” and still open.`,
    );
  if (unsound > 0)
    found.push(unsound === 1 ? 'One quote does not stand.' : `${unsound} quotes do not stand.`);
  return found;
}

function obstacleOf(
  addressee: Addressee,
  seen: Seen,
  now: string,
  open: number | null,
): string | null {
  if (isSettled(addressee, seen)) return null;
  const { response, due, stage, sections } = addressee;
  const who = nameOf(addressee);
  if (!response) {
    if (open !== null && stage > open) return `${who} is asked when stage ${open} is done.`;
    return due !== null && due < now
      ? `${who} has not answered in time. Record that there was no response, or wait.`
      : `${who} has not answered yet.`;
  }
  if (response.outcome === 'object')
    return `${who} objects. Change the text and ask again, put it to the principal as a split, or record the dissent.`;
  const changed = changedSince(response.seen, seen, sections);
  const what = changed.length === 1 ? 'One section' : `${changed.length} sections`;
  return response.outcome === 'clear-with-edits'
    ? `${who} cleared with edits that the text does not have, or has with others. Take them in, or ask again.`
    : `${who} cleared an earlier text. ${what} that concern it changed since: ask again.`;
}

/** How somebody on the list is called: the office, and the person where one is named. */
export function nameOf({ office, person }: Pick<Addressee, 'office' | 'person'>): string {
  if (office === '') return person ?? '';
  return person === null ? office : `${office} (${person})`;
}
