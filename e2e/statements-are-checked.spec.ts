import type { Page } from '@playwright/test';
import { expect, test } from './desk';

/** An article that the store has never seen; `harbour` and `name` make it a test's own. */
const articleOf = (harbour: string, name: string) =>
  [
    `${harbour} Harbour Expansion Divides Its Own Advisers`,
    'By Petra Vance, Coastal Courier',
    'March 9, 2026',
    `LARVIK – The plan to double the ${harbour} harbour by 2030 is in doubt, people who advise on it said on Monday.`,
    `“The first berth will be late, and everybody on the quay knows it,” said ${name} Oduya, a port economist at the Fjord Institute. “Nobody wants to say so before the vote.”`,
    `Oduya said the ministry has counted the same ${harbour} cargo twice.`,
    `Henrik ${harbour}sen, a former harbour master, was more hopeful. “This will certainly be built,” he told the Courier.`,
    `The ministry declined to comment on the ${harbour} figures.`,
  ].join('\n\n');

async function bringIn(page: Page, harbour: string, name: string): Promise<string> {
  const origin = test.info().project.use.baseURL ?? '';
  const answer = await page.request.post('/api/articles', {
    // The tests' articles are much alike, and each is a text of its own.
    data: { text: articleOf(harbour, name), separate: true },
    headers: { Origin: origin },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  const { slug } = await answer.json();
  await page.goto(`/articles/${slug}/check`);
  // Keys are heard once the page has put the first statement under them.
  await expect(page.locator('article[aria-current]')).toBeFocused();
  return slug;
}

const card = (page: Page, words: string) =>
  page.getByRole('region', { name: 'Statements' }).locator('article').filter({ hasText: words });

const allKept = (page: Page) => expect(page.getByText('All kept')).toBeVisible();

test('an article never seen before: two statements corrected, the rest accepted, and a brief of it', async ({
  as,
}) => {
  const page = await as('editor');
  const slug = await bringIn(page, 'Skagen', 'Maren');
  await expect(page.getByText(/^\d of \d to check$/)).toBeVisible();

  // The speaker of one is corrected.
  await card(page, 'counted the same Skagen cargo').getByRole('button').first().click();
  await page.keyboard.press('e');
  const form = page.getByRole('form', { name: 'Correct the statement' });
  await form.getByLabel('Whose view it is').fill('the harbour union');
  await form.getByRole('button', { name: 'Keep it so' }).click();
  await expect(card(page, 'the view of the harbour union')).toContainText('Corrected');

  // The words of another are shortened by one.
  await card(page, 'certainly be built').getByRole('button').first().click();
  await page.keyboard.press('e');
  await form.getByRole('button', { name: 'Beginning a word later' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(card(page, '“will certainly be built')).toContainText('Corrected');

  // An issue is named in the form of a third, and the rest is accepted by key.
  await card(page, 'The first berth will be late').getByRole('button').first().click();
  await page.keyboard.press('e');
  await form.getByRole('button', { name: 'New issue' }).click();
  await form.getByLabel('Name of the issue').fill('Skagen on time');
  await form.getByLabel('What one can agree').fill('the harbour will be ready by 2030');
  await form.getByRole('button', { name: 'Add the issue' }).click();
  await form.getByLabel('Side').selectOption('disagrees');
  await form.getByRole('button', { name: 'Keep it so' }).click();
  await expect(card(page, 'The first berth will be late')).toContainText('Skagen on time');
  for (let round = 0; round < 6; round += 1) {
    if (await page.getByText('All checked').isVisible()) break;
    // A group of a common name may be in store already; here it is another.
    await page.keyboard.press('d');
    await page.keyboard.press('a');
  }
  await expect(page.getByText('All checked')).toBeVisible();
  await allKept(page);
  await page.reload();
  await expect(page.getByText('All checked')).toBeVisible();
  await expect(page.getByText(/2 corrected/)).toBeVisible();

  await page.getByRole('link', { name: 'New memo' }).click();
  await page.getByLabel('Title').fill('Skagen harbour');
  await page.getByRole('checkbox', { name: /Positions matrix/ }).check();
  await page.getByRole('button', { name: 'Assemble the memo' }).click();
  await page.waitForURL(/\/memos\/[0-9a-f-]{36}$/);
  await expect(
    page.getByText('“The first berth will be late, and everybody on the quay knows it,”').first(),
  ).toBeVisible();
  await expect(page.getByRole('columnheader', { name: /Maren Oduya/ })).toBeVisible();
  await expect(page.getByText(/quotes? stands? as in the source/)).toBeVisible();

  // Where a statement is used is told with it, and it can't be taken away beneath the memo.
  await page.goto(`/articles/${slug}/check`);
  await card(page, 'The first berth will be late').getByRole('button').first().click();
  await page.keyboard.press('x');
  await expect(page.getByRole('alert').first()).toContainText('A memo rests on this statement');
  await expect(card(page, 'The first berth will be late')).toContainText(/Accepted|Corrected/);
});

test('a statement is undone, rejected, opened again and tagged by single keys', async ({ as }) => {
  const page = await as('editor');
  await bringIn(page, 'Ystad', 'Ylva');
  const toCheck = page.getByRole('status').getByText(/to check|All checked/);
  const before = await toCheck.textContent();
  await page.keyboard.press('d');
  await page.keyboard.press('a');
  await expect(toCheck).not.toHaveText(before ?? '');
  await page.keyboard.press('u');
  await expect(toCheck).toHaveText(before ?? '');
  await page.keyboard.press('x');
  await expect(page.getByText(/1 rejected/)).toBeVisible();
  await page.keyboard.press('u');
  await expect(page.getByText(/0 rejected/)).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('1');
  await expect(page.locator('article[aria-current]')).toContainText('agrees');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await allKept(page);
});

test('words selected in the article are added as a statement, and its end can be dragged', async ({
  as,
}) => {
  const page = await as('editor');
  await bringIn(page, 'Esbjerg', 'Esther');
  await page
    .locator('p[data-paragraph]')
    .filter({ hasText: 'declined to comment' })
    .click({ clickCount: 3 });
  await page.keyboard.press('n');
  const form = page.getByRole('form', { name: 'Add a statement' });
  await form.getByLabel('Name').fill('The ministry');
  await form.getByLabel('Is', { exact: true }).selectOption('group');
  const handle = page.locator('[data-handle=end]');
  const box = await handle.boundingBox();
  const target = await page
    .locator('p[data-paragraph]')
    .filter({ hasText: 'declined to comment' })
    .boundingBox();
  if (!box || !target) throw new Error('The handle is not on the page.');
  await page.mouse.move(box.x + 1, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(target.x + 160, target.y + 12, { steps: 6 });
  await page.mouse.up();
  await form.getByRole('button', { name: 'Add it' }).click();
  const added = page.locator('article[data-state=added]');
  await expect(added).toContainText('The ministry');
  await expect(added).not.toContainText('Esbjerg figures');
  await allKept(page);
});

test('an expert of the store is proposed for a name, and only a person says it is the same', async ({
  as,
}) => {
  const page = await as('editor');
  await bringIn(page, 'Gedser', 'Tomasz');
  await card(page, 'The first berth will be late').getByRole('button').first().click();
  await page.keyboard.press('d');
  await page.keyboard.press('a');
  await expect(card(page, 'The first berth will be late')).toContainText('Accepted');
  await allKept(page);

  await bringIn(page, 'Rønne', 'T.');
  await card(page, 'The first berth will be late').getByRole('button').first().click();
  const question = page.getByRole('group', { name: 'Who is T. Oduya?' });
  await expect(question).toContainText('The same as Tomasz Oduya, port economist');
  await page.keyboard.press('a');
  await expect(page.getByRole('alert').first()).toContainText('Say first who T. Oduya is');
  await question.getByRole('button', { name: /The same as Tomasz Oduya/ }).click();
  await page.keyboard.press('a');
  await expect(card(page, 'The first berth will be late')).toContainText('Accepted');
  await allKept(page);

  await page.goto('/experts');
  await page.getByRole('link', { name: /^Tomasz Oduya/ }).click();
  await expect(page.getByText(/Also:.*T\. Oduya/)).toBeVisible();
  await expect(page.getByRole('heading', { name: /statements$/ })).toBeVisible();
  await expect(page.getByText('Gedser Harbour Expansion Divides Its Own Advisers')).toBeVisible();
  await expect(page.getByText('Rønne Harbour Expansion Divides Its Own Advisers')).toBeVisible();
});

test('a reader sees what was found, and may decide nothing', async ({ as }) => {
  const editor = await as('editor');
  const slug = await bringIn(editor, 'Korsør', 'Karin');
  const page = await as('reader');
  await page.goto(`/articles/${slug}/check`);
  await expect(page.getByRole('button', { name: /Accept/ })).toHaveCount(0);
  await page.keyboard.press('a');
  await expect(page.getByText(/0 accepted/)).toBeVisible();
});
