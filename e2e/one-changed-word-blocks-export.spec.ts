import { assembleBrief, expect, startEditing, test } from './desk';

test('one changed word in a quote is marked on the page and blocks the export', async ({
  as,
  expectErrors,
}) => {
  expectErrors.allowed.push(/422/);
  const page = await as('editor');
  const address = await assembleBrief(page, 'One word');
  await startEditing(page);
  await page
    .locator('.ProseMirror q')
    .filter({ hasText: 'very anodyne' })
    .locator('.words')
    .dblclick({ position: { x: 8, y: 8 } });
  await page.keyboard.type('That');
  const quote = page.locator('.ProseMirror q').filter({ hasText: 'very anodyne' });
  await expect(quote).toHaveAttribute('data-state', 'altered');
  await expect(page.getByText('A quote does not stand.')).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible();
  await expect(page.locator('.memo q[data-state=altered]')).toContainText('very anodyne');
  await page.getByRole('button', { name: 'Download PDF' }).click();
  const refusal = page.getByRole('alert').filter({ hasText: 'nothing was exported' });
  await expect(refusal).toContainText('is not what Toby Dalton said');
  await expect(refusal).toContainText('The public statement that was put out was very anodyne');
  const api = address.replace('/memos/', '/api/memos/');
  for (const format of ['pdf', 'md']) {
    const answer = await page.request.get(`${api}/export?format=${format}`);
    expect(answer.status()).toBe(422);
    expect((await answer.json()).message).toContain('One quote does not stand');
  }
});

test('a quote shortened with an ellipsis, or with a bracket, still stands', async ({ as }) => {
  const page = await as('editor');
  const address = await assembleBrief(page, 'Shortened honestly');
  await startEditing(page);
  const words = page
    .locator('.ProseMirror q')
    .filter({ hasText: 'very anodyne' })
    .locator('.words');
  await words.dblclick({ position: { x: 8, y: 8 } });
  await page.keyboard.type('[This]');
  const quote = page.locator('.ProseMirror q').filter({ hasText: 'very anodyne' });
  await expect(quote).toContainText('[This] public statement');
  await expect(quote).not.toHaveAttribute('data-state');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible();
  const answer = await page.request.get(
    `${address.replace('/memos/', '/api/memos/')}/export?format=md`,
  );
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toContain('public statement that was put out was very anodyne');
});
