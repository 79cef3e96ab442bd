import type { Page } from '@playwright/test';
import { reopen } from '@/server/export/typst/reopen';
import { assembleBrief, download, expect, placeCaret, startEditing, test } from './desk';

const previewOf = (page: Page) => page.getByRole('region', { name: 'Preview' });
const headingsIn = (page: Page) => previewOf(page).getByRole('heading', { level: 2 });

/** Copies a template of the house under a name, and is in its form then. */
async function copyTemplate(page: Page, template: string, name: string): Promise<string> {
  await page.goto('/templates');
  await page.getByRole('link', { name: new RegExp(`^${template}`) }).click();
  await page.getByLabel('Name of the copy').fill(name);
  await page.getByRole('button', { name: 'Copy and edit' }).click();
  await page.waitForURL(/\/templates\/[a-z0-9-]+\/edit$/);
  return page.url().replace(/\/edit$/, '');
}

test('an administrator copies and edits a template; memos stay on theirs and are moved with their text', async ({
  as,
}) => {
  const page = await as('administrator');
  const template = await copyTemplate(page, 'Policy brief', 'Brief of the desk');

  // A new section, taken up by the keyboard, its focus going along.
  await page.getByLabel('New section').fill('Outlook');
  await page.getByLabel('New section').press('Enter');
  const up = page.getByRole('button', { name: 'Move “Outlook” up' });
  await up.focus();
  for (let place = 7; place >= 1; place -= 1) {
    await page.keyboard.press('Enter');
    await expect(page.getByText(`“Outlook” is now ${place} of 8.`)).toBeAttached();
    if (place > 1) await expect(up).toBeFocused();
  }
  await expect(headingsIn(page).nth(1)).toHaveText('Outlook');
  const down = page.getByRole('button', { name: 'Move “Outlook” down' });
  await expect(down).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(headingsIn(page).nth(2)).toHaveText('Outlook');

  await page.getByText('Outlook', { exact: true }).first().click();
  await page.getByRole('spinbutton', { name: 'Points', exact: true }).fill('2');
  await page.getByLabel('Paper').selectOption({ label: 'A4' });
  await page.getByLabel('Pages, at most').fill('3');
  await page.getByLabel('Endnotes').selectOption({ label: 'Short' });
  await page.getByRole('checkbox', { name: 'Numbered paragraphs' }).check();
  await expect(previewOf(page)).toContainText('A4 · Source Serif 11 pt');
  await expect(previewOf(page).locator('article .number').first()).toHaveText('1. ');
  await expect(previewOf(page).locator('.endnotes li').first()).toHaveText(
    /^1\.Global Security Newswire, 14 December 2012, para\. \d+\.$/,
  );
  await page.getByRole('button', { name: 'Show the printed pages' }).click();
  await expect(previewOf(page).getByRole('img', { name: /^Printed page 1 of/ })).toBeVisible();
  await page.getByRole('button', { name: 'Save as version 2' }).click();
  await page.waitForURL(template);
  for (const change of ['Section added: “Outlook”.', 'Paper: US Letter → A4.'])
    await expect(page.getByText(change)).toBeVisible();

  // An editor makes a memo of it, and writes.
  const editor = await as('editor');
  const memo = await assembleBrief(editor, 'On the desk’s own', { template: 'Brief of the desk' });
  const memoHeadings = editor.locator('article.memo').getByRole('heading', { level: 2 });
  await expect(memoHeadings.nth(1)).toHaveText('Outlook');
  const length = editor.getByRole('region', { name: 'Length' });
  await expect(length).toContainText(/of 3 pages/);
  await expect(length).toContainText(/Outlook\s*0 of 2 points/);
  await startEditing(editor);
  await placeCaret(editor, 'what follows from this');
  await editor.keyboard.type('The channel matters more than the result.');
  await editor.getByRole('button', { name: 'Done' }).click();
  await expect(editor.locator('article.memo')).toContainText('The channel matters more');
  const text = async () =>
    ((await editor.locator('article.memo').textContent()) ?? '').replace(/[\s\u00AD•-]/g, '');
  const pdf = await reopen(await download(editor, 'Download PDF'));
  const printed = pdf.pages.flatMap(({ lines }) => lines).join(' ');
  expect(printed.replace(/[\s\u00AD•-]/g, '')).toBe(await text());

  // A newer version, in which what was written in has no section any more.
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByRole('button', { name: 'Take out “Implications”' }).click();
  await page.getByRole('button', { name: 'Take out “Recommendations”' }).click();
  await page.getByText('Outlook', { exact: true }).first().click();
  await page.getByRole('textbox', { name: 'Heading' }).fill('What comes next');
  await page.getByRole('button', { name: 'Save as version 3' }).click();
  await page.waitForURL(template);
  await expect(page.getByRole('link', { name: /On the desk’s own/ })).toBeVisible();

  await editor.reload();
  await expect(memoHeadings.nth(1)).toHaveText('Outlook');
  await expect(editor.getByText('Its template has a version 3.')).toBeVisible();
  await editor.getByRole('link', { name: 'See what would change' }).click();
  await expect(editor.getByText('Section renamed: “Outlook” → “What comes next”.')).toBeVisible();
  await expect(editor.getByText(/“Implications” is not in the new version.*stays/)).toBeVisible();
  await expect(editor.getByText('“Recommendations” goes: nobody has written in it.')).toBeVisible();
  await editor.getByRole('button', { name: 'Move the memo to version 3' }).click();
  await editor.waitForURL(memo);
  await expect(memoHeadings).toHaveText([
    'Bottom line',
    'What comes next',
    'What happened',
    'What the experts say',
    'Implications',
    'Source summary',
    'Sources',
  ]);
  await expect(editor.locator('article.memo')).toContainText('The channel matters more');
  await expect(editor.getByText('All 14 quotes stand as in the source.')).toBeVisible();
  await expect(editor.getByText('Its template has a version')).toHaveCount(0);
});

