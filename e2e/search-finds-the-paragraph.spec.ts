import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { assembleBrief, demonstration, expect, test } from './desk';

async function searchFor(page: Page, words: string): Promise<void> {
  const field = page.getByRole('searchbox', { name: 'Words to search for' });
  await field.fill(words);
  await field.press('Enter');
  await page.waitForURL(/\/search\?/);
}

test('a phrase leads to its paragraph, by a reader too', async ({ as }) => {
  const page = await as('reader');
  await page.goto('/');
  // The key is heard once the page's scripts run.
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox')).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type('"very anodyne"');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/search?q=%22very+anodyne%22');
  const passage = page.getByRole('link', { name: /^Paragraph 7: .*very anodyne/ });
  await expect(passage.locator('mark').first()).toHaveText('anodyne');
  await passage.click();
  await expect(page).toHaveURL(new RegExp(`/articles/${demonstration}#p7$`));
  await expect(page.locator('#p7')).toBeInViewport();
});

test('a misspelt name leads to the expert, and on to what they said', async ({ as }) => {
  const page = await as('reader');
  await page.goto('/memos');
  await searchFor(page, 'Sharad Jeshi');
  await expect(page.getByText('Did you mean')).toBeVisible();
  await page.getByRole('link', { name: 'Sharad Joshi', exact: true }).click();
  const experts = page.getByRole('region', { name: 'Experts' });
  await experts.getByRole('link', { name: /statements$/ }).click();
  await expect(page.getByRole('heading', { name: /^Statements/ })).toBeVisible();
  await expect(page.getByText('It’s a stalemate,')).toBeVisible();
});

test('a memo is found by its words, and as these change', async ({ as }) => {
  const page = await as('editor');
  const address = await assembleBrief(page, 'Quagga crossing');
  await searchFor(page, 'quagga');
  const memos = page.getByRole('region', { name: 'Memos' });
  await expect(memos.getByRole('link', { name: 'Quagga crossing' }).first()).toBeVisible();
  await memos.getByRole('link', { name: 'Quagga crossing' }).first().click();
  await expect(page).toHaveURL(address);
});

test('what is nowhere, no day or no word is answered with a sentence', async ({ as }) => {
  const page = await as('reader');
  await page.goto('/search');
  await searchFor(page, 'xylophonists');
  await expect(page.getByText('Nothing has “xylophonists”')).toBeVisible();
  await searchFor(page, '" & | !');
  await expect(page.getByText('There is no word in this search.')).toBeVisible();
  await page.goto('/search?q=talks&from=2012-13-45');
  await expect(page.getByText('“2012-13-45” is no day.')).toBeVisible();
});

test('“/” leaves a field that is being written in alone, and can be turned off', async ({ as }) => {
  const page = await as('editor');
  await page.goto('/memos/new');
  await page.getByLabel('Title').fill('');
  await page.getByLabel('Title').pressSequentially('and/or');
  await expect(page.getByLabel('Title')).toHaveValue('and/or');
  await page.evaluate(() => localStorage.setItem('scenesetter.single-keys', 'off'));
  await page.goto('/memos');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).not.toBeFocused();
});

test('it works without scripts', async ({ as, browser }) => {
  const page = await as('reader');
  const storageState = await page.context().storageState();
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState });
  const still = await plain.newPage();
  await still.goto('/search');
  await searchFor(still, 'stalemate');
  await expect(still.getByRole('link', { name: /^Paragraph 12: / })).toBeVisible();
  await plain.close();
});

test('it fits a small screen, and axe finds nothing, light and dark', async ({ as }) => {
  test.slow();
  const page = await as('reader');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const address of [
      '/search',
      '/search?q=stalemate+OR+Dalton',
      '/search?q=zzz',
      '/search?q=-',
    ]) {
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(address);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, address).toBeLessThanOrEqual(320);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map((each) => each.id),
        address,
      ).toEqual([]);
    }
  }
});
