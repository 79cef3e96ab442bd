import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { reopen } from '@/server/export/typst/reopen';
import { assembleBrief, download, expect, placeCaret, startEditing, test } from './desk';
import { ask } from './person';

/** Writes words at the place that asks for them, and waits until they are kept. */
async function write(page: Page, memo: string, place: string, words: string) {
  await page.goto(memo);
  await startEditing(page);
  await placeCaret(page, place);
  await page.keyboard.type(words);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.locator('.memo')).toContainText(words.trim());
}

async function list(page: Page, who: string, { stage = 1, days = 2 } = {}) {
  const form = page.getByRole('region', { name: 'Put somebody on the list' });
  await form.getByLabel('Office or person').selectOption({ label: who });
  await form.getByLabel('Stage').fill(`${stage}`);
  await form.getByLabel('Due in business days').fill(`${days}`);
  await form.getByRole('button', { name: 'Put on the list' }).click();
  await expect(line(page, who)).toBeVisible();
}

const line = (page: Page, who: string) =>
  page
    .getByRole('region', { name: /^List, round/ })
    .locator('ul.divide-y > li')
    .filter({ hasText: who });

async function answer(page: Page, address: string, choice: RegExp, words = '') {
  await page.goto(address);
  const form = page.getByRole('region', { name: 'You are asked', exact: true });
  await form.getByRole('radio', { name: choice }).check();
  if (words) await form.getByLabel('Words to it').fill(words);
  await form.getByRole('button', { name: 'Answer' }).click();
  await expect(page.getByText('Your answer is on the list.')).toBeVisible();
}

/** The letters of a PDF as its reader sees them: where lines break is the paper's. */
const squash = (words: string) => words.replace(/[\s-]+/g, '');

async function textOf(pdf: Uint8Array): Promise<string> {
  const { pages } = await reopen(pdf);
  return squash(pages.flatMap(({ lines }) => lines).join(' '));
}

