import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Printed } from '@/domain/document/print';
import { makeDice, sampleMemo } from '@/domain/document/sample';
import { editMemo, withFootnotes, withTable } from '@/domain/redline/edits';
import { redline } from '@/domain/redline/redline';
import { exportDocx } from '../docx';
import { reopen } from '../reopen';
import { exportRedline } from './redline';
import { settleAll } from './settled';

const options = {
  createdAt: new Date('2024-05-06T07:08:09Z'),
  fallback: { by: 'Ada Reyes', at: Date.UTC(2024, 4, 6, 7, 8, 9) },
  note: 'Redline: from version 1 to version 2.',
};

const write = (before: Printed, after: Printed) => exportRedline(redline(before, after), options);

/** A version as it is exported by itself; with a marking, its sources are a list there too. */
async function plainly(memo: Printed) {
  return linesOf(await exportDocx({ ...memo, marking: 'UNCLASSIFIED' }, options));
}

/**
 * What the file says, a line to a paragraph, with signs of lists and marks of notes; in which style
 * each paragraph is, and which words are bold or slanted.
 */
function linesOf(file: Uint8Array) {
  const { text, footnotes, styles, xml } = reopen(file);
  return {
    lines: text.split('\n').filter((line) => line.trim() !== ''),
    footnotes,
    styles: styles.filter(([, words]) => words.trim() !== ''),
    looks: ['b', 'i'].map((look) => lettersIn(xml('word/document.xml'), look)),
  };
}

/** All letters of the runs that look so. */
function lettersIn(xml: string, look: string): string {
  const runs = [...xml.matchAll(/<w:r>(.*?)<\/w:r>/gs)].map((run) => run[1] ?? '');
  const own = runs.filter((run) => new RegExp(`<w:${look}/>`).test(run));
  return own.flatMap((run) => [...run.matchAll(/<w:t[^>]*>([^<]*)</g)].map((t) => t[1])).join('');
}

const choice = fc.record({
  seed: fc.nat(9999),
  size: fc.integer({ min: 1, max: 10 }),
  edits: fc.integer({ min: 0, max: 20 }),
  luck: fc.nat(99_999),
});

/** Items that opened with a table, and paragraphs joined around one, once broke the law. */
const examples: [{ seed: number; size: number; edits: number; luck: number }][] = [
  ...[1, 4, 7, 10].map((size): (typeof examples)[number] => [
    { seed: 0, size, edits: 11, luck: 16 },
  ]),
  [{ seed: 0, size: 7, edits: 8, luck: 72_406 }],
  [{ seed: 1629, size: 7, edits: 9, luck: 32_586 }],
  [{ seed: 10, size: 5, edits: 9, luck: 1016 }],
];

test('accepting all is the later version, rejecting all the earlier one', async () => {
  await fc.assert(
    fc.asyncProperty(choice, async ({ seed, size, edits, luck }) => {
      // Documents that were read are let go of only between two turns of the event loop.
      await new Promise((resolve) => setImmediate(resolve));
      const before = withFootnotes(withTable(sampleMemo(seed, size)), makeDice(luck + 1));
      const after = editMemo(before, makeDice(luck), edits);
      const file = await write(before, after);
      expect(linesOf(settleAll(file, 'accept'))).toEqual(await plainly(after));
      expect(linesOf(settleAll(file, 'reject'))).toEqual(await plainly(before));
    }),
    {
      numRuns: 40,
      examples,
    },
  );
}, 120_000);
