import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { bringIn, expect, test } from './desk';

const pilots = [
  'Inner Pilots Weigh a Strike',
  'By Petra Vance, Coastal Courier',
  'April 7, 2026',
  'RIGA – Pilots of the inner roads will vote on a strike before the ice is gone, people close to them said.',
  '“We will not bring in a ship at night for this pay,” said Janis Kalns, a pilot of the inner roads.',
  '“We pay what the others pay,” said Ilze Ozola, the harbour master.',
].join('\n\n');

/** Says of a statement that its speaker agrees with the issue, which is made where there is none. */
async function speaksTo(page: Page, words: string, isFirst: boolean) {
  await page
    .getByRole('region', { name: 'Statements' })
    .locator('article')
    .filter({ hasText: words })
    .getByRole('button')
    .first()
    .click();
  await page.keyboard.press('e');
  const form = page.getByRole('form', { name: 'Correct the statement' });
  if (isFirst) {
    await form.getByRole('button', { name: 'New issue' }).click();
    await form.getByLabel('Name of the issue').fill('Inner pilots’ strike');
    await form.getByLabel('What one can agree').fill('the inner pilots will strike');
    await form.getByRole('button', { name: 'Add the issue' }).click();
  } else await form.getByLabel('Add an issue').selectOption('Inner pilots’ strike');
  await form.getByLabel('Side').selectOption(isFirst ? 'agrees' : 'disagrees');
  await form.getByRole('button', { name: 'Keep it so' }).click();
  await expect(page.getByText('All kept')).toBeVisible();
}

test('new evidence is proposed, taken by keyboard, and flows on to what was made of the memo', async ({
  as,
}) => {
  const page = await as('editor');
  const { id, slug } = await bringIn(page, { text: pilots, separate: true });
  const check = `/articles/${slug}/check`;
  await page.goto(check);
  await expect(page.locator('article[aria-current]')).toBeFocused();
  await speaksTo(page, 'We will not bring in a ship', true);
  await page.goto(`/memos/new?article=${id}`);
  await page.getByLabel('Title').fill('On the inner pilots');
  await page.getByRole('button', { name: 'Assemble the memo' }).click();
  await page.waitForURL(/\/memos\/[0-9a-f-]{36}$/);
  const memo = page.url();

  // A memo made of it carries its lines and its quotes.
  await page.getByRole('link', { name: 'Make talking points' }).click();
  await page.getByRole('radio', { name: /Questions and answers/ }).check();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Make it' }).click();
  await page.waitForURL((url) => /\/memos\/[0-9a-f-]{36}$/.test(url.href) && url.href !== memo);
  const answers = page.url();
  await expect(page.getByRole('heading', { name: 'Inner pilots’ strike' })).toBeVisible();
  await expect(page.getByText('The one quote stands')).toBeVisible();
  await expect(page.getByRole('link', { name: 'On the inner pilots' })).toBeVisible();

  // Somebody else has spoken to the issue meanwhile.
  await page.goto(check);
  await expect(page.locator('article[aria-current]')).toBeFocused();
  await speaksTo(page, 'We pay what the others pay', false);
  await page.goto(memo);
  await expect(page.getByText(/New evidence: \d+ parts would change/)).toBeVisible();
  await page.getByRole('link', { name: 'See what would change' }).click();
  await expect(page.getByRole('checkbox', { name: /Ozola/ }).first()).toBeChecked();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Take what is ticked' }).press('Enter');
  await page.waitForURL(memo);
  await expect(page.locator('.memo')).toContainText('We pay what the others pay');
  await expect(page.getByText('All 2 quotes stand')).toBeVisible();

  await page.goto(answers);
  await expect(page.getByText(/Out of date: \d+ lines?/)).toBeVisible();
  await page.getByRole('link', { name: 'See what would change' }).click();
  await page.getByRole('button', { name: 'Take what is ticked' }).click();
  await page.waitForURL(answers);
  await expect(page.locator('.memo')).toContainText('We pay what the others pay');
  await expect(page.getByText('Out of date')).toHaveCount(0);
});

test('a reader sees what would change, and has no button to take it', async ({ as }) => {
  const page = await as('reader');
  await page.goto('/memos');
  await page.getByRole('link').filter({ hasText: 'pilots' }).first().click();
  await page.getByRole('link', { name: 'Bring up to date' }).click();
  await expect(page.getByRole('heading', { name: 'The memo is up to date' })).toHaveCount(0);
  await expect(page.getByText('The memo is up to date')).toBeVisible();
});
