import type { Page } from '@playwright/test';
import { assembleBrief, expect, placeCaret, startEditing, test } from './desk';

const text = (page: Page) => page.locator('.ProseMirror');

/**
 * Keeps the browser's own word of a moved selection from the page: what a machine that is busy does
 * for a while, for as long as the test.
 */
const deafen = (page: Page) =>
  page.evaluate(() => {
    window.addEventListener(
      'selectionchange',
      (event) => event.isTrusted && event.stopImmediatePropagation(),
      { capture: true },
    );
  });

test('a key acts on the selection that is shown, though the browser has not told of it yet', async ({
  as,
}) => {
  const page = await as('editor');
  await assembleBrief(page, 'Faster than the browser tells');
  await startEditing(page);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('It holds. But nobody signs.');
  await deafen(page);
  for (const _ of ' But nobody signs.') await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Control+x');
  await expect(text(page)).toContainText('It holds.');
  await expect(text(page)).not.toContainText('nobody signs');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(text(page).locator('p').filter({ hasText: /^It$/ })).toHaveCount(1);
});

test('what another writes leaves the selection where the browser shows it', async ({ as }) => {
  const edith = await as('editor');
  const ada = await as('administrator');
  const address = await assembleBrief(edith, 'Another writes in between');
  await ada.goto(address);
  await startEditing(edith);
  await placeCaret(edith, 'what follows from this');
  await edith.keyboard.type('It holds. But nobody signs.');
  await startEditing(ada);
  await deafen(edith);
  for (const _ of 'signs.')
    await edith.evaluate(() => getSelection()?.modify('extend', 'backward', 'character'));
  await placeCaret(ada, 'what the reader should do');
  await ada.keyboard.type('Wait.');
  await expect(text(edith)).toContainText('Wait.');
  expect(await edith.evaluate(() => getSelection()?.toString())).toBe('signs.');
});
