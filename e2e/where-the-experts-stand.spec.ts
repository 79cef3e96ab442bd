import { expect, test } from './desk';

test('the positions matrix tells silence, relayed views and one statement of two apart', async ({
  as,
}) => {
  const page = await as('reader');
  await page.goto('/issues');
  const matrix = page.getByRole('table', { name: 'Positions by issue and expert' });
  const row = (name: RegExp) => matrix.getByRole('row', { name });
  await expect(matrix.getByRole('columnheader', { name: /Sharad Joshi/ })).toBeVisible();
  await expect(row(/^keep talking/)).toContainText('agrees');
  const arsenal = row(/^arsenal and its security/);
  await expect(arsenal).toContainText('Relays the view of Pakistan: “The Pakistani position is');
  await expect(arsenal).toContainText('One statement, with Toby Dalton: ');
  await expect(row(/^strategic partnership/)).toContainText('silent');
  await matrix.getByRole('link', { name: /^Paragraph 7 of/ }).click();
  await expect(page).toHaveURL(/\/articles\/pakistan-us-talks-2012-12-14#p7$/);
});

test('an issue’s page has everyone who speaks to it, and every statement with where it is used', async ({
  as,
}) => {
  const page = await as('reader');
  await page.goto('/issues');
  await page.getByRole('link', { name: /^keep talking/i }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Keep talking' })).toBeVisible();
  await expect(page.getByText('Talks will and should continue').first()).toBeVisible();
  await expect(page.getByText('The delegations reaffirmed')).toBeVisible();
});

test('an expert’s page has their affiliations as of each date, and every statement', async ({
  as,
}) => {
  const page = await as('reader');
  await page.goto('/experts');
  await page.getByRole('link', { name: /^Sharad Joshi/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sharad Joshi' })).toBeVisible();
  await expect(page.getByText('as of 14 December 2012')).toBeVisible();
  await expect(page.getByText('It’s a stalemate,')).toBeVisible();
  await expect(page.getByText('the view of Pakistan', { exact: false }).first()).toBeVisible();
});
