import type { Page } from '@playwright/test';
import { assembleBrief, expect, placeCaret, startEditing, test } from './desk';

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

test('words typed in what another took out are shown to their writer to copy', async ({
  as,
  expectErrors,
}) => {
  expectErrors.allowed.push(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  const edith = await as('editor');
  const ada = await as('administrator');
  const address = await assembleBrief(edith, 'Taken out');
  await ada.goto(address);
  await startEditing(edith);
  await startEditing(ada);
  await ada.context().setOffline(true);
  await placeCaret(ada, 'It’s a stalemate');
  await ada.keyboard.press('ArrowLeft');
  await ada.keyboard.type('ADAS-WORDS');
  await expect(ada.getByText(/No connection/)).toBeVisible();
  await edith.locator('.ProseMirror p').filter({ hasText: 'It’s a stalemate' }).selectText();
  await edith.keyboard.press('Backspace');
  await saved(edith);
  await ada.context().setOffline(false);
  await saved(ada);
  await expect(
    ada
      .getByText('What you wrote stood in text')
      .or(ada.locator('.ProseMirror').getByText('ADAS-WORDS')),
  ).toBeVisible();
  await expect(ada.getByText('ADAS-WORDS', { exact: false }).first()).toBeVisible();
});
