import type { Node } from 'prosemirror-model';
import { type StepMap, Transform } from 'prosemirror-transform';
import type { Printed, Run } from '../document/print';
import { settle } from '../document/settle';
import { orRefuse, readSteps } from '../document/steps';
import type { By } from './redlined';

/** Steps of one author that were stored at one time (milliseconds). */
export type SignedSteps = By & { steps: readonly unknown[] };

/**
 * Whose the units of a line are: of a text, quote or footnote each UTF-16 unit, of a citation or
 * break one. `start` is of the block as such (its portion's mark), `end` of the line's own end. Null is what stood there before, or stayed.
 */
export type Signature = { start: By | null; units: (By | null)[]; end: By | null };

/** The lines of one version by their block, or by what else they are (`lineKeys`). */
export type Signatures = Map<string, Signature>;

/** The names of lines that are in no block with an id. */
export const lineKeys = {
  title: 'title',
  field: (name: string) => `field ${name}`,
  heading: (section: string) => `heading ${section}`,
};

/**
 * Who wrote what stands in the later version and who took out what stood in the earlier one, found
 * by following each step's map from one to the other. What was only suggested is in neither; once
 * taken in, it is of whoever wrote it, or took it in where it was written before.
 */
export function followAuthors(
  document: Node,
  batches: readonly SignedSteps[],
): { earlier: Signatures; later: Signatures } {
  const size = document.content.size;
  const gone: (By | null)[] = Array.from({ length: size }, () => null);
  const places: Place[] = Array.from({ length: size }, (_, origin) => ({ origin, by: null }));
  let current = document;
  for (const { steps, ...stamp } of batches)
    for (const step of readSteps(steps)) {
      const map = step.getMap();
      const taken = carry(places, map, () => ({ origin: -1, by: stamp }));
      for (const { origin } of taken) if (origin >= 0) gone[origin] = stamp;
      if (isEmpty(map)) touch(places, step.toJSON() as Touched, stamp);
      current = orRefuse(() => step.apply(current).doc ?? current);
    }
  const owners = places.map((place) => place.by);
  return { earlier: signaturesOf(document, gone), later: signaturesOf(current, owners) };
}

/** One position: where it was in the earlier version (-1 where it was not), and whose it is now. */
type Place = { origin: number; by: By | null };

/** A function takes so many arguments anywhere. */
const mostArguments = 10_000;

/** Changes positions as a step did: what it took out is the answer, what it brought in is filled. */
function carry<T>(places: T[], map: StepMap, fill: () => T): T[] {
  const ranges: { from: number; to: number; size: number }[] = [];
  map.forEach((from, to, start, end) => {
    ranges.push({ from, to, size: end - start });
  });
  // From the last one on, so that the places of those before it still hold.
  return ranges.reverse().flatMap(({ from, to, size }) => {
    const filled = Array.from({ length: size }, fill);
    if (size <= mostArguments) return places.splice(from, to - from, ...filled);
    const rest = places.splice(from);
    const taken = rest.splice(0, to - from);
    for (const each of [...filled, ...rest]) places.push(each);
    return taken;
  });
}

function isEmpty(map: StepMap): boolean {
  let empty = true;
  map.forEach(() => {
    empty = false;
  });
  return empty;
}

type Touched = { from?: number; to?: number; pos?: number };

/** A step that changes how something looks, or what it is, signs what it changed. */
function touch(places: Place[], { from, to, pos }: Touched, stamp: By): void {
  const start = from ?? pos ?? 0;
  for (let at = start; at < (to ?? (pos ?? 0) + 1); at += 1) {
    const place = places[at];
    if (place && !place.by) places[at] = { ...place, by: stamp };
  }
}

function signaturesOf(whole: Node, stamps: (By | null)[]): Signatures {
  const { doc, mapping } = settle(new Transform(whole), () => 'reject');
  const owners = [...stamps];
  for (const map of mapping.maps) carry<By | null>(owners, map, () => null);
  const signatures: Signatures = new Map();
  doc.descendants((node, position, parent) => {
    if (!node.isTextblock) return true;
    const end = owners[position + node.nodeSize - 1] ?? null;
    const key = keyOf(node, parent);
    // Of two with one id, which a paste may make, the first has it.
    if (key !== '' && !signatures.has(key))
      signatures.set(key, {
        start: owners[position] ?? null,
        units: unitsOf(node, position + 1, owners),
        end,
      });
    return false;
  });
  return signatures;
}

function keyOf(node: Node, parent: Node | null): string {
  if (node.type.name === 'title') return lineKeys.title;
  if (node.type.name === 'field') return lineKeys.field(node.attrs.name as string);
  if (node.type.name === 'heading') return lineKeys.heading((parent?.attrs.id as string) ?? '');
  return node.attrs.id as string;
}

function unitsOf(line: Node, start: number, owners: (By | null)[]): (By | null)[] {
  const units: (By | null)[] = [];
  line.forEach((child, offset) => {
    const at = start + offset;
    if (child.type.name === 'footnote' && child.textContent.trim() === '') return;
    const isBox = child.type.name === 'quote' || child.type.name === 'footnote';
    const [from, to] = isBox ? [at + 1, at + child.nodeSize - 1] : [at, at + child.nodeSize];
    for (let each = from; each < to; each += 1) units.push(owners[each] ?? null);
  });
  return units;
}

/** How many units a line of the page has. */
function unitsIn(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + ('text' in run ? run.text.length : 1), 0);
}

/** The signatures with units for what is set before a line's own words: its portion's mark. */
export function withPortions(signatures: Signatures, printed: Printed): Signatures {
  const led = new Map(signatures);
  const lead = (key: string, size: number) => {
    const found = signatures.get(key);
    const missing = found ? size - found.units.length : 0;
    if (found && missing > 0)
      led.set(key, {
        ...found,
        units: [...Array<By | null>(missing).fill(found.start), ...found.units],
      });
  };
  const visit = (blocks: Printed['sections'][number]['blocks']): void => {
    for (const block of blocks) {
      if (block.kind === 'paragraph') lead(block.id, unitsIn(block.runs));
      else if (block.kind === 'heading') lead(block.id, block.text.length);
      else if (block.kind === 'quotation') visit(block.blocks);
      else if (block.kind === 'list') block.items.forEach(visit);
      else if (block.kind === 'table') for (const cell of block.rows.flat()) visit(cell.blocks);
    }
  };
  for (const section of printed.sections) visit(section.blocks);
  return led;
}
