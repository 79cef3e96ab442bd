import AxeBuilder from '@axe-core/playwright';
import { assembleBrief, expect, placeCaret, startEditing, test } from './desk';

const exported = (address: string) =>
  `${address.replace('/memos/', '/api/memos/')}/export?format=md`;

test('a quote is placed from the drawer by keyboard alone, bound and cited', async ({ as }) => {
  const page = await as('editor');
  const address = await assembleBrief(page, 'Placed by keyboard');
  await startEditing(page);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('Nothing moves:');
  await page.keyboard.press('Control+Shift+E');
  const field = page.getByRole('combobox', { name: 'Search the evidence' });
  await expect(field).toBeFocused();
  await page.keyboard.type('dalton anodyne');
  const option = page.getByRole('option', { name: /very anodyne/ });
  await expect(page.getByRole('option')).toHaveCount(1);
  await expect(option).toContainText('Used here');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Memo text' })).toBeFocused();
  await page.keyboard.type(' So it goes.');
  const paragraph = page.locator('.ProseMirror p').filter({ hasText: 'Nothing moves:' });
  await expect(paragraph.locator('q')).toContainText('very anodyne');
  await expect(paragraph.locator('sup')).toHaveAttribute('data-paragraph', '7');
  await expect(paragraph).toContainText('So it goes.');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible();
  const answer = await page.request.get(exported(address));
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toMatch(/Nothing moves: “The public statement .*So it goes\./);
});

test('arrows choose in the list, p and c place it otherwise, Escape goes back to the caret', async ({
  as,
}) => {
  const page = await as('editor');
  await assembleBrief(page, 'Placed otherwise');
  await startEditing(page);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('Here.');
  await page.keyboard.press('Control+Shift+E');
  await page.keyboard.press('Escape');
  await page.keyboard.type(' Back.');
  await page.keyboard.press('Control+Shift+E');
  await page.keyboard.type('stalemate');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('listbox', { name: 'Evidence' })).toBeFocused();
  await page.keyboard.press('p');
  const paragraph = page.locator('.ProseMirror p').filter({ hasText: 'Here. Back.' });
  await expect(paragraph).toContainText('Joshi');
  await expect(paragraph.locator('q')).toContainText('stalemate');
  await page.keyboard.press('Control+Shift+E');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('c');
  await expect(paragraph.locator('sup')).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(paragraph.locator('sup')).toHaveCount(1);
});

test('the article opens in place, at the paragraph, from the list and from the text', async ({
  as,
}) => {
  const page = await as('editor');
  await assembleBrief(page, 'Read in place');
  await startEditing(page);
  await page.keyboard.press('Control+Shift+E');
  await page.keyboard.type('stalemate');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('o');
  const lit = page.locator('[aria-label="Evidence"] li[aria-current]');
  await expect(lit).toContainText('stalemate');
  await expect(lit).toBeInViewport();
  await expect(lit.locator('mark')).toContainText('stalemate');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox', { name: 'Evidence' })).toBeFocused();
  const quote = page.locator('.ProseMirror q').filter({ hasText: 'very anodyne' });
  await quote.scrollIntoViewIfNeeded();
  const took = await quote.evaluate(async (element) => {
    const words = element.querySelector('.words') as HTMLElement;
    const { left, top } = words.getClientRects()[0] as DOMRect;
    const at = { bubbles: true, clientX: left + 20, clientY: top + 8, button: 0, detail: 1 };
    const start = performance.now();
    words.dispatchEvent(new MouseEvent('mousedown', at));
    words.dispatchEvent(new MouseEvent('mouseup', at));
    while (!document.querySelector('li[aria-current]')?.textContent?.includes('very anodyne'))
      await new Promise(requestAnimationFrame);
    return performance.now() - start;
  });
  test.info().annotations.push({ type: 'ms to the article', description: took.toFixed(0) });
  console.log(`the article stood beside the text after ${took.toFixed(0)} ms`);
  await page.locator('.ProseMirror sup').first().click();
  await expect(lit).toBeInViewport();
  expect(page.context().pages()).toHaveLength(1);
});

test('on a small screen the drawer lies over the page and can be closed', async ({ as }) => {
  const page = await as('editor');
  await page.setViewportSize({ width: 320, height: 640 });
  await assembleBrief(page, 'On the way');
  await startEditing(page);
  await expect(page.getByRole('region', { name: 'Evidence' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Evidence', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Search the evidence' })).toBeFocused();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((each) => each.html)])).toEqual([]);
  await page.getByRole('button', { name: 'Close the evidence' }).click();
  await expect(page.getByRole('region', { name: 'Evidence' })).toHaveCount(0);
});

test('an assessment is dragged to where it belongs', async ({ as }) => {
  const page = await as('editor');
  await assembleBrief(page, 'Dragged');
  await startEditing(page);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('Dragged here:');
  const target = page.locator('.ProseMirror p').filter({ hasText: 'Dragged here:' });
  await page.getByRole('combobox', { name: 'Search the evidence' }).fill('anodyne');
  await page.getByRole('option', { name: /very anodyne/ }).dragTo(target);
  await expect(target.locator('q')).toContainText('very anodyne');
});
