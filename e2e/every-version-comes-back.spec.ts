import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { assembleBrief, expect, placeCaret, startEditing, test } from './desk';

/** Writes at the end of the paragraph or place with these words, and waits until it is stored. */
async function write(page: Page, where: string, words: string): Promise<void> {
  await startEditing(page);
  await placeCaret(page, where);
  await page.keyboard.type(words);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('button', { name: 'Edit' })).toBeEnabled();
  await expect(page.locator('.memo')).toContainText(words.trim());
}

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}`),
  );
}

/** Presses Tab until the thing that is asked for has the focus. */
async function tabTo(page: Page, role: 'link' | 'button' | 'radio', name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = page.getByRole(role, { name }).and(page.locator(':focus'));
    if ((await focused.count()) > 0) return;
  }
  throw new Error(`Tab never reached the ${role} ${name}`);
}

test('a version is named, compared word by word, and restored as a new one', async ({ as }) => {
  const page = await as('editor');
  const address = await assembleBrief(page, 'Written twice');
  await write(page, 'what follows from this', 'The ministers will meet in the spring.');
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible();
  const latest = page.getByRole('listitem').first();
  await latest.getByText('Name this version').click();
  await latest.getByLabel('Name').fill('As sent to the Deputy');
  await latest.getByRole('button', { name: 'Keep the name' }).click();
  await expect(page.getByRole('heading', { name: 'As sent to the Deputy' })).toBeVisible();
  expect(await faults(page), 'the history').toEqual([]);

  await page.goto(address);
  await write(page, 'The ministers will meet', ' Nobody expects a result.');
  await page.getByRole('link', { name: 'History' }).click();
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByText('One change')).toBeVisible();
  const redline = page.locator('.redline');
  await expect(redline.locator('ins')).toHaveText([' Nobody expects a result.']);
  await expect(redline.locator('del')).toHaveCount(0);
  await expect(redline).toContainText('The ministers will meet in the spring.');
  await expect(page.getByText('“As sent to the Deputy”', { exact: true })).toBeVisible();
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await faults(page), `the redline in ${colorScheme}`).toEqual([]);
  }

  await page.getByRole('link', { name: 'History' }).click();
  const heading = page.getByRole('heading', { name: 'As sent to the Deputy' });
  const named = page.getByRole('listitem').filter({ has: heading });
  await named.getByText('Restore', { exact: true }).click();
  await named.getByRole('button', { name: 'Restore this version' }).click();
  await expect(page.getByText('Restored from “As sent to the Deputy”')).toBeVisible();
  await expect(page.getByText('Before restoring “As sent to the Deputy”')).toBeVisible();
  await page.getByRole('link', { name: 'Back to the memo' }).click();
  const memo = page.locator('.memo');
  await expect(memo).toContainText('The ministers will meet in the spring.');
  await expect(memo).not.toContainText('Nobody expects a result.');
});

test('an open editor takes a restored version in, and its writer goes on', async ({ as }) => {
  const edith = await as('editor');
  const ada = await as('administrator');
  const address = await assembleBrief(edith, 'Restored beneath her');
  await write(edith, 'what follows from this', 'A sentence that will go.');
  await startEditing(edith);
  await placeCaret(edith, 'what the reader should do');
  await ada.goto(`${address}/history`);
  const first = ada.getByRole('listitem').filter({ hasText: 'As assembled' });
  await first.getByText('Restore', { exact: true }).click();
  await first.getByRole('button', { name: 'Restore this version' }).click();
  await expect(ada.getByText('Restored from version 0')).toBeVisible();
  await expect(edith.locator('.ProseMirror')).not.toContainText('A sentence that will go.');
  await edith.keyboard.type('Edith goes on.');
  await edith.getByRole('button', { name: 'Done' }).click();
  await expect(edith.locator('.memo')).toContainText('Edith goes on.');
});

test('versions are chosen and changes gone through by keyboard alone', async ({ as }) => {
  const page = await as('editor');
  const address = await assembleBrief(page, 'Without a mouse');
  await write(page, 'what follows from this', 'It will take years.');
  await write(page, 'what the reader should do', 'Wait for the vote.');
  await page.goto(`${address}/history`);
  await tabTo(page, 'button', /^Compare$/);
  await tabTo(page, 'radio', /^From/);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /^From: version 0/ })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'What changed' })).toBeVisible();
  const focused = page.locator(':focus');
  // A prompt goes where its words come: two changes to each place that was written in.
  await expect(page.getByText('4 changes')).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('status').filter({ hasText: 'Change 1 of 4' })).toBeVisible();
  await expect(focused).toBeInViewport();
  await page.keyboard.press('p');
  await expect(page.getByRole('status').filter({ hasText: 'Change 4 of 4' })).toBeVisible();
  await expect(focused).toContainText('Wait for the vote.');
});

test('a reader sees the history and changes nothing; a narrow screen shows all of it', async ({
  as,
}) => {
  const editor = await as('editor');
  const address = await assembleBrief(editor, 'Read only', { matrix: true });
  await write(editor, 'what follows from this', 'For readers.');
  const reader = await as('reader');
  await reader.setViewportSize({ width: 320, height: 640 });
  await reader.goto(address);
  const width = () => reader.evaluate(() => document.documentElement.scrollWidth);
  expect(await width(), 'the memo').toBeLessThanOrEqual(320);
  await reader.goto(`${address}/history`);
  await expect(reader.getByText('Restore', { exact: true })).toHaveCount(0);
  await expect(reader.getByText('Name this version')).toHaveCount(0);
  expect(await width(), 'the history').toBeLessThanOrEqual(320);
  await reader.getByRole('button', { name: 'Compare' }).click();
  await expect(reader.locator('.redline ins')).toHaveText(['For readers.']);
  expect(await width(), 'the redline').toBeLessThanOrEqual(320);
});
