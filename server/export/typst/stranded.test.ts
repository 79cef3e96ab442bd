import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Printed } from '@/domain/document/print';
import { sampleMemo } from '@/domain/document/sample';
import { toContent } from './content';
import { fontFiles } from './coverage';
import { Pool } from './pool';
import { reopen } from './reopen';
import { projectRoot } from './root';

const folder = join(projectRoot(), 'server', 'export', 'typst');
const template = readFileSync(join(folder, 'memo.typ'), 'utf8');
const pool = new Pool([join(folder, 'press.mjs'), ...fontFiles()]);

afterAll(() => pool.close());

function headingsOf(memo: Printed): Set<string> {
  const inner = memo.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])),
  );
  return new Set([...memo.sections.map(({ heading }) => heading), ...inner]);
}

/** The headings that are the last line of a page, the last page excepted. */
async function findStranded(seed: number, typst: string): Promise<string[]> {
  const memo = sampleMemo(seed, 6 + (seed % 9));
  const headings = headingsOf(memo);
  const content = toContent(memo, { paper: 'us-letter', draft: false, attachments: [] });
  const job = { memo: content, standard: '1.7', createdAt: 1, attachments: [] };
  const { pages } = await reopen((await pool.print({ ...job, template: typst })).pdf);
  return pages
    .slice(0, -1)
    .map(({ lines }) => (lines.at(-1) ?? '').replaceAll('\u00a0', ' ').trim())
    .filter((line) => headings.has(line));
}

async function findAll(count: number, typst: string): Promise<string[]> {
  const seeds = Array.from({ length: count }, (_, seed) => seed);
  return (await Promise.all(seeds.map((seed) => findStranded(seed, typst)))).flat();
}

it('leaves no heading at the foot of a page, in 500 memos', { timeout: 240_000 }, async () => {
  expect(await findAll(500, template)).toEqual([]);
});

// The engine is known to leave a heading behind at times, though it is told not to. The audit has
// to find it then; here it is told nothing, so that the audit stands alone.
it('finds and moves headings that the engine left behind', { timeout: 60_000 }, async () => {
  const careless = template.replaceAll('sticky: true', 'sticky: false');
  expect(careless).not.toBe(template);
  expect(await findAll(40, careless)).toEqual([]);
  const unseen = careless.replace('<audit>', '<unaudited>');
  expect((await findAll(40, unseen)).length).toBeGreaterThan(0);
});
