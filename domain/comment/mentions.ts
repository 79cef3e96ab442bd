/** Somebody who can be mentioned. */
export type Mentionable = { id: string; name: string };

/** A part of what was said: plain words, or the name of somebody who is mentioned. */
export type Said = { text: string; isMention: boolean };

/**
 * Whom a text mentions: everybody whose whole name stands after an `@`, whatever the case; of two
 * names that begin alike the longer one. Two people of one name are both meant: nobody can tell.
 */
export function mentionsIn(text: string, people: readonly Mentionable[]): Mentionable[] {
  const named = partsOf(
    text,
    people.map(({ name }) => name),
  )
    .filter(({ isMention }) => isMention)
    .map((part) => fold(part.text.slice(1)));
  return people.filter(({ name }) => named.includes(fold(name)));
}

/** A text in parts, with each mention (the `@` and the name) as one. */
export function partsOf(text: string, names: readonly string[]): Said[] {
  const longestFirst = [...new Set(names.filter((name) => name.trim() !== ''))].toSorted(
    (one, other) => other.length - one.length,
  );
  const parts: Said[] = [];
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const isStart = text[at] === '@' && !isLetter(text[at - 1]);
    const name = isStart ? longestFirst.find((each) => standsAt(text, at + 1, each)) : undefined;
    if (name === undefined) {
      plain += text[at];
      at += 1;
      continue;
    }
    if (plain !== '') parts.push({ text: plain, isMention: false });
    plain = '';
    parts.push({ text: text.slice(at, at + 1 + name.length), isMention: true });
    at += 1 + name.length;
  }
  if (plain !== '') parts.push({ text: plain, isMention: false });
  return parts;
}

/**
 * The name that is being written before the caret, to be completed: what stands after the last `@`,
 * three words at most; null where there is none.
 */
export function nameBegun(text: string): string | null {
  const begun = /(?:^|[^\p{L}\p{N}])@((?:[\p{L}\p{N}'’.-]+ ?){0,3})$/u.exec(text);
  return begun ? (begun[1] ?? '') : null;
}

function standsAt(text: string, at: number, name: string): boolean {
  const end = at + name.length;
  return fold(text.slice(at, end)) === fold(name) && !isLetter(text[end]);
}

const fold = (text: string) => text.normalize('NFC').toLowerCase();

function isLetter(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
}
