import type { Page } from '@playwright/test';
import { freePort } from '@/cli/ports';
import { keepSecrets } from '@/cli/secrets';
import { serve, type Web, whenHealthy } from '@/cli/web';
import { assembleBrief, expect, placeCaret, startEditing, test } from './desk';
import { ask, runningStore, signInNewEditor } from './person';

const saved = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();

const text = (page: Page) => page.locator('.ProseMirror');

test('those who write see each other’s letters and carets as they come, and a reader sees both', async ({
  as,
}) => {
  const edith = await as('editor');
  const ada = await as('administrator');
  const ron = await as('reader');
  const address = await assembleBrief(edith, 'Written live');
  await ada.goto(address);
  await ron.goto(address);
  await startEditing(edith);
  await startEditing(ada);
  await placeCaret(edith, 'what follows from this');
  await edith.keyboard.type('Seen by all.');
  await expect(text(ada)).toContainText('Seen by all.');
  await expect(ada.locator('.their-caret')).toHaveAttribute('data-name', 'Edith Editor');
  await expect(ada.getByRole('status', { name: 'Who else is here' })).toContainText(
    /Edith Editor writes too/,
  );
  await expect(ron.locator('.memo')).toContainText('Seen by all.');
  await expect(ron.getByRole('status', { name: 'Who else is here' })).toContainText('write');
  await expect(ada.getByRole('status', { name: 'Who else is here' })).toContainText(/reads/);
  await edith.getByRole('button', { name: 'Done' }).click();
  await expect(ada.locator('.their-caret')).toHaveCount(0);
});

test('undo takes back one’s own letters and leaves the other’s', async ({ as }) => {
  const edith = await as('editor');
  const ada = await as('administrator');
  const address = await assembleBrief(edith, 'Undone alone');
  await ada.goto(address);
  await startEditing(edith);
  await startEditing(ada);
  await placeCaret(edith, 'what follows from this');
  await edith.keyboard.type('Edith stays.');
  await expect(text(ada)).toContainText('Edith stays.');
  await placeCaret(ada, 'what the reader should do');
  await ada.keyboard.type('Ada goes.');
  await expect(text(edith)).toContainText('Ada goes.');
  await ada.keyboard.press('Control+z');
  await expect(text(ada)).not.toContainText('Ada goes.');
  await expect(text(edith)).not.toContainText('Ada goes.');
  await expect(text(edith)).toContainText('Edith stays.');
});

test('text typed after the session ended goes up by itself once one has signed in again', async ({
  as,
  expectErrors,
}) => {
  expectErrors.allowed.push(/401/);
  const page = await as('administrator');
  const address = await assembleBrief(page, 'Signed in again');
  await startEditing(page);
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('It waits.');
  await expect(page.getByText(/Your session has ended/)).toBeVisible();
  await page.context().addCookies(cookies);
  await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible({
    timeout: 15_000,
  });
  const answer = await page.request.get(`${address.replace('/memos/', '/api/memos/')}/draft`);
  expect(await answer.text()).toContain('It waits.');
});

test('one who may not write any more is told, and has the words to copy', async ({ browser }) => {
  const context = await browser.newContext();
  const id = await signInNewEditor(context, 'Wilma Writer');
  const page = await context.newPage();
  await assembleBrief(page, 'Withdrawn');
  await startEditing(page);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('Kept in the memo.');
  await saved(page);
  await ask(`UPDATE "user" SET role = 'reader' WHERE id = $1`, [id]);
  await page.keyboard.insertText('Words of mine.');
  await expect(page.getByRole('alert').getByText('Words of mine.')).toBeVisible();
  await expect(page.getByText(/you may not do this/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.locator('.memo')).toContainText('Kept in the memo.');
  // Until they have been seen, they are there at the next visit too.
  await page.reload();
  await expect(page.getByRole('alert').getByText('Words of mine.')).toBeVisible();
  await page.getByRole('button', { name: 'I have seen this' }).click();
  await expect(page.getByText('Words of mine.')).toHaveCount(0);
  await context.close();
});

test('kill -9 of one of two instances loses nothing, and both texts are one again', async ({
  as,
  expectErrors,
}) => {
  expectErrors.allowed.push(/ERR_|Failed to load resource|network/i);
  const edith = await as('editor');
  const ada = await as('administrator');
  const address = await assembleBrief(edith, 'On two instances');
  const port = await freePort();
  const second = await openSecond(port);
  let again: Web | null = null;
  try {
    await ada.goto(address.replace(/localhost:\d+/, `localhost:${port}`));
    await startEditing(edith);
    await startEditing(ada);
    await placeCaret(ada, 'what the reader should do');
    await ada.keyboard.type('Through the second instance. ');
    await expect(text(edith)).toContainText('Through the second instance.');
    await second.crash();
    await ada.keyboard.type('While it was down. ');
    await expect(ada.getByText(/No connection: \d+ changes are kept/)).toBeVisible();
    await placeCaret(edith, 'what follows from this');
    await edith.keyboard.type('Meanwhile at the first. ');
    await saved(edith);
    again = await openSecond(port);
    await saved(ada);
    await expect(text(edith)).toContainText('While it was down.');
    await expect(text(ada)).toContainText('Meanwhile at the first.');
    const texts = [await text(edith).textContent(), await text(ada).textContent()];
    for (const words of ['Through the second instance.', 'While it was down.'])
      for (const each of texts) expect(each?.split(words)).toHaveLength(2);
  } finally {
    await second.crash();
    await again?.stop();
  }
});

/** A second instance on the first one's store, with its secrets, as behind one proxy. */
async function openSecond(port: number): Promise<Web> {
  const { folder, databaseUrl } = await runningStore();
  const secrets = await keepSecrets(folder);
  const web = serve('start', port, {
    ...process.env,
    NODE_ENV: 'production',
    NEXTAUTH_SECRET: secrets.NEXTAUTH_SECRET,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
    NEXTAUTH_URL: `http://localhost:${port}`,
    DATABASE_URL: databaseUrl,
  });
  expect(await whenHealthy(port, web)).toBe(true);
  return web;
}
