import type { Node } from 'prosemirror-model';
import type { Stretch } from '../document/stretches';

/**
 * What a document says as one line of letters, and where each stands: `positions[i]` is that of
 * `text[i]`. A line end closes each line of text; citations have no letter.
 */
export type Letters = { text: string; positions: readonly number[] };

/** Blocks never change: a key that is typed makes one new one. */
const known = new WeakMap<Node, Letters>();

/** The letters of one line of text, as if its content began at 0. */
export function lettersOfLine(line: Node): Letters {
  const found = known.get(line);
  if (found) return found;
  let text = '';
  const positions: number[] = [];
  line.descendants((child, position) => {
    const letters = child.isText ? (child.text ?? '') : child.type.name === 'hard_break' ? ' ' : '';
    text += letters;
    for (let at = 0; at < letters.length; at += 1) positions.push(position + at);
  });
  const letters = { text, positions };
  known.set(line, letters);
  return letters;
}

const whole = new WeakMap<Node, Letters>();

/** The letters of a whole document. */
export function lettersOf(document: Node): Letters {
  const found = whole.get(document);
  if (found) return found;
  let text = '';
  const positions: number[] = [];
  document.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const line = lettersOfLine(node);
    text += `${line.text}\n`;
    for (const each of line.positions) positions.push(position + 1 + each);
    positions.push(position + 1 + node.content.size);
    return false;
  });
  const letters = { text, positions };
  whole.set(document, letters);
  return letters;
}

/** The place in the line of letters of the first letter at or after a position. */
export function letterAt({ positions }: Letters, position: number): number {
  let [low, high] = [0, positions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions[middle] ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What stands in a stretch, a line end between two lines of text. */
export function wordsIn(document: Node, { from, to }: Stretch): string {
  const letters = lettersOf(document);
  return letters.text.slice(letterAt(letters, from), letterAt(letters, to));
}

/** The stretch that some letters take up: `from` and `to` are places in the line of letters. */
export function rangeOf({ positions }: Letters, from: number, to: number): Stretch {
  return { from: positions[from] ?? 0, to: (positions[to - 1] ?? 0) + 1 };
}

/** Every place in a line of letters at which these words begin. */
export function occurrencesOf(words: string, text: string): number[] {
  const places: number[] = [];
  if (words === '') return places;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}
