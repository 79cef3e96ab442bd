import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { assembleBrief, expect, placeCaret, startEditing, test } from './desk';

async function findNoFault(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((each) => each.html)])).toEqual([]);
}

test('a sentence is bound by keys alone, and says in words on what it rests', async ({ as }) => {
  const page = await as('editor');
  await assembleBrief(page, 'Bound by keys');
  const text = await startEditing(page);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('Neither side moved. The channel matters more.');
  const panel = page.getByRole('region', { name: 'Sentence binding' });
  await page.keyboard.press('Control+Shift+B');
  await expect(panel).toContainText('The channel matters more.');
  await expect(panel).toContainText('2 unbound');
  await expect(panel.getByRole('radio', { name: /No binding/ })).toBeFocused();
  await findNoFault(page);

  // A judgment has to name its basis; it is found by its words and ticked.
  await page.keyboard.press('j');
  await expect(panel.getByRole('radio', { name: /Our judgment/ })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('status')).toContainText('names what it rests on');
  await page.keyboard.press('Tab');
  await page.keyboard.type('joshi stalemate');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(panel).toHaveCount(0);
  await expect(text).toBeFocused();
  const bound = page.locator('.ProseMirror [data-sentence="judgment"]');
  await expect(bound).toHaveText('The channel matters more.');

  // Arrow keys go from kind to kind, and Escape leaves all as it was.
  await page.keyboard.press('Control+Shift+B');
  await expect(panel).toContainText('Our judgment: Joshi, ¶ 12');
  await page.keyboard.press('ArrowDown');
  await expect(panel.getByRole('radio', { name: /Recommendation/ })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(text).toBeFocused();
  await expect(bound).toHaveText('The channel matters more.');
  await page.keyboard.press('Control+z');
  await expect(bound).toHaveCount(0);
  await page.keyboard.press('Control+y');
  await expect(bound).toHaveText('The channel matters more.');

  // On demand each sentence says what it is, in words.
  await page.keyboard.press('Control+Shift+B');
  await panel.getByRole('checkbox', { name: 'Show in the text' }).check();
  const paragraph = page.locator('.ProseMirror p').filter({ hasText: 'Neither side moved.' });
  await expect(paragraph.locator('.sentence-label')).toHaveText([
    'No binding',
    'Our judgment: Joshi, ¶ 12',
  ]);
  await panel.getByRole('button', { name: 'Next unbound' }).press('Enter');
  await expect(panel).toContainText('Neither side moved.');
  await findNoFault(page);
});

test('while suggesting, a binding says that it can’t be suggested', async ({ as }) => {
  const page = await as('editor');
  await assembleBrief(page, 'Not suggested');
  await startEditing(page);
  await placeCaret(page, 'anodyne');
  await page.keyboard.press('Control+Shift+S');
  await page.keyboard.press('Control+Shift+B');
  const panel = page.getByRole('region', { name: 'Sentence binding' });
  await expect(panel).toContainText('Their assessment: Dalton, ¶ 7');
  await expect(panel).toContainText('can’t be suggested');
  await expect(panel.getByRole('radio')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
});

test('another who writes sees what a sentence was bound to', async ({ as }) => {
  const [page, other] = [await as('editor'), await as('administrator')];
  const address = await assembleBrief(page, 'Bound together');
  await other.goto(address);
  await Promise.all([startEditing(page), startEditing(other)]);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('The text of the memo goes here.');
  await page.keyboard.press('Control+Shift+B');
  await page.keyboard.press('b');
  await page.keyboard.press('Enter');
  await expect(other.locator('.ProseMirror [data-sentence="boilerplate"]').last()).toHaveText(
    'The text of the memo goes here.',
  );
});
