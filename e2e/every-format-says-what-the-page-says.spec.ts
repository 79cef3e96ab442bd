import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { setMemo } from '@/domain/document/set';
import { plainText } from '@/domain/document/text';
import { type FormatId, formats } from '@/domain/format';
import { readMemoFile } from '@/domain/memo-file';
import { reopen as reopenWord } from '@/server/export/docx/reopen';
import { reopen } from '@/server/export/typst/reopen';
import { assembleBrief, download, expect, placeCaret, startEditing, test } from './desk';

/** Letters and digits in order: each format has its own signs around them. */
const squash = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** What somebody who opens the file reads in it; null of a file that has the sources alone. */
const readers: Record<FormatId, ((bytes: Uint8Array) => string | Promise<string>) | null> = {
  pdf: async (bytes) => (await reopen(bytes)).pages.flatMap(({ lines }) => lines).join(' '),
  docx: (bytes) => {
    const { text, endnotes } = reopenWord(bytes);
    return text + endnotes;
  },
  md: decode,
  txt: decode,
  html: (bytes) => new JSDOM(decode(bytes)).window.document.body.textContent,
  json: (bytes) => {
    const { form, document, evidence } = readMemoFile(decode(bytes));
    return plainText(setMemo(document, evidence, { form }));
  },
  csl: null,
  bib: null,
  zip: (bytes) => decode(unzipSync(bytes)['in-every-format.txt'] ?? new Uint8Array()),
};

async function wordsOf(page: Page): Promise<string> {
  return squash((await page.locator('article.memo').textContent()) ?? '');
}

test('each format is had from the page, edits and special signs included', async ({ as }) => {
  const page = await as('editor');
  await assembleBrief(page, 'In every format');
  await startEditing(page);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('R&D <costs> $5_000 #1 {so} 100%.');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.locator('article.memo')).toContainText('R&D <costs> $5_000');
  const expected = await wordsOf(page);
  for (const { id, label } of formats) {
    const bytes = await download(page, id === 'pdf' ? 'Download PDF' : label);
    const read = readers[id];
    if (read) expect(squash(await read(bytes)), label).toBe(expected);
    else expect(decode(bytes), label).toContain('Talks Keep Lines Open');
  }
});

test('the register has a line for each memo', async ({ as }) => {
  const page = await as('editor');
  await assembleBrief(page, 'In the register');
  await page.goto('/memos');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Register (CSV)' }).click();
  const text = readFileSync(await (await downloading).path(), 'utf8');
  expect(text).toMatch(/\d{4}-\d{3},In the register,Edith Editor,The Under Secretary,/);
});

test('a reader has them too, and of its sources no speaker’s name', async ({ as }) => {
  const page = await as('reader');
  await page.goto(await assembleBrief(await as('editor'), 'For the bibliography'));
  for (const label of ['CSL-JSON', 'BibTeX']) {
    const text = decode(await download(page, label));
    expect(text).toContain('Global Security Newswire');
    expect(text).not.toContain('Dalton');
  }
});

// A button that was disabled while its file was made lost the focus, and keys went nowhere.
test('the list of formats is opened, used and closed by keys alone, on a narrow screen', async ({
  as,
}) => {
  const page = await as('reader');
  await page.goto(await assembleBrief(await as('editor'), 'Had by keys'));
  await page.setViewportSize({ width: 320, height: 640 });
  await page.getByRole('button', { name: 'Print' }).focus();
  // Past the options of the PDF.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const word = page.getByRole('button', { name: /^Word/ });
  await expect(word).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(word).toBeFocused();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((each) => each.html)])).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await downloading).suggestedFilename()).toBe('had-by-keys.docx');
  await expect(word).toBeEnabled();
  await expect(word).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(word).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(word).toBeVisible();
});
