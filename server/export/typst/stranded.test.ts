import { afterAll, expect, it } from 'vitest';
import type { Printed } from '@/domain/document/print';
import { sampleMemo } from '@/domain/document/sample';
import { closePress, exportPdf } from './pdf';
import { reopen } from './reopen';

const createdAt = new Date('2024-05-06T07:08:09Z');

afterAll(closePress);

function headingsOf(memo: Printed): Set<string> {
  const inner = memo.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])),
  );
  return new Set([...memo.sections.map(({ heading }) => heading), ...inner]);
}

async function strandedIn(seed: number): Promise<string[]> {
  const memo = sampleMemo(seed, 6 + (seed % 9));
  const headings = headingsOf(memo);
  const { pages } = await reopen((await exportPdf(memo, { createdAt })).pdf);
  return pages
    .slice(0, -1)
    .map(({ lines }) => (lines.at(-1) ?? '').replaceAll('\u00a0', ' ').trim())
    .filter((line) => headings.has(line));
}

it('leaves no heading at the foot of a page, in 120 memos', { timeout: 120_000 }, async () => {
  const stranded = await Promise.all(Array.from({ length: 120 }, (_, seed) => strandedIn(seed)));
  expect(stranded.flat()).toEqual([]);
});