test('what is saved on top of another’s version is turned down, stays in the form, and can be saved then', async ({
  as,
}) => {
  const page = await as('administrator');
  const template = await copyTemplate(page, 'Talking points', 'Points of the desk');
  const other = await as('administrator');
  await other.goto(`${template}/edit`);
  await other.getByLabel('Pages, at most').fill('2');
  await other.getByRole('button', { name: 'Save as version 2' }).click();
  await other.waitForURL(template);
  await page.getByLabel('When one takes it').fill('To speak from at the desk.');
  await page.getByRole('button', { name: 'Save as version 2' }).click();
  await expect(page.locator('main').getByRole('alert')).toContainText('Somebody saved version 2');
  await expect(page.getByLabel('When one takes it')).toHaveValue('To speak from at the desk.');
  await page.getByRole('button', { name: 'Go on from version 2 with mine' }).click();
  await page.getByRole('button', { name: 'Save as version 3' }).click();
  await page.waitForURL(template);
  await expect(page.getByText('To speak from at the desk.').first()).toBeVisible();
});

test('what can’t be used is said by the part it is in, and the last preview stays', async ({
  as,
}) => {
  const page = await as('administrator');
  await copyTemplate(page, 'Briefing note', 'Note of the desk');
  await page.getByRole('button', { name: 'Take out “Sources”' }).click();
  await page.getByText('Issue', { exact: true }).first().click();
  await page.getByRole('textbox', { name: 'Heading' }).fill('');
  await page.getByRole('button', { name: 'Save as version 2' }).click();
  const alarm = page.locator('main').getByRole('alert');
  await expect(alarm).toContainText('Section 2, “”: Write the section’s heading.');
  await expect(headingsIn(page).filter({ hasText: 'Sources' })).toHaveCount(1);
});

