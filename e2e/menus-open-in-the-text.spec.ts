import AxeBuilder from '@axe-core/playwright';
import { assembleBrief, expect, placeCaret, startEditing, test } from './desk';

test('“/” offers blocks and commands, and all of it goes by keys', async ({ as }) => {
  const page = await as('editor');
  await assembleBrief(page, 'Slash');
  const text = await startEditing(page);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('Either/or /');
  const menu = page.getByRole('listbox', { name: 'Insert' });
  await expect(menu).toBeVisible();
  await expect(menu.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  const active = await text.getAttribute('aria-activedescendant');
  await expect(page.locator(`[id="${active}"]`)).toContainText('Subheading');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((each) => each.html)])).toEqual([]);
  await page.keyboard.type('numb');
  await expect(menu.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(menu).toHaveCount(0);
  await expect(page.locator('.ProseMirror ol > li > p')).toHaveText('Either/or ');
  await page.keyboard.type('first /');
  await page.keyboard.press('Escape');
  await page.keyboard.type(' second');
  await expect(page.locator('.ProseMirror ol > li > p')).toHaveText('Either/or first / second');
});

test('a table comes from the menu, Tab goes through it and adds a row', async ({ as }) => {
  const page = await as('editor');
  await assembleBrief(page, 'Table');
  await startEditing(page);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('/tab');
  await page.keyboard.press('Enter');
  for (const each of ['Who', 'What', 'When', 'a', 'b', 'c', 'd', 'e', 'f', 'g']) {
    await page.keyboard.type(each);
    if (each !== 'g') await page.keyboard.press('Tab');
  }
  const rows = page.locator('.ProseMirror table tr');
  await expect(rows).toHaveCount(4);
  await expect(rows.first().locator('th').nth(1)).toHaveText('What');
  await expect(rows.last().locator('td').first()).toHaveText('g');
  await page.keyboard.type(' /column');
  await page.keyboard.press('Enter');
  await expect(rows.first().locator('th')).toHaveCount(4);
  await expect(rows.last().locator('td')).toHaveCount(4);
});

test('“@” names an expert or places a statement of the evidence', async ({ as }) => {
  const page = await as('editor');
  await assembleBrief(page, 'At');
  await startEditing(page);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('Ask @dalt');
  const menu = page.getByRole('listbox', { name: 'Experts and statements' });
  await expect(menu.getByRole('option').first()).toContainText('Toby Dalton');
  await page.keyboard.press('Enter');
  await page.keyboard.type(' why: @anodyne');
  await expect(menu.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  const paragraph = page.locator('.ProseMirror p').filter({ hasText: 'Ask Toby Dalton why:' });
  await expect(paragraph.locator('q')).toContainText('very anodyne');
  await expect(paragraph.locator('sup')).toHaveCount(1);
  await page.keyboard.type(' a@b.org and/or');
  await expect(page.locator('.text-menu')).toHaveCount(0);
});
