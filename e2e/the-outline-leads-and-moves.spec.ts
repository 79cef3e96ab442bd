import type { Page } from '@playwright/test';
import { assembleBrief, expect, startEditing, test } from './desk';

const outline = (page: Page) => page.getByRole('navigation', { name: 'Outline' });
const entry = (page: Page, name: string) =>
  outline(page).getByRole('button', { name, exact: true });

/** Each subheading of the memo with the beginning of the block that follows it. */
async function subheadings(page: Page): Promise<string[]> {
  return page
    .locator('.ProseMirror h3')
    .evaluateAll((all) =>
      all.map(
        (each) => `${each.textContent}: ${each.nextElementSibling?.textContent?.slice(0, 40)}`,
      ),
    );
}

test('the outline leads to a section by keyboard, and the heading is not under the bar', async ({
  as,
}) => {
  const page = await as('editor');
  await assembleBrief(page, 'Led by its outline');
  await startEditing(page);
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+Shift+O');
  await entry(page, 'What happened').press('Enter');
  await expect(outline(page)).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Memo text' })).toBeFocused();
  const heading = page.locator('.ProseMirror h2').filter({ hasText: 'What happened' });
  // Whoever jumped up once landed under the bar that stands at the window's top.
  const bar = await page.locator('.editor-bar').boundingBox();
  const place = await heading.boundingBox();
  expect(place?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
  await page.keyboard.type(' indeed');
  await expect(heading).toHaveText('What happened indeed');
});

test('a subheading moves with what stands under it, for others who write too, and undo brings it back', async ({
  as,
}) => {
  const edith = await as('editor');
  const ada = await as('administrator');
  const address = await assembleBrief(edith, 'Moved by its outline');
  await ada.goto(address);
  await startEditing(ada);
  await startEditing(edith);
  const before = await subheadings(edith);
  expect(before.length).toBeGreaterThan(2);
  const [first = '', second = ''] = before;
  const name = first.split(':')[0] ?? '';

  await edith.keyboard.press('Control+Shift+O');
  await entry(edith, name).press('Alt+ArrowDown');
  const moved = [second, first, ...before.slice(2)];
  await expect.poll(() => subheadings(edith)).toEqual(moved);
  await expect.poll(() => subheadings(ada)).toEqual(moved);
  // The focus goes along: the next press moves the same one on.
  await edith.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => subheadings(ada)).toEqual(before);
  await outline(edith)
    .getByRole('button', { name: `Move “${name}” down` })
    .press('Enter');
  await expect.poll(() => subheadings(ada)).toEqual(moved);
  await edith.keyboard.press('Escape');
  await edith.keyboard.press('Control+z');
  await expect.poll(() => subheadings(edith)).toEqual(before);
  await expect.poll(() => subheadings(ada)).toEqual(before);
});

test('what another writes shows in an outline that is open', async ({ as }) => {
  const edith = await as('editor');
  const ada = await as('administrator');
  const address = await assembleBrief(edith, 'An outline that lives');
  await ada.goto(address);
  await startEditing(ada);
  await startEditing(edith);
  await ada.keyboard.press('Control+Shift+O');
  await expect(entry(ada, 'What happened')).toBeVisible();
  await edith.keyboard.press('Control+Shift+O');
  await entry(edith, 'What happened').press('Enter');
  await edith.keyboard.type(' since');
  await expect(entry(ada, 'What happened since')).toBeVisible();
});

// What stood in the next section without a subheading was once taken along by the one that came in.
test('a subheading that goes into other sections leaves alone what stands there', async ({
  as,
}) => {
  const page = await as('editor');
  await assembleBrief(page, 'Moved through the sections');
  await startEditing(page);
  const last = (await page.locator('.ProseMirror h3').last().textContent()) ?? '';
  const section = (name: string) =>
    page.locator('.ProseMirror section').filter({ has: page.locator('h2', { hasText: name }) });
  const place = section('Implications').locator('p[data-empty*="what follows from this"]');
  await page.keyboard.press('Control+Shift+O');
  await entry(page, last).press('Alt+ArrowDown');
  await expect(section('Implications').locator('h3')).toHaveText(last);
  await expect(section('Implications').locator('h2 + p')).toHaveAttribute(
    'data-empty',
    /what follows from this/,
  );
  await expect(entry(page, last)).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(section('Recommendations').locator('h3')).toHaveText(last);
  await expect(section('Implications').locator('h3')).toHaveCount(0);
  await expect(place).toHaveCount(1);
  await page.keyboard.press('Alt+ArrowUp');
  await expect(section('Implications').locator('p + h3')).toHaveText(last);
});
