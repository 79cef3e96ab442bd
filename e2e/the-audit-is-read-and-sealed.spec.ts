import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './desk';

test('an administrator reads who did what, narrows it down, and takes it along', async ({ as }) => {
  const page = await as('administrator');
  await page.goto('/admin/audit');
  const entries = page.getByRole('region', { name: 'Entries' });
  await expect(entries.getByRole('row').nth(1)).toBeVisible();
  await page.getByLabel('To what').selectOption('user');
  await page.getByRole('button', { name: 'Show' }).press('Enter');
  await page.waitForURL(/about=user/);
  await expect(entries.getByText('user.signed-in').first()).toBeVisible();
  await expect(entries.getByRole('cell', { name: 'web', exact: true }).first()).toBeVisible();
  await expect(entries.getByText('memo.created')).toHaveCount(0);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV' }).click();
  expect((await downloading).suggestedFilename()).toBe('audit.csv');
});

test('nobody else finds it', async ({ as, expectErrors }) => {
  expectErrors.allowed.push(/404/);
  const page = await as('editor');
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Audit' })).toHaveCount(0);
  const answer = await page.goto('/admin/audit');
  expect(answer?.status()).toBe(404);
  expect((await page.request.get('/api/audit')).status()).toBe(404);
});
