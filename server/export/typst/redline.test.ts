import { afterAll, expect, test } from 'vitest';
import { makeDice, sampleMemo } from '@/domain/document/sample';
import { editMemo, withFootnotes, withTable } from '@/domain/redline/edits';
import { redline } from '@/domain/redline/redline';
import type { Redlined } from '@/domain/redline/redlined';
import { signRedline } from '@/domain/redline/sign';
import { closePress, exportRedlinePdf } from './pdf';
import { reopen } from './reopen';

const options = {
  createdAt: new Date('2024-05-06T07:08:09Z'),
  paper: 'a4',
  note: 'Redline of version 3 to version 9',
  authors: ['Ada Reyes', 'Ben Okoro'],
};
const fallback = { by: 'Ada Reyes', at: 0 };

function redlineOf(seed: number, edits: number): Redlined {
  const before = withFootnotes(withTable(sampleMemo(seed, 8)), makeDice(seed));
  const red = redline(before, editMemo(before, makeDice(seed + 1), edits));
  return signRedline(red, { earlier: new Map(), later: new Map(), fallback });
}

/** All words of a redline, whatever became of them, letters and digits alone. */
function wordsIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) =>
    name === 'text' && typeof value === 'string' ? value.split(/\s+/).map(squash) : wordsIn(value),
  );
}

const squash = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

test('all that stood in either version is in the PDF, which is tagged and says what it is', async () => {
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const red = redlineOf(seed, seed * 3);
    const { pdf, changed } = await exportRedlinePdf(red, options);
    expect(changed).toEqual([]);
    const { pages, title, marked } = await reopen(pdf);
    const said = squash(pages.flatMap(({ lines }) => lines).join(' '));
    const words = wordsIn(red);
    // Footnotes stand between the pages that a paragraph goes over, so it is looked for in parts.
    for (const word of words) expect(said).toContain(word);
    expect(said.length).toBeGreaterThan(words.join('').length);
    expect(said).toContain(squash('Redline of version 3 to version 9'));
    expect(said).toContain(squash('Changes by Ada Reyes and Ben Okoro'));
    expect(title).toContain('Redline of version 3 to version 9: ');
    expect(marked).toBe(true);
  }
});

afterAll(closePress);
