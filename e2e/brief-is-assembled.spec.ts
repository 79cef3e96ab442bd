import { readDemonstration } from '@/prisma/seed/demonstration';
import { assembleBrief, demonstration, expect, placeCaret, startEditing, test } from './desk';

const { article } = readDemonstration((name) => name);
const body = article.paragraphs.filter((paragraph) => paragraph.number !== null);
const quotedInArticle = body.flatMap((paragraph) =>
  [...paragraph.text.matchAll(/“([^”]+)”/g)].map((match) => match[1]),
);

test('a brief is assembled with all 14 quoted strings of the article, each verbatim and cited', async ({
  as,
}) => {
  const page = await as('editor');
  await assembleBrief(page, 'Assembled whole');
  const quotes = (await page.locator('.memo q').allInnerTexts()).map((words) => words.slice(1, -1));
  expect(quotedInArticle).toHaveLength(14);
  expect(new Set(quotes)).toEqual(new Set(quotedInArticle));
  await expect(page.getByText('All 14 quotes stand as in the source.')).toBeVisible();
  for (const item of await page.locator('.memo li', { has: page.locator('q') }).all())
    await expect(item.locator('sup a')).not.toHaveCount(0);
  for (const heading of [
    'Bottom line',
    'What happened',
    'What the experts say',
    'Implications',
    'Recommendations',
    'Source summary',
    'Sources',
  ])
    await expect(page.getByRole('heading', { level: 2, name: heading, exact: true })).toBeVisible();
});

test('a memo shows how long it is against what its template allows', async ({ as }) => {
  const page = await as('editor');
  await assembleBrief(page, 'Too long', { template: 'Talking points' });
  const length = page.getByRole('region', { name: 'Length' });
  await expect(length).toContainText(/The memo\s*[2-9] of 1 page, \d too many/);
  await expect(length).toContainText(/Longest section: If asked, [1-9](\.\d)? pages?/);
  await expect(length).toContainText(/Points\s*0 of 6 points/);
  await startEditing(page);
  await placeCaret(page, 'first point, in one line');
  await page.keyboard.type('Keep the channel open.');
  await placeCaret(page, 'second point');
  await page.keyboard.type(
    'Say that we would rather hear of it before than after, and ask who else has been told of it.',
  );
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(length).toContainText(/Points\s*2 of 6 points/);
});

test('a citation opens the article at its paragraph, highlighted', async ({ as }) => {
  const page = await as('reader');
  const editor = await as('editor');
  await page.goto(await assembleBrief(editor, 'Leads back'));
  const item = page.locator('.memo li').filter({ hasText: 'It’s a stalemate,' });
  await item.getByRole('link', { name: /paragraph 12/ }).click();
  await expect(page).toHaveURL(/\/articles\/pakistan-us-talks-2012-12-14#p12$/);
  const paragraph = page.locator('#p12');
  await expect(paragraph).toBeInViewport();
  expect(await paragraph.evaluate((each) => each.matches(':target'))).toBe(true);
  const colour = (number: number) =>
    page.locator(`#p${number}`).evaluate((each) => getComputedStyle(each).backgroundColor);
  expect(await colour(12)).not.toBe(await colour(11));
});

test('only the chosen issues are covered, and choosing none is refused in a sentence', async ({
  as,
}) => {
  const page = await as('editor');
  await page.goto(`/memos/new?article=${demonstration}`);
  for (const box of await page.getByRole('checkbox').all()) await box.uncheck();
  await page.getByRole('button', { name: 'Assemble the memo' }).click();
  await expect(page.getByText('Choose at least one issue')).toBeVisible();
  await page.getByRole('checkbox', { name: 'strategic partnership' }).check();
  await page.getByLabel('Title').fill('One issue');
  await page.getByRole('button', { name: 'Assemble the memo' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'One issue' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Strategic partnership']);
});
