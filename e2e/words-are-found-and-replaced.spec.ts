import type { Page } from '@playwright/test';
import { assembleBrief, expect, placeCaret, startEditing, test } from './desk';

const told = (page: Page) => page.getByRole('search', { name: 'In this memo' }).getByRole('status');
const text = (page: Page) => page.locator('.ProseMirror');

/** Opens the bar by its key and looks for these words. */
async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+f');
  await expect(page.getByLabel('Find', { exact: true })).toBeFocused();
  await page.keyboard.type(words);
}

test('words are found, walked through and replaced by keyboard alone; what is quoted stays', async ({
  as,
}) => {
  const page = await as('editor');
  await assembleBrief(page, 'Found and replaced');
  await startEditing(page);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('A zebra, a stalemate and a zebra.');

  await find(page, 'zebra');
  await expect(told(page)).toHaveText('In 2 places.');
  await page.keyboard.press('Enter');
  await expect(told(page)).toHaveText('1 of 2.');
  await page.keyboard.press('Enter');
  await expect(told(page)).toHaveText('2 of 2.');
  await page.keyboard.press('Enter');
  await expect(told(page)).toHaveText('1 of 2.');
  await page.keyboard.press('Shift+Enter');
  await expect(told(page)).toHaveText('2 of 2.');
  await expect(page.locator('.ProseMirror-active-search-match')).toHaveText('zebra');

  await page.keyboard.press('Tab');
  await page.keyboard.type('gnu');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Replace', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(text(page)).toContainText('A zebra, a stalemate and a gnu.');
  await expect(told(page)).toHaveText('1 of 1.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Memo text' })).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(text(page)).toContainText('A zebra, a stalemate and a zebra.');
});

test('all places are replaced at once but those that are quoted, and undo takes all of it back', async ({
  as,
}) => {
  const page = await as('editor');
  await assembleBrief(page, 'Replaced everywhere');
  await startEditing(page);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('One stalemate. Two stalemates.');
  const quoted = page.locator('.ProseMirror q').filter({ hasText: 'stalemate' });
  const quotes = await quoted.count();
  expect(quotes).toBeGreaterThan(0);

  await find(page, 'stalemate');
  await expect(told(page)).toHaveText(`In ${quotes + 2} places.`);
  await page.keyboard.press('Tab');
  await page.keyboard.type('deadlock');
  await page.getByRole('button', { name: 'Replace all' }).press('Enter');
  await expect(text(page)).toContainText('One deadlock. Two deadlocks.');
  await expect(quoted).toHaveCount(quotes);
  await expect(told(page)).toHaveText(/^Replaced in 2 places\. Left in .* where it is quoted\.$/);
  // What is asked of a quoted place alone is turned down in words.
  await page.getByLabel('Find', { exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Replace', exact: true }).press('Enter');
  await expect(told(page)).toHaveText('These words are quoted, and stay as the source has them.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(text(page)).toContainText('One stalemate. Two stalemates.');
});

test('words that are not there are said to be missing, and replaced ones are suggested where one suggests', async ({
  as,
}) => {
  const page = await as('editor');
  await assembleBrief(page, 'Replaced as a suggestion');
  await startEditing(page);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('A zebra and a zebra.');
  await page.keyboard.press('Control+Shift+S');
  await find(page, 'unicorn');
  await expect(told(page)).toHaveText('Not in this memo.');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('zebra');
  await page.keyboard.press('Tab');
  await page.keyboard.type('gnu');
  await page.getByRole('button', { name: 'Replace all' }).press('Enter');
  await expect(page.locator('.ProseMirror del')).toHaveText(['zebra', 'zebra']);
  await expect(page.locator('.ProseMirror ins')).toHaveText(['gnu', 'gnu']);
});
