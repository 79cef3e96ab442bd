import type { Page } from '@playwright/test';
import { assembleBrief, download, expect, placeCaret, startEditing, test } from './desk';

const saved = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();

/** What the store has, as somebody reads it who just opened the memo. */
async function storedText(page: Page, address: string): Promise<string> {
  const answer = await page.request.get(`${address.replace('/memos/', '/api/memos/')}/draft`);
  return JSON.stringify((await answer.json()).document);
}

test('two people write in one memo at once and both texts are kept', async ({ as }) => {
  const edith = await as('editor');
  const ada = await as('administrator');
  const address = await assembleBrief(edith, 'Written by two');
  await ada.goto(address);
  await startEditing(edith);
  await startEditing(ada);
  await placeCaret(edith, 'what follows from this');
  await placeCaret(ada, 'what the reader should do');
  await Promise.all([
    edith.keyboard.type('Edith thinks it through. ', { delay: 15 }),
    ada.keyboard.type('Ada recommends to wait. ', { delay: 15 }),
  ]);
  await placeCaret(edith, 'It’s a stalemate');
  await edith.keyboard.type(' Edith was here.');
  await placeCaret(ada, 'It’s a stalemate');
  await ada.keyboard.type(' Ada was here.');
  await saved(edith);
  await saved(ada);
  await expect(edith.locator('.ProseMirror')).toContainText('Ada was here.');
  await expect(ada.locator('.ProseMirror')).toContainText('Edith was here.');
  const text = await storedText(edith, address);
  for (const words of [
    'Edith thinks it through.',
    'Ada recommends to wait.',
    'Edith was here.',
    'Ada was here.',
  ])
    expect(text).toContain(words);
  await edith.getByRole('button', { name: 'Done' }).click();
  await expect(edith.getByRole('button', { name: 'Edit' })).toBeVisible();
  await expect(edith.locator('.memo')).toContainText('Ada recommends to wait.');
});

