import { devices, type Page } from '@playwright/test';
import { assembleBrief, expect, signIn, startEditing, test } from './desk';

const { viewport, userAgent, deviceScaleFactor, isMobile, hasTouch } = devices['Pixel 7'] ?? {};

/** Nothing is wider than the screen: the page itself does not scroll sideways. */
async function fits(page: Page): Promise<void> {
  const [wide, seen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(wide).toBeLessThanOrEqual(seen);
}

test('a memo is read and a word mended by touch alone', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: viewport ?? null,
    userAgent,
    deviceScaleFactor,
    isMobile,
    hasTouch,
  });
  await signIn(context, 'editor');
  const page = await context.newPage();
  await assembleBrief(page, 'Mended on the way', { matrix: true });
  await fits(page);
  await startEditing(page);
  await fits(page);

  const bar = page.locator('.editor-bar');
  const quarter = (page.viewportSize()?.height ?? 0) / 4;
  expect((await bar.boundingBox())?.height, 'the bar leaves the text its room').toBeLessThan(
    quarter,
  );

  const place = page.locator('.ProseMirror p[data-empty*="what follows from this"]');
  await place.tap();
  await page.keyboard.type('It holds for now now.');
  const paragraph = page.locator('.ProseMirror p').filter({ hasText: 'It holds' });
  for (let n = 0; n < 5; n += 1) await page.keyboard.press('Backspace');
  await page.keyboard.type('.');
  await expect(paragraph).toHaveText('It holds for now.');
  // What is written stays clear of the bar, and each tool is within reach.
  await page.keyboard.press('Control+Home');
  const top = (await bar.boundingBox()) ?? { y: 0, height: 0 };
  const title = await page.locator('.ProseMirror h1').boundingBox();
  expect(title?.y).toBeGreaterThanOrEqual(top.y + top.height);
  await paragraph.tap();
  await page.getByRole('button', { name: 'Bullet list' }).tap();
  await expect(
    page.locator('.ProseMirror li p').filter({ hasText: 'It holds for now.' }),
  ).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).tap();
  await expect(
    page.locator('.ProseMirror li p').filter({ hasText: 'It holds for now.' }),
  ).toHaveCount(0);
  await page.getByRole('button', { name: 'Evidence', exact: true }).tap();
  await expect(page.getByRole('region', { name: 'Evidence' })).toBeInViewport();
  await fits(page);
  await page.getByRole('button', { name: 'Close the evidence' }).tap();
  await page.getByRole('button', { name: 'Done' }).tap();
  await expect(page.locator('.memo')).toContainText('It holds for now.');
  await context.close();
});