test('an editor sees templates and their versions, and has no way to copy or edit', async ({
  as,
}) => {
  const administrator = await as('administrator');
  const template = await copyTemplate(administrator, 'Meeting brief', 'Meetings of the desk');
  const page = await as('editor');
  await page.goto(template);
  await expect(page.getByRole('heading', { level: 1, name: 'Meetings of the desk' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Edit', exact: true })).toHaveCount(0);
  await expect(page.getByText('Copy this template')).toHaveCount(0);
  expect((await page.request.get(`${template}/edit`)).status()).toBe(404);
  const answer = await page.request.post('/api/templates/preview', {
    data: '{}',
    headers: { Origin: new URL(template).origin },
  });
  expect(answer.ok()).toBe(false);
});

test('a scene-setter’s paragraphs are numbered as one writes', async ({ as }) => {
  const page = await as('editor');
  await assembleBrief(page, 'Counted', { template: 'Scene-setter' });
  const numbers = page.locator('article.memo p .number');
  const before = await numbers.count();
  expect(await numbers.allTextContents()).toEqual(
    Array.from({ length: before }, (_, index) => `${index + 1}. `),
  );
  await startEditing(page);
  const numbered = page.locator('.ProseMirror p[data-number]');
  await expect(numbered).toHaveCount(before);
  await placeCaret(page, 'what your presence can move');
  await page.keyboard.type('Little.');
  await expect(numbered).toHaveCount(before + 1);
  await expect(page.locator('.ProseMirror p', { hasText: 'Little.' })).toHaveAttribute(
    'data-number',
    '1',
  );
  await page.keyboard.press('Enter');
  await page.keyboard.type('And late.');
  await expect(page.locator('.ProseMirror p', { hasText: 'And late.' })).toHaveAttribute(
    'data-number',
    '2',
  );
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(numbers).toHaveCount(before + 2);
});

test('a memo is moved while somebody writes in it; marks are those of its template; sections are dragged', async ({
  as,
}) => {
  const page = await as('administrator');
  const template = await copyTemplate(page, 'Information memo', 'Information of the desk');
  await page.getByLabel('Marking').selectOption({ label: 'United Kingdom' });
  const grip = (name: string) => page.locator(`[data-name="${name}"] [draggable]`);
  await grip('comment').dragTo(page.locator('[data-name="background"]'));
  await expect(headingsIn(page).nth(2)).toHaveText('Comment');
  await page.getByRole('button', { name: 'Save as version 2' }).click();
  await page.waitForURL(template);

  const writer = await as('editor');
  const memo = await assembleBrief(writer, 'Written while moved', {
    template: 'Information of the desk',
  });
  await startEditing(writer);
  await writer.getByRole('button', { name: 'Portion mark' }).click();
  const panel = writer.getByRole('form', { name: 'Portion mark' });
  await placeCaret(writer, 'what the drafting office makes of it');
  await expect(panel.getByRole('group', { name: 'United Kingdom' })).toBeVisible();
  await expect(panel.getByRole('group', { name: 'United States' })).toHaveCount(0);
  await writer.getByRole('button', { name: 'Cancel' }).click();
  await placeCaret(writer, 'what the drafting office makes of it');
  await writer.keyboard.type('Before the move.');
  await expect(writer.getByText('Saved', { exact: true })).toBeVisible();

  await page.goto(`${template}/edit`);
  await page.getByLabel('New section').fill('Next steps');
  await page.getByLabel('New section').press('Enter');
  await page.getByRole('checkbox', { name: 'Numbered paragraphs' }).check();
  await page.getByRole('button', { name: 'Save as version 3' }).click();
  await page.waitForURL(template);
  await page.goto(`${memo}/template`);
  await page.getByRole('button', { name: 'Move the memo to version 3' }).click();
  await page.waitForURL(memo);

  const text = writer.getByRole('textbox', { name: 'Memo text' });
  await expect(text.getByRole('heading', { level: 2 }).last()).toHaveText('Next steps');
  await expect(text.locator('p', { hasText: 'Before the move.' })).toHaveAttribute(
    'data-number',
    '1',
  );
  await writer.keyboard.type(' And after.');
  await writer.getByRole('button', { name: 'Done' }).click();
  await expect(writer.locator('article.memo')).toContainText('Before the move. And after.');
});
