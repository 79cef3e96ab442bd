import AxeBuilder from '@axe-core/playwright';
import { assembleBrief, expect, placeCaret, startEditing, test } from './desk';

test('each sentence leads to its paragraph, and a judgment is warned of until one says why it stands', async ({
  as,
}) => {
  const page = await as('editor');
  const address = await assembleBrief(page, 'Sentence by sentence');
  await expect(page.getByRole('region', { name: 'Sentences' })).toContainText(
    /(\d+) of \1 sentences bound\./,
  );
  await startEditing(page);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('Pakistan might sign. Nobody knows.');
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+Shift+B');
  const panel = page.getByRole('region', { name: 'Sentence binding' });
  await expect(panel).toContainText('Pakistan might sign.');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('joshi stalemate');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(panel).toHaveCount(0);
  await page.getByRole('button', { name: 'Done' }).click();

  const report = page.getByRole('region', { name: 'Sentences' });
  await expect(report).toContainText('1 unbound');
  await expect(report).toContainText('One warning');
  await report.getByRole('link', { name: 'Each sentence and its source' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sentences' })).toBeVisible();
  const row = (words: string) => page.getByRole('listitem').filter({ hasText: words });
  await expect(row('Nobody knows.')).toContainText('Not bound');
  await expect(row('Pakistan might sign.').first()).toContainText('Our judgment');
  await row('Pakistan might sign.').first().getByText('Let it stand …').click();
  await page.getByLabel('Why it may stand').fill('The vote is next week.');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Let it stand' }).click();
  await expect(row('Pakistan might sign.').first()).toContainText(
    'let it stand: The vote is next week.',
  );

  await row('Pakistan might sign.').first().getByRole('link', { name: 'Joshi, ¶ 12' }).click();
  await expect(page.locator('#p12')).toContainText('stalemate');
  await page.goto(`${address}/sentences`);
  await page.getByRole('link', { name: 'Nobody knows.' }).click();
  await expect(page.locator('p:target')).toContainText('Nobody knows.');
});
