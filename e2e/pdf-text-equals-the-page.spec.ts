import type { Page } from '@playwright/test';
import { builtInTemplates } from '@/domain/template/built-in';
import { reopen } from '@/server/export/typst/reopen';
import { assembleBrief, download, expect, placeCaret, startEditing, test } from './desk';

/** Letters, digits and signs in order; where lines break, words are parted and bullets stand is the paper's. */
const squash = (text: string) => text.replace(/[\s\u00AD•-]/g, '');

/** The browser's print gives the apostrophe its twin's code (one glyph has both), and small letters capitals. */
const asPrinted = (text: string) => squash(text).replaceAll('\u02BC', '’').toLowerCase();

async function pageText(page: Page): Promise<string> {
  return squash((await page.locator('article.memo').textContent()) ?? '');
}

test('the downloaded PDF says what the page says, in the same order, edits included', async ({
  as,
}) => {
  const page = await as('editor');
  await assembleBrief(page, 'On paper as on the page');
  await startEditing(page);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('The channel matters more than the result.');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('button', { name: 'Edit' })).toBeEnabled();
  await expect(page.locator('article.memo')).toContainText('The channel matters more');
  const pdf = await reopen(await download(page, 'Download PDF'));
  expect(squash(pdf.pages.flatMap((each) => each.lines).join(' '))).toBe(await pageText(page));
  expect(pdf).toMatchObject({ title: 'On paper as on the page', language: 'en', marked: true });
  for (const [index, each] of pdf.pages.entries())
    expect(each.margins).toContain(`Page ${index + 1} of ${pdf.pages.length}`);
});

for (const template of builtInTemplates)
  test(`the template “${template.name}”, from the form to paper`, async ({ as }) => {
    const page = await as('editor');
    await assembleBrief(page, `A ${template.slug}`, { template: template.name });
    const headings = page.locator('article.memo').getByRole('heading', { level: 2 });
    await expect(headings).toHaveText(template.sections.map((section) => section.heading));
    const pdf = await reopen(await download(page, 'Download PDF'));
    expect(squash(pdf.pages.flatMap((each) => each.lines).join(' '))).toBe(await pageText(page));
  });

test('a memo with the positions matrix too, cell by cell', async ({ as }) => {
  const page = await as('editor');
  await assembleBrief(page, 'With the matrix', { matrix: true });
  await expect(page.getByRole('columnheader', { name: /Sharad Joshi/ })).toBeVisible();
  const pdf = await reopen(await download(page, 'Download PDF'));
  expect(squash(pdf.pages.flatMap((each) => each.lines).join(' '))).toBe(await pageText(page));
});

test('the browser’s own print gives the same text, with the same footer', async ({ as }) => {
  const page = await as('editor');
  await assembleBrief(page, 'Printed by the browser');
  const pdf = await reopen(
    new Uint8Array(await page.pdf({ preferCSSPageSize: true, tagged: true })),
  );
  const text = asPrinted(pdf.pages.flatMap((each) => [...each.lines, each.margins]).join(' '));
  const expected = asPrinted(await pageText(page));
  const footer = new RegExp(`page\\d+of${pdf.pages.length}`, 'g');
  expect(text.match(footer)).toHaveLength(pdf.pages.length);
  expect(text.replace(footer, '')).toBe(expected);
});
