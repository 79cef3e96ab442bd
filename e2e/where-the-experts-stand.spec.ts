import { assembleBrief, expect, placeCaret, startEditing, test } from './desk';

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

test('two experts who may be one are merged by a person, and split again', async ({ as }) => {
  const page = await as('editor');
  const origin = test.info().project.use.baseURL ?? '';
  for (const [bridge, name] of [
    ['Vejle', 'Ingeborg Aksland'],
    ['Storstrøm', 'I. Aksland'],
  ]) {
    const text = [
      `The ${bridge} Bridge Will Wait`,
      'By Petra Vance, Coastal Courier',
      'March 9, 2026',
      `“Nobody will cross the ${bridge} bridge this decade,” said ${name}, a bridge engineer.`,
    ].join('\n\n');
    const answer = await page.request.post('/api/articles', {
      data: { text, separate: true },
      headers: { Origin: origin },
    });
    const { slug } = await answer.json();
    await page.goto(`/articles/${slug}/check`);
    // Keys are heard once the page has put the first statement under them.
    await expect(page.locator('article[aria-current]')).toBeFocused();
    // Somebody new, whoever the store has.
    await page.keyboard.press('d');
    await page.keyboard.press('a');
    await expect(page.getByText('All checked')).toBeVisible();
    await expect(page.getByText('All kept')).toBeVisible();
  }
  await page.goto('/experts');
  const pair = page.getByRole('listitem').filter({ hasText: 'the same surname and initial' });
  const aksland = pair.filter({ hasText: 'Aksland' });
  await expect(aksland).toContainText('Ingeborg Aksland');
  await aksland.getByRole('button', { name: /^The same: merge into/ }).click();
  await expect(aksland).toHaveCount(0);
  await page.getByRole('link', { name: /Aksland/ }).click();
  await expect(page.getByRole('heading', { name: '2 statements' })).toBeVisible();
  await page.getByText('Split off somebody else').click();
  await page.getByLabel('Whose they are').fill('Inger Aksland');
  await page.getByRole('checkbox', { name: /Storstrøm/ }).check();
  await page.getByRole('button', { name: 'Split them off' }).click();
  await expect(page.getByRole('heading', { name: 'One statement' })).toBeVisible();
  await page.goto('/experts');
  await expect(page.getByRole('link', { name: /^Inger Aksland/ })).toBeVisible();
});

test('the matrix is placed in a memo from the editor, and its quotes stand like any other', async ({
  as,
}) => {
  const page = await as('editor');
  await assembleBrief(page, 'A matrix put in by hand');
  await expect(page.getByRole('table')).toHaveCount(0);
  await startEditing(page);
  await placeCaret(page, 'what follows from this');
  await page.getByRole('button', { name: 'Positions matrix' }).click();
  await expect(page.locator('.ProseMirror table')).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  const table = page.locator('article.memo').getByRole('table');
  await expect(table.getByRole('rowheader', { name: /^Strategic partnership/ })).toBeVisible();
  await expect(page.getByText(/^✓ All \d+ quotes stand as in the source/)).toBeVisible();
});
