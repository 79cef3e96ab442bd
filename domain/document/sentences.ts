import type { Mark, Node } from 'prosemirror-model';
import { findPassages } from '../attribution/passages';
import { splitSentences } from '../attribution/sentences';
import { tokenizeBlock } from '../attribution/tokens';
import type { SentenceKind } from './sentence-mark';
import type { Stretch } from './stretches';

/** What a sentence is, and the ids of the assessments and paragraphs that it rests on. */
export type Binding = { kind: SentenceKind; basis: string[] };

/**
 * A sentence of a paragraph, as a stretch of the document, with its citations. `binding` is that of
 * its first bound words, null where none are; it is not `isWhole` where other words of it are bound
 * otherwise or not at all.
 */
export type PlacedSentence = Stretch & {
  text: string;
  binding: Binding | null;
  isWhole: boolean;
};

/** How many sentences there are, of which kind, and how many lack a binding, in part or whole. */
export type Tally = { total: number; unbound: number; partly: number } & Record<
  SentenceKind,
  number
>;

/**
 * The sentences of one paragraph that begins at `start`, cut as those of articles are: what is
 * quoted is never cut. Struck words are no part of them.
 */
export function sentencesOf(paragraph: Node, start: number): PlacedSentence[] {
  const known = cutBefore.get(paragraph) ?? cutSentences(paragraph);
  cutBefore.set(paragraph, known);
  const from = start + 1;
  return known.map((each) => ({ ...each, from: each.from + from, to: each.to + from }));
}

/** All sentences of a document in reading order: those of its paragraphs, in lists and tables too. */
export function sentencesIn(document: Node): PlacedSentence[] {
  const sentences: PlacedSentence[] = [];
  document.descendants((node, position) => {
    if (node.type.name === 'paragraph') sentences.push(...sentencesOf(node, position));
    return !node.inlineContent;
  });
  return sentences;
}

/**
 * The sentences that a selection touches. A caret is in one alone: behind a paragraph's last
 * sentence it is in that. None where there is no paragraph.
 */
export function sentencesAt(document: Node, from: number, to = from): PlacedSentence[] {
  const touched: PlacedSentence[] = [];
  document.nodesBetween(from, to, (node, position) => {
    if (node.type.name !== 'paragraph') return !node.inlineContent;
    const all = sentencesOf(node, position);
    const only = all.findLast((each) => each.from <= from) ?? all[0];
    if (from < to) touched.push(...all.filter((each) => each.from < to && each.to > from));
    else if (only) touched.push(only);
    return false;
  });
  return touched;
}

/** Counts sentences by what they are; one that is bound in part counts as `partly` and as no kind. */
export function tallyOf(sentences: readonly PlacedSentence[]): Tally {
  const tally: Tally = {
    total: sentences.length,
    unbound: 0,
    partly: 0,
    reported: 0,
    assessment: 0,
    judgment: 0,
    recommendation: 0,
    boilerplate: 0,
  };
  for (const { binding, isWhole } of sentences)
    tally[!binding ? 'unbound' : isWhole ? binding.kind : 'partly'] += 1;
  return tally;
}

/** Documents share the paragraphs that did not change: those are cut but once. */
const cutBefore = new WeakMap<Node, PlacedSentence[]>();

function cutSentences(paragraph: Node): PlacedSentence[] {
  const line = lineOf(paragraph);
  const block = { start: 0, end: line.length };
  const found = splitSentences(line, tokenizeBlock(line, block, findPassages(line, block)));
  return found.map(({ start, end }, index) => {
    const from = index === 0 ? 0 : start;
    const to = withNotes(paragraph, end, found[index + 1]?.start ?? line.length);
    const text = toWords(line.slice(start, end));
    return { from, to, text, ...bindingOf(paragraph, line, { from, to }) };
  });
}

/** Without the gaps that notes and struck words leave, before a stop too. */
function toWords(line: string): string {
  return line.replace(/\s+/g, ' ').replace(/ (?=[.,;:!?])/g, '');
}

/** As many letters as positions, a quote with its marks; blank is what is struck or is no text. */
function lineOf(paragraph: Node): string {
  let line = '';
  paragraph.forEach((child) => {
    if (isStruck(child)) line += ' '.repeat(child.nodeSize);
    else if (child.isText) line += child.text;
    else if (child.type.name === 'quote') line += `“${lineOf(child)}”`;
    else line += ' '.repeat(child.nodeSize);
  });
  return line;
}

function isStruck(node: Node): boolean {
  return node.marks.some((mark) => mark.type.name === 'deletion');
}

/** A citation behind a sentence's full stop is that sentence's, and not the next one's. */
function withNotes(paragraph: Node, end: number, limit: number): number {
  let to = end;
  paragraph.forEach((child, offset) => {
    const isNote = child.isInline && !child.isText && child.type.name !== 'hard_break';
    if (isNote && offset >= end && offset + child.nodeSize <= limit) to = offset + child.nodeSize;
  });
  return to;
}

function bindingOf(paragraph: Node, line: string, { from, to }: Stretch) {
  const marks: (Mark | null)[] = [];
  paragraph.forEach((child, offset) => {
    const [start, end] = [Math.max(from, offset), Math.min(to, offset + child.nodeSize)];
    // Signs alone say nothing, and what is struck or is no text is blank.
    if (start >= end || !/[\p{L}\p{N}]/u.test(line.slice(start, end))) return;
    marks.push(child.marks.find((mark) => mark.type.name === 'sentence') ?? null);
  });
  const first = marks.find((mark) => mark !== null) ?? null;
  const binding = first && (first.attrs as Binding);
  return { binding, isWhole: marks.every((mark) => (first ? mark?.eq(first) : mark === null)) };
}
