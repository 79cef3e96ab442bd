import type { Fragment, Node, Slice } from 'prosemirror-model';
import { insertPoint, Mapping, type Step, Transform } from 'prosemirror-transform';
import { insertedStretches, joinStretches, linesOf, takenOut, wordsOf } from './stretches';

/** What became of steps that were put on top of others they were made without. */
export type Rebased = {
  /** The document with the others' steps, the writer's, and what was put back. */
  document: Node;
  /** The writer's own steps, as they fit now; those whose place is gone are left out. */
  steps: Step[];
  /** Which of the writer's steps were left out, by their place among those given. */
  dropped: number[];
  /** Puts back what others wrote inside a stretch that the writer took out without seeing it. */
  putBack: Step[];
  /** The words put back, for the writer to be told of. */
  kept: string[];
};

/**
 * Puts `own` steps on top of `between`, which were committed since the version they were made on;
 * `current` is the document after `between`. The outcome is to the letter what prosemirror-collab
 * makes of the same steps in the writer's browser, so that both go on from one text without
 * sending it: each step is mapped back over those before it, over the others', and forward again,
 * with mirrors, so that what was deleted and restored on the way keeps its place.
 */
export function rebase(current: Node, own: readonly Step[], between: readonly Step[]): Rebased {
  if (between.length === 0) return onTop(current, own);
  const mapping = new Mapping(own.map((step) => step.getMap().invert()).reverse());
  for (const step of between) mapping.appendMap(step.getMap());
  const transform = new Transform(current);
  const dropped: number[] = [];
  for (const [index, step] of own.entries()) {
    const mapFrom = own.length - index;
    const mapped = step.map(mapping.slice(mapFrom));
    if (!mapped || transform.maybeStep(mapped).failed) dropped.push(index);
    else mapping.appendMap(mapped.getMap(), mapFrom - 1);
  }
  const steps = [...transform.steps];
  return { steps, dropped, ...putBackWords(current, transform, between) };
}

function onTop(current: Node, own: readonly Step[]): Rebased {
  const transform = new Transform(current);
  for (const step of own) transform.step(step);
  const { doc: document, steps } = transform;
  return { document, steps, dropped: [], putBack: [], kept: [] };
}

/** Nobody decided against words that the one who took them out had not seen. */
function putBackWords(current: Node, transform: Transform, between: readonly Step[]) {
  const own = transform.steps.length;
  const written = linesOf(current, insertedStretches(between.map((step) => step.getMap())));
  const kept: string[] = [];
  for (const { from, to, at } of takenOut(written, transform.mapping.maps).toReversed()) {
    const [words] = wordsOf(current, [{ from, to }]);
    if (words === undefined) continue;
    putBackAt(transform, at, current.slice(from, to));
    kept.unshift(words);
  }
  return { document: transform.doc, putBack: transform.steps.slice(own), kept };
}

/**
 * Puts words back where they stood: as they were if that fits there, else as a paragraph of its own
 * in the nearest place for one.
 */
export function putBackAt(transform: Transform, at: number, slice: Slice): void {
  const attempt = new Transform(transform.doc).replaceRange(at, at, slice);
  const words = (content: { textBetween: Fragment['textBetween']; size: number }) =>
    content.textBetween(0, content.size).length;
  const grown = words(attempt.doc.content) - words(transform.doc.content);
  if (grown === words(slice.content)) {
    for (const step of attempt.steps) transform.step(step);
    return;
  }
  const inline: Node[] = [];
  slice.content.descendants((node) => {
    if (node.isInline) inline.push(node);
    return !node.isInline;
  });
  const { paragraph } = transform.doc.type.schema.nodes;
  if (paragraph) transform.insert(placeFor(transform.doc, at), paragraph.create(null, inline));
}

/** The nearest place for a paragraph: there, or else after the section's block that it is in. */
function placeFor(document: Node, at: number): number {
  const { paragraph } = document.type.schema.nodes;
  const near = paragraph && insertPoint(document, at, paragraph);
  if (typeof near === 'number') return near;
  // A section begins with its heading and has a block after it.
  let place = document.content.size - 1;
  document.forEach((child, start) => {
    child.forEach((block, offset) => {
      const end = start + 1 + offset + block.nodeSize;
      if (child.type.name === 'section' && end >= at && end < place) place = end;
    });
  });
  return place;
}

/**
 * The words that dropped steps had brought in, each run of letters as one text: they have no place
 * in the memo any more and are kept for their writer. `before` is the document that `own` was made
 * on. What the writer took out again himself is not among them.
 */
export function lostWords(
  before: Node,
  own: readonly Step[],
  dropped: readonly number[],
): string[] {
  const transform = new Transform(before);
  for (const step of own) transform.step(step);
  const maps = transform.mapping.maps;
  const stretches = dropped.flatMap((index) => {
    const after = new Mapping(maps.slice(index + 1));
    const map = maps[index];
    return map
      ? insertedStretches([map]).map(({ from, to }) => ({
          from: after.map(from, 1),
          to: after.map(to, -1),
        }))
      : [];
  });
  return wordsOf(transform.doc, joinStretches(stretches.filter(({ from, to }) => to > from)));
}
