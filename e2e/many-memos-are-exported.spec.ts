import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { v7 } from 'uuid';
import type { ExportManifest } from '@/domain/export-job';
import { assembleBrief, expect, test } from './desk';
import { ask } from './person';

/** Copies of a memo, straight in the store: to assemble so many by the form would take long. */
async function copyMemo(id: string, titles: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const title of titles) {
    const copy = v7();
    ids.push(copy);
    await ask(
      `INSERT INTO memo (id, team_id, author_id, template_id, title, document, text)
       SELECT $2, team_id, author_id, template_id, $3, document, text FROM memo WHERE id = $1`,
      [id, copy, title],
    );
    await ask(
      `INSERT INTO memo_article (memo_id, version_id)
       SELECT $2, version_id FROM memo_article WHERE memo_id = $1`,
      [id, copy],
    );
  }
  return ids;
}

test('many memos are exported in the background; one that does not stand is named, the rest are there', async ({
  as,
}) => {
  const page = await as('editor');
  const address = await assembleBrief(page, 'Batched 0');
  const titles = Array.from({ length: 30 }, (_, index) => `Batched ${index + 1}`);
  const ids = await copyMemo(address.split('/').at(-1) ?? '', titles);
  await ask(
    `UPDATE memo SET document = replace(document::text, 'very anodyne', 'quite anodyne')::json
      WHERE id = $1`,
    [ids[0]],
  );

  await page.goto('/memos');
  await page.getByRole('link', { name: 'Export many' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Export many' })).toBeVisible();
  await page.getByRole('radio', { name: /Those I tick/ }).check();
  await page.getByRole('button', { name: 'Begin the export' }).click();
  await expect(page.getByText('Tick the memos that you want, or choose all.')).toBeVisible();

  await page.getByLabel('Find among them').fill('batched');
  const ticks = page.getByRole('list', { name: 'Memos to tick' }).getByRole('checkbox');
  await expect(ticks).toHaveCount(31);
  for (const tick of await ticks.all()) await tick.check();
  await page.getByRole('button', { name: 'Begin the export' }).click();
  const item = page.getByRole('listitem').filter({ hasText: '31 memos as PDF' });
  const bar = item.getByRole('progressbar');
  await expect(bar).toHaveAttribute('max', '31');
  await expect.poll(() => bar.getAttribute('value').then(Number)).toBeGreaterThan(0);
  // It goes on without the page, and a page that comes back finds it.
  await page.goto('/memos');
  await page.getByRole('link', { name: 'Export many' }).click();

  const link = item.getByRole('link', { name: 'Download the bundle' });
  await expect(link).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('The latest export is finished.')).toBeAttached();
  await expect(item.getByRole('heading', { name: 'One memo was refused' })).toBeVisible();
  await expect(item.getByRole('link', { name: 'Batched 1', exact: true })).toBeVisible();
  await expect(item).toContainText('is not what Toby Dalton said');

  const downloading = page.waitForEvent('download');
  await link.click();
  const zip = await JSZip.loadAsync(readFileSync(await (await downloading).path()));
  const manifest: ExportManifest = JSON.parse(
    (await zip.file('manifest.json')?.async('string')) ?? '',
  );
  expect(manifest.files.map(({ memo }) => memo)).toHaveLength(30);
  expect(new Set(manifest.files.map(({ memo }) => memo)).size).toBe(30);
  expect(manifest.refused).toMatchObject([{ memo: ids[0], title: 'Batched 1' }]);
  const sums = await zip.file('SHA256SUMS')?.async('string');
  for (const { name, sha256 } of manifest.files) {
    const bytes = (await zip.file(name)?.async('uint8array')) ?? new Uint8Array();
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    expect(sums).toContain(`${sha256}  ${name}\n`);
  }

  const href = (await link.getAttribute('href')) ?? '';
  const reader = await as('reader');
  await reader.goto('/memos/exports');
  await expect(reader.getByText('None in the last week')).toBeVisible();
  expect((await reader.request.get(href)).status()).toBe(404);
});

test('a reader exports too, and sees it by keyboard and on a narrow screen', async ({ as }) => {
  const editor = await as('editor');
  await assembleBrief(editor, 'Read and exported');
  const page = await as('reviewer');
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('/memos/exports');
  await page.getByLabel('Format', { exact: true }).selectOption('md');
  await page.getByRole('radio', { name: /Those I tick/ }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.type('read and exported');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Begin the export' }).focus();
  await page.keyboard.press('Enter');
  const item = page.getByRole('listitem').filter({ hasText: 'One memo as Markdown' });
  await expect(item.getByRole('link', { name: 'Download the bundle' })).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
});
