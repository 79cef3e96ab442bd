import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { assembleBrief, expect, placeCaret, startEditing, test } from './desk';

const keys = (page: Page) => page.getByRole('region', { name: 'Keys' });

test('the keys are listed under “?” outside the text, where it is a letter, and under Ctrl+/', async ({
  as,
}) => {
  const page = await as('editor');
  await assembleBrief(page, 'All its keys');
  await startEditing(page);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('Why?');
  await expect(page.locator('.ProseMirror')).toContainText('Why?');
  await expect(keys(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.type('?');
  await expect(keys(page)).toBeVisible();
  for (const each of ['Find and replace', 'Outline', 'Suggest instead of editing', 'Bold'])
    await expect(keys(page).getByText(each, { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(keys(page)).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Memo text' })).toBeFocused();
  await page.keyboard.press('Control+/');
  await expect(keys(page)).toBeVisible();
  // What the list says is so.
  await page.keyboard.press('Control+Shift+O');
  await expect(page.getByRole('navigation', { name: 'Outline' })).toBeVisible();
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('search', { name: 'In this memo' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing about the editor with all its panels open, in ${colorScheme}`, async ({
    as,
  }) => {
    test.slow();
    const page = await as('editor');
    await page.emulateMedia({ colorScheme });
    await assembleBrief(page, `All panels in ${colorScheme}`);
    await startEditing(page);
    await page.keyboard.press('Control+Shift+S');
    await placeCaret(page, 'what follows from this');
    await page.keyboard.type('Suggested.');
    await placeCaret(page, 'what the reader should do');
    await page.keyboard.type('Suggested too.');
    await expect(page.getByRole('region', { name: '2 open suggestions' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Evidence' })).toBeVisible();
    const panels = {
      'find and replace': 'Control+f',
      outline: 'Control+Shift+O',
      keys: 'Control+/',
    };
    for (const [panel, key] of Object.entries(panels)) {
      await page.keyboard.press(key);
      if (panel === 'find and replace') await page.keyboard.type('the');
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.flatMap(({ id, nodes }) => nodes.map((n) => `${id}: ${n.target}`));
      expect(found, panel).toEqual([]);
    }
    await page.getByRole('listbox', { name: 'Evidence' }).press('o');
    await expect(page.locator('li[aria-current]').first()).toBeInViewport();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
