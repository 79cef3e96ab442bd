import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { accountOf, assembleBrief, expect, startEditing, test } from './desk';

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}`),
  );
}

const pages = [
  '/',
  '/articles',
  '/articles/pakistan-us-talks-2012-12-14',
  '/articles/new',
  '/articles/pakistan-us-talks-2012-12-14/details',
  '/articles/pakistan-us-talks-2012-12-14/check',
  '/experts',
  '/issues',
  '/search',
  '/search?q=talks',
  '/memos',
  '/memos/new',
  '/memos/exports',
  '/account',
  '/notifications',
  '/admin/people',
  '/admin/offices',
  '/admin/audit',
  '/templates',
  '/memos/from-word',
  '/nowhere',
];

/** What stands beside a memo, under its address. */
const parts = ['clearance', 'comments', 'access', 'assemble', 'derive', 'sentences', 'history'];

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on any page, in ${colorScheme}`, async ({
    as,
    page: signedOut,
    expectErrors,
  }) => {
    test.slow();
    expectErrors.allowed.push(/404/);
    await signedOut.emulateMedia({ colorScheme });
    await signedOut.goto('/sign-in');
    expect(await faults(signedOut)).toEqual([]);
    const page = await as('administrator');
    await page.emulateMedia({ colorScheme });
    for (const address of pages) {
      await page.goto(address);
      expect(await faults(page), address).toEqual([]);
    }
    const memo = await assembleBrief(page, `Looked at in ${colorScheme}`);
    expect(await faults(page), 'a memo').toEqual([]);
    for (const part of parts) {
      await page.goto(`${memo}/${part}`);
      expect(await faults(page), part).toEqual([]);
    }
    await page.goto(memo);
    await startEditing(page);
    expect(await faults(page), 'the editor').toEqual([]);
  });

test('every page fits a screen of 320 pixels', async ({ as, expectErrors }) => {
  expectErrors.allowed.push(/404/);
  const page = await as('administrator');
  await page.setViewportSize({ width: 320, height: 640 });
  const address = await assembleBrief(page, 'Read on the way to the meeting');
  for (const each of [...pages, address, ...parts.map((part) => `${address}/${part}`)]) {
    await page.goto(each);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, each).toBeLessThanOrEqual(320);
  }
  await page.goto(address);
  await startEditing(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

/** Presses Tab until the thing that is asked for has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, role: string, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.count()) === 0) continue;
    const is = page.getByRole(role as 'button', { name }).and(focused);
    if ((await is.count()) > 0) return;
  }
  throw new Error(`Tab never reached the ${role} ${name}`);
}

test('the whole way from signing in to the PDF can be gone by keyboard alone', async ({ page }) => {
  const { email, password } = accountOf('editor');
  await page.goto('/sign-in');
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Desk' })).toBeVisible();
  await tabTo(page, 'link', /Pakistan-U.S. Talks/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Pakistan-U.S. Talks');
  await tabTo(page, 'link', /New memo/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('New memo');
  await tabTo(page, 'textbox', /Title/);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Made without a mouse');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Made without a mouse');
  await tabTo(page, 'button', /^Edit$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Memo text' })).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Indeed: ');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Done' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Indeed: Made without a mouse');
  await tabTo(page, 'button', /^Download PDF$/);
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await downloading).suggestedFilename()).toBe('indeed-made-without-a-mouse.pdf');
});