test('a memo goes through two stages, an edit, an objection, a silence and a decision', async ({
  as,
}) => {
  const [editor, reviewer, reader, administrator] = await Promise.all([
    as('editor'),
    as('reviewer'),
    as('reader'),
    as('administrator'),
  ]);
  await administrator.goto('/admin/offices');
  await administrator.getByLabel('Name').last().fill('Press Office');
  await administrator.getByRole('checkbox', { name: 'Rosa Reviewer' }).last().check();
  await administrator.getByRole('button', { name: 'Add the office' }).click();
  await expect(administrator.getByRole('heading', { name: 'Press Office' })).toBeAttached();

  const memo = await assembleBrief(editor, 'To be cleared in two stages');
  const address = `${memo}/clearance`;
  await editor.getByRole('link', { name: 'Send it for clearance' }).click();
  await editor.getByLabel('Who decides').selectOption({ label: 'Ada Administrator' });
  await editor.getByLabel('Time zone').fill('Europe/London');
  await editor.getByRole('button', { name: 'Open the clearance' }).click();
  await list(editor, 'Rosa Reviewer');
  await list(editor, 'Press Office');
  await list(editor, 'Ravi Reader', { stage: 2 });
  expect((await new AxeBuilder({ page: editor }).analyze()).violations).toEqual([]);

  // The second stage waits for the first.
  await reader.goto(address);
  await expect(line(reader, 'Ravi Reader')).toContainText('To be asked');
  await expect(reader.getByRole('region', { name: /^You are asked/ })).toHaveCount(0);

  // What waits for whom stands on their desks.
  await reviewer.goto('/');
  await expect(reviewer.getByRole('region', { name: 'Waiting for you' })).toContainText(
    'To be cleared in two stages',
  );
  await reader.goto('/');
  await expect(reader.getByRole('region', { name: 'Waiting for you' })).toHaveCount(0);
  await editor.goto('/');
  await expect(editor.getByRole('region', { name: 'You wait for' })).toContainText('Press Office');

  // What was cleared is cleared no more once it says something else, and one click shows what.
  await answer(reviewer, address, /^Clear I agree to the text as/);
  await expect(line(reviewer, 'Rosa Reviewer')).toContainText('Cleared');
  await write(editor, memo, 'what follows from this', 'Expect no result before the spring.');
  await reviewer.goto(address);
  await expect(line(reviewer, 'Rosa Reviewer')).toContainText('Cleared an earlier text');
  await line(reviewer, 'Rosa Reviewer').getByRole('link', { name: 'What changed since' }).click();
  await expect(reviewer.locator('ins').filter({ hasText: 'Expect no result' })).toBeVisible();
  await answer(reviewer, address, /^Clear I agree to the text as/);

  // An office that did not answer in time holds nothing up, and is named.
  await editor.goto(address);
  await expect(editor.getByRole('button', { name: 'Go forward without them' })).toHaveCount(0);
  await ask(
    `UPDATE addressee SET due_at = '2026-05-04T16:00:00Z'
      WHERE office_id = (SELECT id FROM office WHERE name = 'Press Office')`,
    [],
  );
  await editor.goto(address);
  await editor.getByRole('button', { name: 'Go forward without them' }).click();
  await expect(line(editor, 'Press Office')).toContainText('No response');

  // An objection goes to the principal as a second recommendation; the text has other words then.
  await answer(reader, address, /^Object/, 'suspend the talks');
  await expect(line(reader, 'Ravi Reader')).toContainText('Objects');
  await editor.goto(address);
  await expect(editor.getByText('Ravi Reader objects.')).toBeVisible();
  await expect(editor.getByRole('button', { name: 'Issue as cleared' })).toHaveCount(0);
  await editor.getByRole('button', { name: 'Put it to the principal' }).click();
  await expect(line(editor, 'Rosa Reviewer')).toContainText('Cleared an earlier text');
  await answer(reviewer, address, /^Clear I agree to the text as/);
  await editor.goto(address);
  await editor.getByRole('button', { name: 'Issue as cleared' }).click();
  await expect(editor.getByText('This is the text that was cleared.').first()).toBeVisible();

  // The principal decides, once.
  await administrator.goto(address);
  await administrator.getByRole('radio', { name: 'Disapprove' }).check();
  await administrator.getByRole('button', { name: 'Put it on record' }).click();
  await expect(administrator.getByText('Disapprove, Ada Administrator')).toBeVisible();
  await expect(administrator.getByRole('button', { name: 'Put it on record' })).toHaveCount(0);
  expect((await new AxeBuilder({ page: administrator }).analyze()).violations).toEqual([]);

  // The clearance page is right to the letter, and no other text carries it as cleared.
  await editor.goto(memo);
  const cleared = await textOf(await download(editor, 'Download PDF'));
  for (const words of [
    'Alternatively, Ravi Reader recommends: suspend the talks.',
    'Cleared. This is the text that was cleared.',
    'Drafted Edith Editor, editor@example.org',
    'Rosa Reviewer Cleared',
    'No response by 4 May 2026, 17:00',
    'Without clearance of Press Office (no response by 4 May 2026, 17:00).',
    'Ravi Reader objects: suspend the talks. The memo puts it to the principal.',
  ])
    expect(cleared).toContain(squash(words));
  expect(cleared).toMatch(/ApprovedEdithEditor,\d+[A-Z]\w+\d{4},\d\d:\d\d/);
  expect(cleared).toMatch(/Version\d+,SHA256[0-9a-f]{64}TimesEurope\/London/);
  await write(editor, memo, 'what the reader should take away', 'Another text.');
  await expect(editor.getByText('A draft beside the cleared text')).toBeVisible();
  const draft = await textOf(await download(editor, 'Download PDF'));
  expect(draft).toContain(squash('Not cleared. This text differs from version'));
  expect(draft).toContain(squash('Not approved'));
  expect(draft).not.toContain(squash('This is the text that was cleared'));
});
