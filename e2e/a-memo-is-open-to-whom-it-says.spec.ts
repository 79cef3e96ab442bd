import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { assembleBrief, expect, placeCaret, startEditing, test } from './desk';
import { makeTeam, signInNewEditor } from './person';

/** Somebody new, of the demonstration team or of a team of their own. */
async function newcomer(browser: Browser, name: string, team: string | null): Promise<Page> {
  const context = await browser.newContext();
  await signInNewEditor(context, name, team);
  return context.newPage();
}

/** A save that puts a letter into the title. */
const save = {
  from: 0,
  clientId: 'a-forged-tab',
  clientSeq: 1,
  steps: [
    { stepType: 'replace', from: 2, to: 2, slice: { content: [{ type: 'text', text: 'X' }] } },
  ],
};

/** Opens what a summary names, by keyboard, and presses the button in it. */
async function discloseAndPress(page: Page, summary: string, button: string): Promise<void> {
  await page.locator('summary').filter({ hasText: summary }).press('Enter');
  const act = page.getByRole('button', { name: button, exact: true });
  await act.press('Enter');
}

async function nameOn(page: Page, memo: string, who: string, level: string): Promise<void> {
  await page.goto(`${memo}/access`);
  await page.getByLabel('Person').selectOption({ label: who });
  await page.getByLabel('They may').last().selectOption({ label: level });
  await page.getByRole('button', { name: 'Name them' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: who })).toContainText('named');
}

test('a memo that is shut to all but the people named is found by nobody else', async ({
  as,
  expectErrors,
}) => {
  expectErrors.allowed.push(/404/);
  const [author, mate, head] = [
    await as('editor'),
    await as('reviewer'),
    await as('administrator'),
  ];
  const title = 'Hushed talks in Murree';
  const memo = await assembleBrief(author, title);
  await mate.goto(memo);
  await author.goto(`${memo}/access`);
  expect((await new AxeBuilder({ page: author }).analyze()).violations).toEqual([]);
  await author.locator('summary').filter({ hasText: 'Shut it to all' }).press('Enter');
  await expect(author.getByText(/Rosa Reviewer.* will not see it any more/)).toBeVisible();
  await author.getByRole('button', { name: 'Shut it', exact: true }).press('Enter');
  await expect(author.getByRole('heading', { name: 'Only the people named' })).toBeVisible();
  await expect(author.getByRole('listitem').filter({ hasText: 'Rosa Reviewer' })).toHaveCount(0);
  expect((await new AxeBuilder({ page: author }).analyze()).violations).toEqual([]);

  // The page that stood open goes, without anybody asking.
  await expect(mate.getByRole('heading', { name: title })).toHaveCount(0);
  const headers = { Origin: new URL(memo).origin };
  const path = new URL(memo).pathname.replace('/memos', '/api/memos');
  for (const address of ['', '/history', '/sentences', '/clearance', '/comments', '/access'])
    expect((await mate.goto(`${memo}${address}`))?.status(), address).toBe(404);
  for (const end of ['export?format=md', 'live?from=0', 'draft', 'comments', 'statements'])
    expect((await mate.request.get(`${path}/${end}`)).status(), end).toBe(404);
  const forged = await mate.request.post(`${path}/live`, { data: save, headers });
  expect(forged.status()).toBe(404);
  await mate.goto('/memos');
  await expect(mate.getByRole('heading', { level: 1, name: 'Memos' })).toBeVisible();
  await expect(mate.getByText(title)).toHaveCount(0);
  await mate.goto('/search?q=hushed+murree');
  await expect(mate.getByText(title)).toHaveCount(0);

  // Its author and the team's administrator go on seeing it.
  await head.goto('/search?q=hushed+murree');
  await expect(head.getByRole('link', { name: title })).toBeVisible();
  await head.goto(`${memo}/access`);
  await discloseAndPress(head, 'Open it to the team', 'Open it');
  await expect(head.getByRole('heading', { name: 'Open to the team' })).toBeVisible();
  await mate.goto(memo);
  await expect(mate.getByRole('heading', { level: 1, name: title })).toBeVisible();
});

test('somebody of another team goes as far as they were named, until their name is taken off', async ({
  as,
  browser,
}) => {
  const author = await as('editor');
  const stranger = await newcomer(browser, 'Stella Stranger', await makeTeam('Legal'));
  const memo = await assembleBrief(author, 'Shared beyond the team');
  await startEditing(author);
  await placeCaret(author, 'what follows from this');
  await author.keyboard.type('The talks will go on.');
  await expect(author.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
  await author.getByRole('button', { name: 'Done' }).click();
  expect((await stranger.goto(memo))?.status()).toBe(404);

  await nameOn(author, memo, 'Stella Stranger', 'Read');
  await stranger.goto(memo);
  await expect(stranger.getByRole('heading', { level: 1 })).toContainText('Shared beyond the team');
  await expect(stranger.getByText('quotes stand as in the source')).toBeVisible();
  await expect(stranger.getByRole('button', { name: /^(Edit|Suggest changes)$/ })).toHaveCount(0);
  // The articles are the other team's: the memo names them, and leads to no page of theirs.
  await expect(stranger.locator('.memo a[href^="/articles/"]')).toHaveCount(0);
  await stranger.goto('/memos');
  await expect(stranger.getByRole('link', { name: 'Shared beyond the team' })).toBeVisible();

  await author.locator('summary').filter({ hasText: 'Change what Stella' }).click();
  await author.getByLabel('They may').first().selectOption({ label: 'Suggest' });
  await author.getByRole('button', { name: 'Change it' }).click();
  const line = author.getByRole('listitem').filter({ hasText: 'Stella Stranger' });
  await expect(line).toContainText('Suggest');
  await stranger.goto(memo);
  await stranger.getByRole('button', { name: 'Suggest changes' }).click();
  await placeCaret(stranger, 'The talks will go on.');
  await stranger.keyboard.type(' So they say.');
  await expect(stranger.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
  await expect(stranger.locator('.ProseMirror ins')).toHaveText(' So they say.');

  // Their name is taken off while they write: what they write now stays on their page.
  await discloseAndPress(author, 'Change what Stella', 'Take Stella Stranger off');
  await expect(author.getByRole('listitem').filter({ hasText: 'Stella' })).toHaveCount(0);
  await stranger.keyboard.insertText(' Or not at all.');
  await expect(stranger.getByText('This memo is not open to you any more').first()).toBeVisible();
  const aside = stranger.getByRole('alert').filter({ hasText: 'did not take these words' });
  await expect(aside).toContainText('Or not at all.');
  await author.goto(memo);
  await expect(author.getByText('One suggestion is open')).toBeVisible();
});
