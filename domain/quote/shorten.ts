import type { Range } from './match';

/** Whether a quote of these words stands as in its source. */
export type Stands = (words: string) => boolean;

/** A quote's words after a change, and the stretch of them that is selected then. */
export type Edited = { words: string; selection: Range };

/** What is to be deleted; `forward` where the caret stands before it and goes on to what follows. */
export type Deletion = Range & { forward?: boolean };

/**
 * Takes the words of a range out of a quote: from its start or end plainly, from the middle with
 * an ellipsis in their place, one for what was deleted there before as well. Whole words go: half
 * a word is nobody's. Blanks and ellipses
 * alone are only stepped over. Null where no honest quote comes of it.
 */
export function shorten(words: string, range: Deletion, stands: Stands): Edited | null {
  const past = caretAt(words, range.forward ? range.end : range.start);
  if (/^[\s…]*$/.test(words.slice(range.start, range.end))) return past;
  const inside = editInBrackets(words, range, '', stands);
  if (inside) return inside;
  const { start, end } = wholeWords(words, range);
  const [before, after] = [words.slice(0, start), words.slice(end)];
  const first = (made: Edited[]) =>
    made.find((each) => each.words === '' || stands(each.words)) ?? null;
  if (!hasWord(before)) return first(fromStart(after));
  if (!hasWord(after)) return first(fromEnd(before));
  return first(fromMiddle(before, after, range.forward ?? false));
}

/**
 * Puts what was typed in the place of a range of a quote, in brackets; into brackets that are there
 * already, as it is. "[" before a selection puts the selected words in brackets. Null where no
 * honest quote comes of it.
 */
export function replaceWords(
  words: string,
  range: Range,
  typed: string,
  stands: Stands,
): Edited | null {
  if (typed === ']' && words[range.end] === ']') return caretAt(words, range.end + 1);
  const inside = editInBrackets(words, range, typed, stands);
  if (inside) return inside;
  if (typed === ']') return caretAt(words, range.end);
  if (typed === '[') return bracketed(words, range, stands);
  const written = typed.trim();
  if (written === '') return caretAt(words, range.end);
  for (const { start, end } of places(words, range)) {
    const made = spaced(words.slice(0, start), `[${written}]`, words.slice(end), start === end);
    if (stands(made.words)) return made;
  }
  return null;
}

const word = /[\p{L}\p{N}]/u;
const hasWord = (text: string) => word.test(text);
const caretAt = (words: string, at: number): Edited => ({
  words,
  selection: { start: at, end: at },
});

/** A range and what it cuts into: words with what is glued to them, and brackets to their ends. */
function wholeWords(words: string, range: Range): Range {
  let { start, end } = trimmed(words, range);
  // A sign that closes a word goes alone; one that opens it ("-5") or joins it takes the word along.
  if (!hasWord(words.slice(start, end)) && !hasWord(words[end] ?? '')) return { start, end };
  while (start > 0 && !/[\s—]/.test(words[start - 1] ?? ' ') && !/[\s—]/.test(words[start] ?? ''))
    start -= 1;
  while (
    end < words.length &&
    !/[\s—]/.test(words[end] ?? ' ') &&
    !/[\s—]/.test(words[end - 1] ?? '')
  )
    end += 1;
  for (const bracket of brackets(words))
    if (bracket.start < end && start < bracket.end) {
      start = Math.min(start, bracket.start);
      end = Math.max(end, bracket.end);
    }
  return { start, end };
}

function trimmed(words: string, { start, end }: Range): Range {
  const chosen = words.slice(start, end);
  const lead = chosen.length - chosen.trimStart().length;
  return { start: start + lead, end: Math.max(start + lead, start + chosen.trimEnd().length) };
}

/** Every pair of brackets, its signs included. */
function brackets(words: string): Range[] {
  return [...words.matchAll(/\[[^[\]]*\]/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Brackets of one's own are written in freely; a change of the source's would not stand. */
function editInBrackets(
  words: string,
  { start, end }: Range,
  typed: string,
  stands: Stands,
): Edited | null {
  const around = brackets(words).find((each) => each.start < start && end < each.end);
  if (!around || /[[\]]/.test(typed)) return null;
  const made = words.slice(0, start) + typed + words.slice(end);
  const left = made.slice(around.start + 1, around.end - 1 + typed.length - (end - start));
  if (!hasWord(left) || left.includes('…') || !stands(made)) return null;
  return caretAt(made, start + typed.length);
}

const gapBefore = /\s*(?:\[…\]|…)\s*$/;
const gapAfter = /^\s*(?:\[…\]|…)\s*/;
const signsBefore = /[\s,;:–—-]+$/;
const signsAfter = /^[\s,;:.–—]+/;

/** What is left after a quote's beginning is taken: no ellipsis opens it, nor a stray sign. */
function fromStart(after: string): Edited[] {
  const bare = after.replace(signsAfter, '').replace(gapAfter, '').replace(signsAfter, '');
  return [bare, after.trimStart()].map((words) => caretAt(words, 0));
}

function fromEnd(before: string): Edited[] {
  const bare = before.replace(signsBefore, '').replace(gapBefore, '').replace(signsBefore, '');
  return [bare, before.trimEnd()].map((words) => caretAt(words, words.length));
}

/** The source's own ellipsis or brackets take "[…]" beside them: nothing else would tell the two. */
function fromMiddle(before: string, after: string, forward: boolean): Edited[] {
  const sides = [
    [before.replace(gapBefore, ''), after.replace(gapAfter, '').replace(signsAfter, '')],
    [before.replace(gapBefore, ''), after.replace(gapAfter, '')],
    [before, after.replace(signsAfter, '')],
    [before, after],
  ] as const;
  return ['…', '[…]'].flatMap((gap) =>
    sides.map(([left, right]) => {
      const lead = left.trimEnd();
      const made = `${lead} ${gap} `;
      return caretAt(made + right.trimStart(), forward ? made.length : lead.length);
    }),
  );
}

/** Where a bracket may come: just there, else for the whole words; beside them for a mere caret. */
function places(words: string, range: Range): Range[] {
  const exact = trimmed(words, range);
  const whole = wholeWords(words, range);
  if (range.start < range.end) return [exact, whole];
  return [exact, { start: whole.end, end: whole.end }, { start: whole.start, end: whole.start }];
}

/** The bracket between the two sides, parted from them by blanks where it stands for itself. */
function spaced(before: string, bracket: string, after: string, isAlone: boolean): Edited {
  const lead = isAlone && /\S$/.test(before) && /^\s|^$/.test(after) ? `${before} ` : before;
  const rest = isAlone && /^[^\s,;:.?!]/.test(after) && /\s$|^$/.test(before) ? ` ${after}` : after;
  return caretAt(lead + bracket + rest, lead.length + bracket.length - 1);
}

/** The selected words in brackets, or empty ones for something to be written in. */
function bracketed(words: string, range: Range, stands: Stands): Edited {
  for (const { start, end } of places(words, range)) {
    const chosen = words.slice(start, end);
    const [before, after] = [words.slice(0, start), words.slice(end)];
    const made = spaced(before, `[${chosen}]`, after, chosen === '');
    const tried = chosen === '' ? spaced(before, '[x]', after, true) : made;
    if (!stands(tried.words)) continue;
    const close = made.selection.end;
    return { words: made.words, selection: { start: close - chosen.length, end: close } };
  }
  return caretAt(words, range.end);
}
