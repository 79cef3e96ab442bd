import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, Printed } from '../document/print';
import { makeDice, sampleMemo } from '../document/sample';
import { countChanges } from './count';
import { editMemo, withFootnotes, withTable } from './edits';
import { redline } from './redline';
import { accepted, mergeText, rejected } from './settle';

/** A memo without what is not seen: where runs part, empty items, and ids if one likes. */
function plainly(memo: Printed, ids: boolean): unknown {
  const set = (block: Block): unknown => {
    const id = ids ? block.id : '';
    switch (block.kind) {
      case 'paragraph':
        return { ...block, id, runs: mergeText(block.runs.filter((run) => !isEmpty(run))) };
      case 'quotation':
        return { ...block, id, blocks: block.blocks.map(set) };
      case 'list':
        return {
          ...block,
          id,
          items: block.items.filter((item) => item.length > 0).map((item) => item.map(set)),
        };
      case 'table':
        return {
          ...block,
          id,
          rows: block.rows.map((row) =>
            row.map((cell) => ({ ...cell, blocks: cell.blocks.map(set) })),
          ),
        };
      default:
        return { ...block, id };
    }
  };
  const sections = memo.sections.map((each) => ({ ...each, blocks: each.blocks.map(set) }));
  return { ...memo, sections };
}

function isEmpty(run: { kind: string; text?: string }): boolean {
  return run.kind === 'text' && run.text === '';
}

// Four numbers make both versions, so that a counterexample is short.
const choice = fc.record({
  seed: fc.nat(9999),
  size: fc.integer({ min: 1, max: 14 }),
  edits: fc.integer({ min: 0, max: 30 }),
  luck: fc.nat(99_999),
});

type Choice = { seed: number; size: number; edits: number; luck: number };

function versions({ seed, size, edits, luck }: Choice) {
  const before = withFootnotes(withTable(sampleMemo(seed, size)), makeDice(luck + 1));
  return { before, after: editMemo(before, makeDice(luck), edits) };
}

test('all changes taken in are the later version, all turned down the earlier one', () => {
  fc.assert(
    fc.property(choice, (chosen) => {
      const { before, after } = versions(chosen);
      const red = redline(before, after);
      expect(plainly(accepted(red), true)).toEqual(plainly(after, true));
      expect(plainly(rejected(red), false)).toEqual(plainly(before, false));
    }),
    { numRuns: 400 },
  );
});

test('a version held against itself has no change', () => {
  fc.assert(
    fc.property(choice, (chosen) => {
      const { after } = versions(chosen);
      const red = redline(after, after);
      expect(countChanges(red).changes).toBe(0);
    }),
  );
});

/** Another number of an endnote is no change of the text. */
function numberless(memo: Printed): Printed {
  const copy = structuredClone(memo);
  for (const { blocks } of copy.sections)
    for (const block of blocks)
      if (block.kind === 'endnotes') {
        block.notes.sort((one, other) => one.paragraph - other.paragraph);
        for (const note of block.notes) note.number = 0;
      }
  return copy;
}

test('a version that differs has a change', () => {
  fc.assert(
    fc.property(choice, (chosen) => {
      const { before, after } = versions(chosen);
      const [one, other] = [before, after].map((memo) => plainly(numberless(memo), false));
      if (JSON.stringify(one) !== JSON.stringify(other))
        expect(countChanges(redline(before, after)).changes).toBeGreaterThan(0);
    }),
  );
});
