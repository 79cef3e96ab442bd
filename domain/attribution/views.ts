import { peoples, places } from './lexicon/places';

const position =
  /^[“"'‘\s]*(?:that )?(?:the |its |their )?(\p{Lu}[\p{L}.-]+) (?:position|view|argument|stance|attitude|feeling|line|thinking) (?:is|was|has been)\b/iu;

/**
 * Whose view the words report where they say so themselves ("The Pakistani position is …"): a
 * nation by its name, anyone else as the words have it; null where they don't.
 */
export function viewWithin(words: string): string | null {
  const holder = position.exec(words.slice(0, 200))?.[1];
  if (!holder) return null;
  const adjective = holder.toLowerCase();
  if (peoples.has(adjective)) return nationOf(adjective) ?? holder;
  return places.has(adjective) ? holder : null;
}

/** "Pakistan" of "pakistani": the place whose name the adjective begins with. */
function nationOf(adjective: string): string | null {
  let best = '';
  for (const place of places) {
    const stem = place.length > 4 ? place.slice(0, -1) : place;
    if (adjective.startsWith(place) && place.length > best.length) best = place;
    else if (!best && stem.length > 3 && adjective.startsWith(stem)) best = place;
  }
  return best ? best.replace(/(^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase()) : null;
}
