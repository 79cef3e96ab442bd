import type { Node } from 'prosemirror-model';
import type { StepMap } from 'prosemirror-transform';
import type { Stretch } from '../document/stretches';
import { AppError } from '../errors';
import { letterAt, lettersOf, lettersOfLine, occurrencesOf, rangeOf } from './letters';
import { find, type Lost, loseAt } from './lost';

/**
 * What a comment is about: its words as they were when it was made, and where they stand now; or,
 * where they left the text, what they were at the last.
 */
export type Anchor = { about: string } & ({ at: Stretch } | { lost: Lost });

/** More letters than this are no passage, but a chapter. */
const longest = 4000;

/** Anchors a comment on a stretch, without the spaces at its ends. Refused where it has no letter. */
export function anchorOn(document: Node, { from, to }: Stretch): Anchor {
  const letters = lettersOf(document);
  const [start, end] = [letterAt(letters, from), letterAt(letters, to)];
  const words = letters.text.slice(start, end);
  const about = words.trim();
  if (about === '') throw new AppError('invalid', 'Choose the words that the comment is about.');
  if (about.length > longest)
    throw new AppError('invalid', 'Choose a shorter passage: 4,000 letters or fewer.');
  const lead = start + words.length - words.trimStart().length;
  return { about, at: rangeOf(letters, lead, lead + about.length) };
}

/**
 * What was done to a text: the maps of its steps, the text before each of them, which is asked for
 * only where words leave the text, and the text after them all.
 */
export type Run = { maps: readonly StepMap[]; before: (step: number) => Node; after: Node };

/**
 * An anchor after a run of steps. It stays on those of its words that stay, takes in what is written
 * between them, and grows back where the rest comes back. Words that went and came back whole
 * (undone, moved, put back by a version) have it again; else they are lost.
 */
export function follow(anchor: Anchor, run: Run): Anchor {
  const { about } = anchor;
  if ('lost' in anchor) {
    const at = find(anchor.lost, run.after);
    return at ? { about, at: regrown(about, at, run.after) } : anchor;
  }
  const stays = staying(anchor.at, run);
  if (stays) return { about, at: regrown(about, stays, run.after) };
  return followClosely(anchor, run);
}

/**
 * Where a stretch is after a run of steps, as their maps alone tell it; null where they took it out,
 * be it for a moment: then `follow` asks for the texts between.
 */
export function staying(at: Stretch, { maps, after }: Pick<Run, 'maps' | 'after'>): Stretch | null {
  let here: Stretch | null = at;
  for (const map of maps) here = here && mapOne(here, map);
  return here && hasLetters(after, here) ? here : null;
}

/**
 * An anchor that was placed in an earlier text, for who has the maps from there and not the texts: it
 * stays, or is looked for by its words.
 */
export function carry(anchor: Anchor, maps: readonly StepMap[], after: Node): Anchor {
  if ('lost' in anchor || staying(anchor.at, { maps, after }))
    return follow(anchor, { maps, after, before: () => after });
  const missed = { words: anchor.about, others: 0 };
  const lost = { last: missed, first: missed, before: '', after: '', block: '' };
  return follow({ about: anchor.about, lost }, { maps: [], after, before: () => after });
}

/** Step by step, with the text at each: what was lost by one may be back with the next. */
function followClosely(anchor: Anchor, { maps, before, after }: Run): Anchor {
  let now = anchor;
  const begun = () => ({ document: before(0), at: 'at' in anchor ? anchor.at : null });
  for (const [index, map] of maps.entries()) {
    const text = index + 1 < maps.length ? before(index + 1) : after;
    if ('lost' in now) {
      const at = find(now.lost, text);
      if (at) now = { about: now.about, at };
    } else {
      const at = mapOne(now.at, map);
      if (at && hasLetters(text, at)) now = { about: now.about, at: regrown(now.about, at, text) };
      else {
        const lost = loseAt({ document: before(index), at: now.at }, now.about, begun());
        const found = find(lost, text);
        now = found ? { about: now.about, at: found } : { about: now.about, lost };
      }
    }
  }
  return now;
}

/**
 * Where a stretch's first and last letters are after a step. `StepMap.map` would do where something is
 * put in; where a letter at either end is replaced it takes what came in its place for it.
 */
function mapOne({ from, to }: Stretch, map: StepMap): Stretch | null {
  let [start, end] = [from, to];
  map.forEach((oldStart, oldEnd, newStart, newEnd) => {
    // What is written at either end is beside the words.
    if (oldStart <= from) start = Math.max(from, oldEnd) + newEnd - oldEnd;
    if (oldEnd < to) end = to + newEnd - oldEnd;
    else if (oldStart < to) end = newStart;
  });
  return start < end ? { from: start, to: end } : null;
}

function hasLetters(document: Node, range: Stretch): boolean {
  return document.textBetween(range.from, range.to, ' ', ' ').trim() !== '';
}

/**
 * The stretch, or all of the words again where they stand around it as they did at first: a deletion
 * of some of them was undone.
 */
function regrown(about: string, at: Stretch, document: Node): Stretch {
  const $from = document.resolve(at.from);
  let depth = $from.depth;
  while (depth > 0 && !$from.node(depth).isTextblock) depth -= 1;
  const [line, start] = [$from.node(depth), $from.start(depth)];
  if (depth === 0 || at.to > start + line.content.size) return at;
  const letters = lettersOfLine(line);
  const [first, last] = [letterAt(letters, at.from - start), letterAt(letters, at.to - start)];
  if (last - first >= about.length) return at;
  const around = occurrencesOf(about, letters.text).filter(
    (place) => place <= first && place + about.length >= last,
  );
  const [only] = around;
  if (only === undefined || around.length > 1) return at;
  const { from, to } = rangeOf(letters, only, only + about.length);
  return { from: from + start, to: to + start };
}
