import { assembleBrief, expect, placeCaret, startEditing, test } from './desk';

test('the page stands beside the text as it would be printed, and follows it', async ({ as }) => {
  const page = await as('editor');
  await assembleBrief(page, 'Set while one writes');
  await startEditing(page);
  await page.getByRole('button', { name: 'As printed' }).click();
  const panel = page.getByRole('region', { name: 'As printed' });
  const sheet = panel.getByRole('img', { name: /^Printed page 1 of \d+$/ });
  await expect(sheet.locator('canvas')).toBeVisible();
  const drawn = () =>
    sheet.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL().length);
  const before = await drawn();
  await placeCaret(page, 'what the reader should take away');
  const answered = page.waitForResponse((answer) => answer.url().endsWith('/preview'));
  await page.keyboard.type('The channel matters more than the result, and it is open.');
  expect((await answered).status()).toBe(200);
  await expect.poll(drawn).not.toBe(before);
  // Where it is longer than a page, one turns over.
  await panel.getByRole('button', { name: 'Page after' }).press('Enter');
  await expect(panel.getByRole('img', { name: /^Printed page 2 of/ })).toBeVisible();
  await panel.getByRole('button', { name: 'Close the printed page' }).click();
  await expect(panel).toHaveCount(0);
});
