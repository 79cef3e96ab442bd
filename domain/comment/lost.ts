import type { Node } from 'prosemirror-model';
import type { Stretch } from '../document/stretches';
import { letterAt, lettersOf, occurrencesOf, rangeOf } from './letters';

/** Words that a comment may come back to, and how often the same words stood elsewhere. */
export type Missed = { words: string; others: number };

/**
 * Words that left the text: as they were at the last and as they were at first, what stood around
 * them in their line, and the id of the block that they began in.
 */
export type Lost = { last: Missed; first: Missed; before: string; after: string; block: string };

/** A place where some words stand: around them, and in which block. */
type Place = { range: Stretch; block: string; start: number; before: string; after: string };

/** So much of the line is remembered on either side, in letters. */
const around = 32;
/** Fewer letters than this come back only where what stands around them came back with them. */
const telling = 8;

/**
 * What is to be remembered of words in a text that they are about to leave; `first` are the words
 * that the comment was made on. Copies that came in since the change began, in `earlier`, are not
 * counted: they may be what the words go on as.
 */
export function loseAt(
  { document, at }: Standing<Stretch>,
  first: string,
  earlier: Standing,
): Lost {
  const letters = lettersOf(document);
  const [from, to] = [letterAt(letters, at.from), letterAt(letters, at.to)];
  const { block, start, before, after } = placeOf(document, from, to);
  const missed = (words: string): Missed => {
    const others = elsewhere(words, { document, at })
      .map((place) => placeOf(document, place, place + words.length))
      // A block that is on its way to another place stands in the text twice for a moment.
      .filter((place) => place.block !== block || place.start === start);
    return { words, others: Math.min(others.length, elsewhere(words, earlier).length) };
  };
  return { last: missed(letters.text.slice(from, to)), first: missed(first), before, after, block };
}

/** A text, and the stretch of it that the comment is on; null while it is lost. */
export type Standing<At = Stretch | null> = { document: Node; at: At };

/** Where some words begin beside those that the comment is on. */
function elsewhere(words: string, { document, at }: Standing): number[] {
  const letters = lettersOf(document);
  const places = occurrencesOf(words, letters.text);
  if (!at) return places;
  const [from, to] = [letterAt(letters, at.from), letterAt(letters, at.to)];
  return places.filter((place) => place + words.length <= from || place >= to);
}

/**
 * Where lost words stand again, as they were at the last or at first; null where they do not, or
 * nobody could tell which of several they are. Words that stood elsewhere all the time are not the
 * ones that were lost.
 */
export function find(lost: Lost, document: Node): Stretch | null {
  return findOne(lost.last, lost, document) ?? findOne(lost.first, lost, document);
}

function findOne({ words, others }: Missed, lost: Lost, document: Node): Stretch | null {
  const starts = occurrencesOf(words, lettersOf(document).text);
  if (starts.length <= others) return null;
  const places = starts.map((start) => placeOf(document, start, start + words.length));
  const atHome = places.filter(({ block }) => block !== '' && block === lost.block);
  const ranked = (atHome.length > 0 ? atHome : places)
    .map((place) => ({ place, fit: fitOf(place, lost) }))
    .toSorted((one, other) => other.fit - one.fit);
  const [best, second] = ranked;
  if (!best) return null;
  const isAlone = starts.length === 1 && words.trim().length >= telling;
  const isBest = best.fit >= telling && best.fit > (second?.fit ?? 0);
  return isAlone || isBest ? best.place.range : null;
}

/** In how many letters what stands around a place is what stood around the words; a line's end counts much. */
function fitOf(place: Place, lost: Lost): number {
  let back = 0;
  while (back < lost.before.length && place.before.at(-1 - back) === lost.before.at(-1 - back))
    back += 1;
  let on = 0;
  while (on < lost.after.length && place.after[on] === lost.after[on]) on += 1;
  const whole = (one: string, other: string) => (one === other ? telling / 2 : 0);
  return back + on + whole(place.before, lost.before) + whole(place.after, lost.after);
}

function placeOf(document: Node, from: number, to: number): Place {
  const letters = lettersOf(document);
  const { text } = letters;
  const range = rangeOf(letters, from, to);
  const $from = document.resolve(range.from);
  let depth = $from.depth;
  while (depth > 0 && !$from.node(depth).attrs.id) depth -= 1;
  const begin = text.lastIndexOf('\n', from - 1) + 1;
  const end = text.indexOf('\n', to);
  return {
    range,
    block: depth > 0 ? ($from.node(depth).attrs.id as string) : '',
    start: depth > 0 ? $from.before(depth) : 0,
    before: text.slice(Math.max(begin, from - around), from),
    after: text.slice(to, Math.min(end < 0 ? text.length : end, to + around)),
  };
}
