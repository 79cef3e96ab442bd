/** Told of a change to the text: the sentence to show. It may come many times. */
export type Note = (sentence: string) => void;

/** Whether the typeface has a glyph for a code point. */
export type Coverage = (point: number) => boolean;

/** Line ends and tabs that a string may carry; on the page they are spaces, as in HTML. */
const spaces = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Hints to line breaker and shaper, and a hyphen: drawn rightly though they have no glyph. */
const hints = /[\u00ad\u200b-\u200d\u2011\u2060]/u;
const invisible = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u;
/** Stands for a lost character while cleaning: private use is never printed, so it is free. */
const lost = '\ue000';

/**
 * A string as the typeface can show it: what has no sign becomes `[?]` (once for several in a
 * row), what no reader could see is left out, and both are noted. Line ends become spaces, and
 * spaces of unusual width plain ones, without a note.
 */
export function cleanText(value: string, isCovered: Coverage, note: Note): string {
  let clean = '';
  for (const character of value.replace(spaces, ' ')) {
    // Nearly all of a memo is ASCII, which every typeface has.
    const plain = character >= ' ' && character <= '~';
    clean += plain ? character : cleanCharacter(character, isCovered, note);
  }
  return clean.replaceAll(/\ue000+/g, '[?]');
}

function cleanCharacter(character: string, isCovered: Coverage, note: Note): string {
  const point = character.codePointAt(0) ?? 0;
  const name = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  if (hints.test(character)) return character;
  if (!character.isWellFormed()) {
    note(`Half of a surrogate pair, ${name}, can only be printed as [?].`);
    return lost;
  }
  if (invisible.test(character)) {
    note(`The invisible character ${name} was left out.`);
    return '';
  }
  if (/\p{Co}/u.test(character)) {
    note(`The private character ${name} can only be printed as [?].`);
    return lost;
  }
  const parts = [...character.normalize('NFD')].map((part) => part.codePointAt(0) ?? 0);
  if (isCovered(point)) return character;
  // A letter that Unicode has twice (compatibility ideographs) is the same letter under its own name.
  if (parts.every(isCovered)) return parts.length === 1 ? character.normalize('NFC') : character;
  if (/\p{Zs}/u.test(character)) return ' ';
  note(`The typeface has no “${character}” (${name}): it can only be printed as [?].`);
  return lost;
}
