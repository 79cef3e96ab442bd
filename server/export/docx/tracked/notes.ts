import { Paragraph, Tab } from 'docx';
import type { RedNote } from '@/domain/redline/redlined';
import { heaviestRising } from '@/domain/redline/stay';
import { type RedSetting, setNumber, setPieces } from './runs';
import { type Fate, fateOf, type Mode } from './tracking';

/**
 * The sources of both versions. One that stands in another order than it did is set twice, for its
 * paragraph has to be in each reading where that has it.
 */
export function setRedNotes(
  notes: readonly RedNote[],
  mode: Mode,
  setting: RedSetting,
): Paragraph[] {
  if (mode.reading !== 'both') {
    const standing = notes.filter((note) => fateOf(note.change, mode) !== null);
    const inOrder = mode.reading === 'later' ? standing : inEarlierOrder(standing);
    return inOrder.map((note) => setNote(note, mode, setting));
  }
  const later = notes.filter((note) => note.change !== 'deleted');
  const earlier = inEarlierOrder(notes.filter((note) => note.change !== 'inserted'));
  const kept = later.filter((note) => note.change === 'kept');
  const ranks = new Map(inEarlierOrder(kept).map((note, rank) => [note, rank]));
  const staying = heaviestRising(
    kept.map((note) => ranks.get(note) ?? 0),
    kept.map(() => 1),
  );
  const stays = new Set(staying.flatMap((position) => kept[position] ?? []));
  const set: Paragraph[] = [];
  let at = 0;
  const goneUntil = (stop: RedNote | null) => {
    for (; at < earlier.length && earlier[at] !== stop; at += 1) {
      const note = earlier[at];
      if (note) set.push(setNote(note, { reading: 'earlier', kept: 'deleted' }, setting));
    }
    at += 1;
  };
  for (const note of later) {
    if (stays.has(note)) goneUntil(note);
    set.push(
      setNote(note, stays.has(note) ? mode : { reading: 'later', kept: 'inserted' }, setting),
    );
  }
  goneUntil(null);
  return set;
}

function inEarlierOrder(notes: readonly RedNote[]): RedNote[] {
  return [...notes].sort((one, other) => one.was - other.was);
}

function setNote(note: RedNote, mode: Mode, setting: RedSetting): Paragraph {
  const { tracking } = setting;
  const fate: Fate = fateOf(note.change, mode) ?? 'kept';
  const number = { change: note.change, note: note.number, was: note.was };
  const numbers = setNumber(number, mode, setting, (text, its) => tracking.text(its, { text }));
  return new Paragraph({
    style: 'SourceNote',
    children: [
      ...numbers,
      tracking.text(fate, { children: ['.', new Tab()] }),
      ...setPieces(note.pieces, mode, setting),
    ],
    ...(fate !== 'kept' && { run: tracking.mark(fate) }),
  });
}
