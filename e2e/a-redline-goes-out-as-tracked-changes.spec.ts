import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { reopen as reopenWord } from '@/server/export/docx/reopen';
import { settleAll } from '@/server/export/docx/tracked/settled';
import { reopen } from '@/server/export/typst/reopen';
import { assembleBrief, expect, placeCaret, startEditing, test } from './desk';

async function write(page: Page, where: string, words: string): Promise<void> {
  await startEditing(page);
  await placeCaret(page, where);
  await page.keyboard.type(words);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('button', { name: 'Edit' })).toBeEnabled();
  await expect(page.locator('.memo')).toContainText(words.trim());
}

async function download(page: Page, name: string): Promise<{ bytes: Uint8Array; file: string }> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).click();
  const made = await downloading;
  return { bytes: new Uint8Array(readFileSync(await made.path())), file: made.suggestedFilename() };
}

const lines = (bytes: Uint8Array) => reopenWord(bytes).text;

test('what two people changed goes out as tracked changes with their names, and as PDF', async ({
  as,
}) => {
  const edith = await as('editor');
  const ada = await as('administrator');
  const address = await assembleBrief(edith, 'Redlined outside');
  await write(edith, 'what follows from this', 'The ministers will meet in the spring.');
  await ada.goto(address);
  await write(ada, 'The ministers will meet', ' Nobody expects a result.');
  await ada.getByRole('link', { name: 'History' }).click();
  // The oldest version against the latest.
  const all = ada.getByRole('radio', { name: /from/i });
  await all.last().check();
  await ada.getByRole('button', { name: 'Compare' }).click();
  await expect(ada.locator('.redline ins').first()).toBeVisible();

  const word = await download(ada, 'Word with tracked changes');
  expect(word.file).toMatch(/^redlined-outside-redline-\d+-to-\d+\.docx$/);
  const xml = reopenWord(word.bytes).xml('word/document.xml');
  for (const [author, words] of [
    ['Edith Editor', 'The ministers will meet in the spring.'],
    ['Ada', 'Nobody expects a result.'],
  ])
    expect(xml).toMatch(
      new RegExp(
        `<w:ins [^>]*w:author="${author}[^"]*"[^>]*w:date="20[^"]*"[^>]*>(?:(?!</w:ins>).)*${words}`,
      ),
    );
  const [accepted, rejected] = [settleAll(word.bytes, 'accept'), settleAll(word.bytes, 'reject')];
  expect(lines(accepted)).toContain(
    'The ministers will meet in the spring. Nobody expects a result.',
  );
  expect(lines(rejected)).not.toContain('ministers');
  expect(lines(rejected)).toContain('[To write: ');

  const pdf = await reopen((await download(ada, 'PDF')).bytes);
  const said = pdf.pages.flatMap((page) => page.lines).join(' ');
  expect(said).toMatch(/Redline of version 0 to version \d+/);
  expect(said).toContain('Edith Editor');
  expect(pdf.marked).toBe(true);
});

test('the downloads can be had by keys alone and on a narrow screen', async ({ as }) => {
  const page = await as('editor');
  const address = await assembleBrief(page, 'Redlined by keys');
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${address}/history/compare?from=0&to=0`);
  const button = page.getByRole('button', { name: 'Word with tracked changes' });
  await button.focus();
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await downloading).suggestedFilename()).toBe('redlined-by-keys-redline-0-to-0.docx');
  await expect(button).toBeFocused();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
});

test('a version that is not there, and another form of asking, are refused', async ({ as }) => {
  const page = await as('reader');
  const address = await assembleBrief(await as('editor'), 'Redlined wrongly');
  const api = address.replace('/memos/', '/api/memos/');
  const status = async (query: string) =>
    (await page.request.get(`${api}/redline?${query}`)).status();
  expect(await status('from=0&to=0&format=docx')).toBe(200);
  expect(await status('from=0&to=99&format=docx')).toBe(404);
  expect(await status('from=0&to=0&format=exe')).toBe(422);
  const nowhere = api.replace(/[0-9a-f-]{36}$/, crypto.randomUUID());
  const missing = await page.request.get(`${nowhere}/redline?from=0&to=0&format=pdf`);
  expect(missing.status()).toBe(404);
});
