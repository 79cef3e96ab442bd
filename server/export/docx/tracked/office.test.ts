import { expect, test } from 'vitest';
import type { Printed } from '@/domain/document/print';
import { makeDice, sampleMemo } from '@/domain/document/sample';
import { editMemo, withFootnotes, withTable } from '@/domain/redline/edits';
import { redline } from '@/domain/redline/redline';
import { exportDocx } from '../docx';
import { hasOffice, settleInOffice } from './office';
import { exportRedline } from './redline';

const options = {
  createdAt: new Date('2024-05-06T07:08:09Z'),
  fallback: { by: 'Ada Reyes', at: Date.UTC(2024, 4, 6, 7, 8, 9) },
  note: 'Redline of version 1 to version 2',
};

const isThere = await hasOffice();

/**
 * What LibreOffice reads, a line to a paragraph that says something. Where a list's item goes before
 * a paragraph that is none, it leaves the item's sign (not its words) on an empty line, and so counts
 * on; Word does not (ECMA-376, 17.13.5), and the signs are compared in the law of the XML.
 */
async function read(file: Uint8Array, choice: 'accept' | 'reject') {
  const { text, authors } = await settleInOffice(file, choice);
  const lines = text.split('\n').map((line) => line.replace(/^\s*(\d+\.|[•–])\s*/, '').trim());
  return { lines: lines.filter((line) => line !== ''), authors };
}

const plainly = (memo: Printed) => exportDocx({ ...memo, marking: 'UNCLASSIFIED' }, options);

// LibreOffice is no part of what a developer has to install: the law of the XML holds without it.
test.skipIf(!isThere).each([2, 3, 8])(
  'LibreOffice accepts all to the later version and rejects all to the earlier one (%i)',
  async (seed) => {
    const before = withFootnotes(withTable(sampleMemo(seed, 6)), makeDice(seed));
    const after = editMemo(before, makeDice(seed + 1), 12);
    const file = await exportRedline(redline(before, after), options);
    const accepted = await read(file, 'accept');
    expect(accepted.authors).toEqual(['Ada Reyes']);
    expect(accepted.lines).toEqual((await read(await plainly(after), 'accept')).lines);
    const rejected = await read(file, 'reject');
    expect(rejected.lines).toEqual((await read(await plainly(before), 'reject')).lines);
  },
  240_000,
);
