import AxeBuilder from '@axe-core/playwright';
import { bringIn, expect, test } from './desk';

const pilots = [
  'Outer Pilots Weigh a Strike',
  'By Petra Vance, Coastal Courier',
  'April 7, 2026',
  'RIGA – Pilots of the outer roads will vote on a strike before the ice is gone, people close to them said.',
  '“We will not bring in a ship at night for this pay,” said Janis Kalns, a pilot of the outer roads.',
  'The port keeps nine boats for them.',
].join('\n\n');

test('a corrected article names the memos and sentences that rest on what it said', async ({
  as,
}) => {
  const page = await as('editor');
  const { id, slug } = await bringIn(page, { text: pilots, separate: true });
  await page.goto(`/articles/${slug}/check`);
  await expect(page.locator('article[aria-current]')).toBeFocused();
  await page
    .getByRole('region', { name: 'Statements' })
    .locator('article')
    .filter({ hasText: 'We will not bring in a ship' })
    .getByRole('button')
    .first()
    .click();
  await page.keyboard.press('e');
  const form = page.getByRole('form', { name: 'Correct the statement' });
  await form.getByRole('button', { name: 'New issue' }).click();
  await form.getByLabel('Name of the issue').fill('Pilots’ strike');
  await form.getByLabel('What one can agree').fill('the pilots will strike');
  await form.getByRole('button', { name: 'Add the issue' }).click();
  await form.getByLabel('Side').selectOption('agrees');
  await form.getByRole('button', { name: 'Keep it so' }).click();
  await expect(page.getByText('All kept')).toBeVisible();
  await page.goto(`/memos/new?article=${id}`);
  await page.getByLabel('Title').fill('Resting on the pilots');
  await page.getByRole('button', { name: 'Assemble the memo' }).click();
  await page.waitForURL(/\/memos\/[0-9a-f-]{36}$/);
  const memo = page.url();
  await expect(page.getByText('A source has changed')).toHaveCount(0);

  const corrected = pilots.replace('a ship at night', 'any ship at night');
  await bringIn(page, { text: corrected, asVersionOf: id });
  await page.goto(`/articles/${slug}`);
  const notice = page.getByRole('region', { name: 'This version differs' });
  await notice.getByRole('link', { name: 'Resting on the pilots' }).click();
  const list = page.getByRole('region', { name: 'A source has changed' });
  await expect(list).toContainText('no longer has the words that this rests on');
  await expect(list.locator('del').first()).toHaveText('a');
  await expect(list.locator('ins').first()).toHaveText('any');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.goto(memo);
  await expect(page.getByRole('alert').filter({ hasText: 'A source has changed' })).toBeVisible();
});
