import type { Block, Endnote } from '../document/print';
import { alignByKey } from './keys';
import { redlineText } from './lines';
import type { RedFact, RedNote } from './redlined';

type Facts = Extract<Block, { kind: 'facts' }>;
type Endnotes = Extract<Block, { kind: 'endnotes' }>;

/** Two source summaries, line by line. */
export function redlineFacts(before: Facts | null, after: Facts | null): RedFact[] {
  const rows = alignByKey(before?.rows ?? [], after?.rows ?? [], (row) => row.label);
  return rows.map(({ change, before: was, after: is }) => ({
    change,
    label: (is ?? was).label,
    pieces: redlineText(was?.text ?? '', is?.text ?? ''),
  }));
}

/**
 * Two lists of endnotes: each source once, where it stands now, whatever its number was. Sources
 * that went follow the one that they came after.
 */
export function redlineEndnotes(before: Endnotes | null, after: Endnotes | null): RedNote[] {
  const earlier = before?.notes ?? [];
  const later = after?.notes ?? [];
  const now = new Set(later.map(keyOf));
  const was = new Map(earlier.map((note) => [keyOf(note), note]));
  const goneAfter = groupGone(earlier, now);
  const gone = (key: string | null) =>
    (goneAfter.get(key) ?? []).map((note) => redlineNote(note, null));
  return [
    ...gone(null),
    ...later.flatMap((note) => [
      redlineNote(was.get(keyOf(note)) ?? null, note),
      ...gone(keyOf(note)),
    ]),
  ];
}

/** Notes that went, by the key of the last before them that is still there. */
function groupGone(earlier: Endnote[], now: Set<string>): Map<string | null, Endnote[]> {
  const groups = new Map<string | null, Endnote[]>();
  let last: string | null = null;
  for (const note of earlier) {
    if (now.has(keyOf(note))) last = keyOf(note);
    else groups.set(last, [...(groups.get(last) ?? []), note]);
  }
  return groups;
}

function redlineNote(before: Endnote | null, after: Endnote | null): RedNote {
  const note = after ?? before;
  if (!note) throw new Error('A redline of no endnote.');
  return {
    change: !before ? 'inserted' : !after ? 'deleted' : 'kept',
    number: note.number,
    was: before?.number ?? note.number,
    article: note.article,
    paragraph: note.paragraph,
    pieces: redlineText(before?.text ?? '', after?.text ?? ''),
  };
}

function keyOf({ article, paragraph }: Endnote): string {
  return `${article} ${paragraph}`;
}
