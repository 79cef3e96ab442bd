import { diffArrays } from 'diff';
import { Fragment, type Node, Slice } from 'prosemirror-model';
import { ReplaceStep, Transform } from 'prosemirror-transform';
import { AppError } from '../errors';
import { cut } from '../redline/tokens';

/**
 * The steps, as JSON, that make one document out of another, touching only the blocks and words in
 * which they differ, so that a caret or a change elsewhere stays where it is. If it takes more than
 * `most`, whole blocks are replaced instead of words, then whole sections. None where both are equal.
 */
export function stepsBetween(from: Node, to: Node, most: number): Record<string, unknown>[] {
  for (const depth of [Number.POSITIVE_INFINITY, 2, 1]) {
    const transform = new Transform(from);
    match(transform, from, to, 0, depth);
    for (const [name, value] of Object.entries(to.attrs))
      if (value !== from.attrs[name]) transform.setDocAttribute(name, value);
    if (transform.steps.length <= most)
      return transform.steps.map((step) => step.toJSON() as Record<string, unknown>);
  }
  throw new AppError('invalid', 'These versions differ in more than can be changed at once.');
}

/**
 * Makes the content of the node that starts at `start` that of `to`. It goes from the end to the
 * front, so that what is still to be done stands where it stood. `depth` is how deep it looks.
 */
function match(transform: Transform, from: Node, to: Node, start: number, depth: number): void {
  const [were, are] = [unitsOf(from), unitsOf(to)];
  const keys = (units: Unit[]) => units.map((unit) => unit.key);
  let left = were.length;
  let right = are.length;
  let end = start + from.content.size;
  let pending = { gone: 0, come: [] as Node[] };
  const replace = () => {
    if (pending.gone + pending.come.length > 0) {
      const slice = new Slice(Fragment.fromArray(pending.come), 0, 0);
      transform.step(new ReplaceStep(end, end + pending.gone, slice));
    }
    pending = { gone: 0, come: [] };
  };
  for (const part of diffArrays(keys(were), keys(are)).toReversed())
    for (let n = part.value.length; n > 0; n -= 1) {
      const was = part.added ? undefined : were[--left]?.node;
      const is = part.removed ? undefined : are[--right]?.node;
      if (was && is) replace();
      if (was) end -= was.nodeSize;
      if (was && is) become(transform, was, is, end, depth);
      else if (was) pending.gone += was.nodeSize;
      else if (is) pending.come.unshift(is);
    }
  replace();
}

/** Makes the node at `position` the other, which has its key and so its type and its marks. */
function become(transform: Transform, was: Node, is: Node, position: number, depth: number): void {
  if (was.eq(is)) return;
  if (depth === 0 || was.isLeaf) {
    const slice = new Slice(Fragment.from(is), 0, 0);
    transform.step(new ReplaceStep(position, position + was.nodeSize, slice));
    return;
  }
  match(transform, was, is, position + 1, depth - 1);
  for (const [name, value] of Object.entries(is.attrs))
    if (JSON.stringify(value) !== JSON.stringify(was.attrs[name]))
      transform.setNodeAttribute(position, name, value);
}

/** A part that is kept or replaced: a block, a word, a quote. The same key is the same part. */
type Unit = { key: string; node: Node };

function unitsOf(parent: Node): Unit[] {
  const units: Unit[] = [];
  parent.forEach((node) => {
    if (!node.isText) units.push({ key: keyOf(node), node });
    else
      for (let at = 0, words = cut(node.text ?? ''); words.length > 0; ) {
        const word = words.shift() ?? '';
        const part = node.cut(at, at + word.length);
        units.push({ key: keyOf(part), node: part });
        at += word.length;
      }
  });
  return units;
}

/** What a node is known by: its id, or that of the first in it; a quote by its assessment. */
function keyOf(node: Node): string {
  const marks = JSON.stringify(node.marks);
  if (node.isText) return `text ${node.text} ${marks}`;
  const { id, name, assessment } = node.attrs as Record<string, string | undefined>;
  if (node.isLeaf) return `${node.type.name} ${JSON.stringify(node.attrs)} ${marks}`;
  return `${node.type.name} ${name ?? assessment ?? id ?? firstId(node)} ${marks}`;
}

function firstId(node: Node): string {
  let found = '';
  node.descendants((child) => {
    found ||= (child.attrs.id as string | undefined) ?? '';
    return found === '';
  });
  return found;
}
