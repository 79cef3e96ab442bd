import { expect, test } from './desk';

const besides: [paragraph: number, expert: string, how: string][] = [
  [3, 'Sharad Joshi', 'Direct quote'],
  [5, 'The U.S.-Pakistani joint statement', 'Partial quote'],
  [7, 'Toby Dalton', 'Direct quote'],
  [8, 'Toby Dalton', 'Direct quote, as a supposition'],
  [12, 'Sharad Joshi', 'Paraphrase, the view of Pakistani officials'],
  [13, 'Toby Dalton', 'Group paraphrase: one statement'],
  [15, 'Sharad Joshi', 'Direct quote, the view of Pakistan'],
  [18, 'Toby Dalton', 'Partial quote, the view of Pakistan'],
  [19, 'Toby Dalton', 'Direct quote'],
  [21, 'Toby Dalton', 'Paraphrase'],
  [22, 'Sharad Joshi', 'Direct quote'],
];

test('the stored article shows 22 numbered paragraphs, each with its assessments beside it', async ({
  as,
}) => {
  const page = await as('reader');
  await page.goto('/articles');
  await page.getByRole('link', { name: /Pakistan-U.S. Talks Keep Lines Open/ }).click();
  await expect(page.getByRole('link', { name: /^Paragraph \d+$/ })).toHaveCount(22);
  for (const [number, expert, how] of besides) {
    const cards = page.locator(`#p${number} article`).filter({ hasText: expert });
    await expect(cards.filter({ hasText: how }).first(), `paragraph ${number}`).toBeVisible();
  }
  await expect(page.locator('#p17 article')).toHaveCount(0);
  await expect(page.locator('#p7 article')).toContainText(
    'Carnegie Endowment for International Peace',
  );
});

test('the repeated lead, the title and the date line are flagged and left out', async ({ as }) => {
  const page = await as('reader');
  await page.goto('/articles/pakistan-us-talks-2012-12-14');
  await page.getByText('3 stretches left out').click();
  for (const reason of ['title', 'date line', 'repeated'])
    await expect(page.getByText(`${reason}:`, { exact: false }).first()).toBeVisible();
  await expect(page.getByText('f85d25d8060ad695')).toBeVisible();
});