test('what is typed without a connection is kept and goes up afterwards', async ({
  as,
  expectErrors,
}) => {
  expectErrors.allowed.push(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  const page = await as('editor');
  const address = await assembleBrief(page, 'Typed in a tunnel');
  await startEditing(page);
  await page.context().setOffline(true);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('Typed in the tunnel.');
  await expect(page.getByText(/No connection: \d+ changes are kept in this browser/)).toBeVisible();
  await page.context().setOffline(false);
  await saved(page);
  expect(await storedText(page, address)).toContain('Typed in the tunnel.');
});

test('what a closed tab left unsent is sent when the memo is opened again', async ({
  as,
  expectErrors,
}) => {
  expectErrors.allowed.push(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  const page = await as('editor');
  const address = await assembleBrief(page, 'The lid was closed');
  await startEditing(page);
  await page.context().setOffline(true);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('Written before the lid closed.');
  await expect(page.getByText(/No connection/)).toBeVisible();
  const context = page.context();
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(address);
  await startEditing(again);
  await expect(again.locator('.ProseMirror')).toContainText('Written before the lid closed.');
  expect(await storedText(again, address)).toContain('Written before the lid closed.');
});

test('one whose session ends while writing is told, and keeps the text until signed in again', async ({
  as,
  expectErrors,
}) => {
  expectErrors.allowed.push(/401/);
  const page = await as('administrator');
  const address = await assembleBrief(page, 'The session ended');
  await startEditing(page);
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('Typed after the session ended.');
  await expect(page.getByText(/Your session has ended.*kept in this browser/)).toBeVisible();
  await page.context().addCookies(cookies);
  await page.getByRole('button', { name: 'Try again' }).click();
  await saved(page);
  expect(await storedText(page, address)).toContain('Typed after the session ended.');
});

test('words typed in what another took out are shown whole to their writer, until seen', async ({
  as,
  expectErrors,
}) => {
  expectErrors.allowed.push(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  const edith = await as('editor');
  const ada = await as('administrator');
  const address = await assembleBrief(edith, 'Taken out');
  await ada.goto(address);
  await startEditing(edith);
  await placeCaret(edith, 'what follows from this');
  await edith.keyboard.type('A paragraph that will not stay.');
  await saved(edith);
  await startEditing(ada);
  await ada.context().setOffline(true);
  await placeCaret(ada, 'will not stay');
  for (let n = 0; n < 6; n += 1) await ada.keyboard.press('ArrowLeft');
  await ada.keyboard.type('and ten careful words ');
  await expect(ada.getByText(/No connection/)).toBeVisible();
  await placeCaret(edith, 'will not stay');
  await edith.keyboard.press('Shift+Home');
  await edith.keyboard.press('Backspace');
  await expect(edith.locator('.ProseMirror')).not.toContainText('will not stay');
  await saved(edith);
  await ada.context().setOffline(false);
  await saved(ada);
  // The words came back one letter to a line once, and "Done" threw them away.
  const kept = ada.getByRole('alert').getByText('and ten careful words');
  await expect(kept).toBeVisible();
  await ada.getByRole('button', { name: 'Done' }).click();
  await expect(ada.getByRole('button', { name: 'Edit' })).toBeEnabled();
  await expect(kept).toBeVisible();
  await ada.getByRole('button', { name: 'I have seen this' }).click();
  await expect(kept).toHaveCount(0);
});

// A deletion made offline took out what another had written inside it meanwhile, and said nothing.
test('a deletion that did not see what another wrote inside leaves it standing', async ({
  as,
  expectErrors,
}) => {
  expectErrors.allowed.push(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  const edith = await as('editor');
  const ada = await as('administrator');
  const address = await assembleBrief(edith, 'Deleted blind');
  await startEditing(edith);
  await placeCaret(edith, 'what follows from this');
  await edith.keyboard.type('Alpha beta gamma delta.');
  await saved(edith);
  await ada.goto(address);
  await startEditing(ada);
  await ada.context().setOffline(true);
  await placeCaret(ada, 'Alpha beta');
  await ada.keyboard.press('Shift+Home');
  await ada.keyboard.press('Backspace');
  await expect(ada.getByText(/No connection/)).toBeVisible();
  await placeCaret(edith, 'Alpha beta');
  for (let n = 0; n < 6; n += 1) await edith.keyboard.press('ArrowLeft');
  await edith.keyboard.type('EDITHS WORDS ');
  await saved(edith);
  await ada.context().setOffline(false);
  await saved(ada);
  await expect(ada.locator('.ProseMirror')).toContainText('EDITHS WORDS');
  await expect(ada.getByRole('alert').getByText('EDITHS WORDS')).toBeVisible();
  expect(await storedText(ada, address)).toContain('EDITHS WORDS');
  await expect(edith.locator('.ProseMirror')).toContainText('EDITHS WORDS');
});

// The editor's page was left by a link within the pause before a save, and the words stayed behind.
test('what was just typed is stored when one leaves by a link', async ({ as }) => {
  const page = await as('editor');
  const address = await assembleBrief(page, 'Left in a hurry');
  await startEditing(page);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('Typed and left.');
  await page.getByRole('link', { name: 'Memos' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Memos' })).toBeVisible();
  await expect.poll(() => storedText(page, address)).toContain('Typed and left.');
  await page.getByRole('link', { name: /Left in a hurry/ }).click();
  await startEditing(page);
  await expect(page.locator('.ProseMirror')).toContainText('Typed and left.');
});

// A file was made of the text as it had been before the last words.
test('a file says what was just typed', async ({ as }) => {
  const page = await as('editor');
  await assembleBrief(page, 'Downloaded in a hurry');
  await startEditing(page);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('Just typed.');
  const markdown = await download(page, 'Markdown');
  expect(new TextDecoder().decode(markdown)).toContain('Just typed.');
});
