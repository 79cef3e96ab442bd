import type { Node } from 'prosemirror-model';
import { StepMap, type Transform } from 'prosemirror-transform';
import { joinStretches, type Stretch } from './stretches';
import type { Stamp } from './suggested';

/** A suggestion in the making: what it has done, and what still stands though the edit took it. */
export type Draft = {
  transform: Transform;
  kept: Stretch[];
  stamp: Stamp;
  /** It goes on with no suggestion beside it, as what is moved has its other half elsewhere. */
  isAlone: boolean;
};

/** From the edited document to the suggested one, in which more stands. */
export function mapOf({ kept }: Draft): StepMap {
  const ranges: number[] = [];
  let before = 0;
  for (const { from, to } of joinStretches(kept)) {
    ranges.push(from - before, 0, to - from);
    before += to - from;
  }
  return new StepMap(ranges);
}

/** The draft after a further transform, which began where the draft's ends. */
export function advance(draft: Draft, transform: Transform, kept: Stretch[] = []): Draft {
  const still = draft.kept.map(({ from, to }) => ({
    from: transform.mapping.map(from, 1),
    to: transform.mapping.map(to, -1),
  }));
  return {
    ...draft,
    transform,
    kept: joinStretches([...still, ...kept].filter(({ from, to }) => to > from)),
  };
}

/** Whether these are words that the same account has suggested. */
export function isOwn(node: Node, { account }: Stamp): boolean {
  return node.marks.some(
    (mark) => mark.type.name === 'insertion' && mark.attrs.account === account,
  );
}

/** Does the work; null where ProseMirror finds that it does not fit the document. */
export function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (fault) {
    const isMisfit = fault instanceof Error && fault.name === 'TransformError';
    if (isMisfit || fault instanceof RangeError) return null;
    throw fault;
  }
}
