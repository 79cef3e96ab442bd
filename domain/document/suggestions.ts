import type { Node } from 'prosemirror-model';
import { portionText } from '../marking';
import { portionOf } from './portion';
import type { Stretch } from './stretches';
import { type BlockKind, blockStamps, markStamps, type Stamp } from './suggested';

/** How a suggestion changes one stretch of the text. */
export type PartKind = 'insertion' | 'deletion' | 'modification' | BlockKind;

/** One stretch that a suggestion changes, and its words. */
export type Part = Stretch & { kind: PartKind; text: string };

/**
 * One suggestion: whose and since when, its parts in reading order, and in words what goes
 * (`before`) and what comes (`after`). `moved`: what goes in one place comes in another.
 */
export type Suggestion = Stamp & {
  kind: 'inserted' | 'deleted' | 'replaced' | 'moved' | 'formatted' | 'split' | 'joined';
  before: string;
  after: string;
  parts: Part[];
};

/** The open suggestions of a document, in reading order. */
export function suggestionsIn(document: Node): Suggestion[] {
  const found = new Map<string, { stamp: Stamp; parts: Part[] }>();
  const note = (stamp: Stamp, part: Part) => {
    const known = found.get(stamp.id) ?? { stamp, parts: [] };
    found.set(stamp.id, known);
    const last = known.parts.at(-1);
    if (last?.kind === part.kind && last.to === part.from && isInline(part.kind)) {
      last.to = part.to;
      last.text += part.text;
    } else known.parts.push(part);
  };
  document.descendants((node, from) => {
    const to = from + node.nodeSize;
    const text = node.isText ? (node.text ?? '') : wordsIn(node);
    for (const { mark, stamp } of markStamps(node))
      note(stamp, { kind: mark.type.name as PartKind, from, to, text });
    for (const { kind, stamp } of blockStamps(node)) note(stamp, { kind, from, to, text });
  });
  return [...found.values()].map(({ stamp, parts }) => tell(stamp, parts));
}

/** How many suggestions a document has open. */
export function countSuggestions(document: Node): number {
  return suggestionsIn(document).length;
}

const isInline = (kind: PartKind) =>
  kind === 'insertion' || kind === 'deletion' || kind === 'modification';

/** A node's words, its portion's mark before them; a citation or a break between them is a space. */
function wordsIn(node: Node): string {
  if (node.isLeaf) return ' ';
  const mark = portionOf(node);
  const words = node.textBetween(0, node.content.size, ' ', ' ');
  return mark === null ? words : `${portionText([mark])} ${words}`;
}

function tell(stamp: Stamp, parts: Part[]): Suggestion {
  const of = (...kinds: PartKind[]) => parts.filter((part) => kinds.includes(part.kind));
  const words = (some: Part[]) =>
    some
      .map((part) => part.text)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
  const [gone, come] = [of('deletion', 'deleted'), of('insertion', 'inserted')];
  const [before, after] = [words(gone), words(come)];
  const has = (kind: PartKind) => parts.some((part) => part.kind === kind);
  const suggestion = { ...stamp, before, after, parts };
  if (gone.length > 0 && come.length > 0)
    return { ...suggestion, kind: before === after && apart(gone, come) ? 'moved' : 'replaced' };
  if (come.length > 0) return { ...suggestion, kind: 'inserted' };
  if (gone.length > 0) return { ...suggestion, kind: 'deleted' };
  const formatted = words(of('modification'));
  if (formatted) return { ...suggestion, kind: 'formatted', before: formatted, after: formatted };
  return { ...suggestion, kind: has('joined') ? 'joined' : 'split' };
}

/** Whether what comes does not stand right beside what goes: a block set anew in its place does. */
function apart(gone: Part[], come: Part[]): boolean {
  const touch = (a: Part, b: Part) => a.to === b.from || b.to === a.from;
  const said = (some: Part[]) => some.filter((part) => part.text.trim() !== '');
  return !said(gone).some((a) => said(come).some((b) => touch(a, b)));
}
