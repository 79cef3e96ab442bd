import type { Locator, Page } from '@playwright/test';
import { assembleBrief, expect, placeCaret, startEditing, test } from './desk';

const text = (page: Page) => page.locator('.ProseMirror');
const list = (page: Page) => page.getByRole('region', { name: /open suggestion/ });

type Point = { x: number; y: number };

/** Moves the mouse as a hand does, pressed down, from one place to another, and lets go there. */
async function drag(page: Page, from: Point, to: Point, onTheWay?: () => Promise<void>) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 4, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 12 });
  await onTheWay?.();
  await page.mouse.up();
}

/** Where a word stands on the screen: its middle, and its end. */
async function placeOf(paragraph: Locator, word: string): Promise<{ middle: Point; end: Point }> {
  await paragraph.scrollIntoViewIfNeeded();
  return paragraph.evaluate((element, sought) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(sought) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + sought.length);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      const y = (top + bottom) / 2;
      return { middle: { x: (left + right) / 2, y }, end: { x: right, y } };
    }
    throw new Error(`“${sought}” does not stand here.`);
  }, word);
}

/** A paragraph with these words, written at a place to write. */
async function write(page: Page, words: string): Promise<Locator> {
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type(words);
  return text(page).locator('p').filter({ hasText: words });
}

/** Selects a word of the line that the caret is in, by keys: a third click would take the line. */
async function select(page: Page, before: string, word: string): Promise<void> {
  await page.keyboard.press('Home');
  for (let n = 0; n < before.length; n += 1) await page.keyboard.press('ArrowRight');
  for (let n = 0; n < word.length; n += 1) await page.keyboard.press('Shift+ArrowRight');
}

test('selected words are dragged to another place, and undo brings them back', async ({ as }) => {
  const page = await as('editor');
  await assembleBrief(page, 'Dragged in the text');
  await startEditing(page);
  const paragraph = await write(page, 'One two three four.');
  await select(page, 'One ', 'two');
  const two = await placeOf(paragraph, 'two');
  const { end } = await placeOf(paragraph, 'three');
  await drag(page, two.middle, end, async () => {
    await expect(page.locator('.drop-caret')).toBeVisible();
  });
  await expect(paragraph).toHaveCount(0);
  await expect(page.locator('.drop-caret')).toHaveCount(0);
  const moved = text(page)
    .locator('p')
    .filter({ hasText: /^One\s+three\s?two\s?four\.$/ });
  await expect(moved).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(paragraph).toHaveCount(1);
});

test('words that are dragged where one suggests are suggested to be moved', async ({ as }) => {
  const page = await as('editor');
  await assembleBrief(page, 'Dragged as a suggestion');
  await startEditing(page);
  const paragraph = await write(page, 'One two three four.');
  await page.keyboard.press('Control+Shift+S');
  await select(page, 'One ', 'two');
  const two = await placeOf(paragraph, 'two');
  const { end } = await placeOf(paragraph, 'three');
  await drag(page, two.middle, end);
  await expect(list(page).getByRole('listitem')).toHaveCount(1);
  await expect(list(page).getByRole('listitem')).toContainText('Moved');
  await expect(text(page).locator('del')).toHaveText(/two/);
  await expect(text(page).locator('ins')).toHaveText(/two/);
  await list(page)
    .getByRole('button', { name: /^Reject/ })
    .click();
  await expect(paragraph).toHaveCount(1);
});

for (const mode of ['edits', 'suggests'] as const)
  test(`evidence is dragged beside a word, not into it, by one who ${mode}`, async ({ as }) => {
    const page = await as('editor');
    await assembleBrief(page, `Evidence dragged by one who ${mode}`);
    await startEditing(page);
    const paragraph = await write(page, 'Consequently nothing follows.');
    if (mode === 'suggests') await page.keyboard.press('Control+Shift+S');
    await page.getByRole('combobox', { name: 'Search the evidence' }).fill('anodyne');
    const option = page.getByRole('option', { name: /very anodyne/ });
    const { middle } = await placeOf(paragraph, 'Consequently');
    const box = await option.boundingBox();
    const from = { x: (box?.x ?? 0) + 40, y: (box?.y ?? 0) + 12 };
    await drag(page, from, middle, async () => {
      await expect(page.locator('.drop-caret')).toBeVisible();
    });
    const placed = text(page).locator('p').filter({ hasText: 'nothing follows.' });
    await expect(placed.locator('q')).toContainText('very anodyne');
    await expect(placed.locator('sup')).toHaveAttribute('data-paragraph', '7');
    await expect(placed).toContainText(/(^|” ?)\s*Consequently/);
    await expect(page.getByRole('textbox', { name: 'Memo text' })).toBeFocused();
    if (mode === 'suggests') {
      await expect(list(page).getByRole('listitem')).toContainText(/Put in.*anodyne/s);
      await page.keyboard.press('Alt+Shift+Delete');
    } else await page.keyboard.press('Control+z');
    await expect(placed.locator('q')).toHaveCount(0);
    await expect(placed).toHaveText('Consequently nothing follows.');
  });

test('evidence that is dropped where no quote can stand is refused in words', async ({ as }) => {
  const page = await as('editor');
  await assembleBrief(page, 'Dropped on a heading');
  await startEditing(page);
  await page.getByRole('combobox', { name: 'Search the evidence' }).fill('anodyne');
  const option = page.getByRole('option', { name: /very anodyne/ });
  await option.dragTo(text(page).locator('h2').first());
  await expect(page.getByText('A quote needs a paragraph around it.')).toBeVisible();
  await expect(text(page).locator('h2').first()).toHaveText('Bottom line');
});
