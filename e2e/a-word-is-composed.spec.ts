import type { CDPSession, Page } from '@playwright/test';
import { assembleBrief, expect, placeCaret, startEditing, test } from './desk';

const text = (page: Page) => page.locator('.ProseMirror');
const saved = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();

/** Composes a word as an input method does: letters that change until one is chosen. */
async function compose(method: CDPSession, shown: string): Promise<void> {
  await method.send('Input.imeSetComposition', {
    text: shown,
    selectionStart: shown.length,
    selectionEnd: shown.length,
  });
}

for (const mode of ['edits', 'suggests'] as const)
  test(`a word composed by one who ${mode} stands once, though another types beside it`, async ({
    as,
  }) => {
    const edith = await as('editor');
    const ada = await as('administrator');
    const address = await assembleBrief(edith, `Composed by one who ${mode}`);
    await startEditing(edith);
    await placeCaret(edith, 'what follows from this');
    await edith.keyboard.type('Start middle end.');
    await saved(edith);
    await ada.goto(address);
    await startEditing(ada);
    if (mode === 'suggests') await edith.keyboard.press('Control+Shift+S');
    await placeCaret(edith, 'Start middle end.');
    await placeCaret(ada, 'Start middle end.');
    await ada.keyboard.press('Home');
    const method = await edith.context().newCDPSession(edith);

    for (const [round, word] of ['日本', '東京'].entries()) {
      await compose(method, 'n');
      await ada.keyboard.type(`Ada${round} `);
      await compose(method, 'に');
      await compose(method, 'にほ');
      await saved(ada);
      await compose(method, 'にほん');
      await ada.keyboard.type('too ');
      await saved(ada);
      await method.send('Input.insertText', { text: word });
    }
    await edith.keyboard.type('!');
    await saved(edith);
    await saved(ada);
    const written = 'Ada0 too Ada1 too Start middle end.日本東京!';
    for (const page of [edith, ada]) {
      const paragraph = text(page).locator('p').filter({ hasText: 'Start middle' });
      await expect(paragraph).toHaveText(written);
    }
    if (mode === 'suggests') await expect(text(ada).locator('ins')).toHaveText('日本東京!');
    const answer = await ada.request.get(`${address.replace('/memos/', '/api/memos/')}/draft`);
    expect(await answer.text()).toMatch(/日本東京|日本.*東京/);
  });

test('an answer that comes while a word is composed leaves it whole', async ({ as }) => {
  const edith = await as('editor');
  const ada = await as('administrator');
  const address = await assembleBrief(edith, 'Answered while composing');
  await startEditing(edith);
  await placeCaret(edith, 'what follows from this');
  await edith.keyboard.type('Start middle end.');
  await saved(edith);
  await ada.goto(address);
  await startEditing(ada);
  await placeCaret(ada, 'Start middle end.');
  await ada.keyboard.press('Home');
  const method = await edith.context().newCDPSession(edith);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await edith.route('**/api/memos/*/live', async (route) => {
    if (route.request().method() === 'POST') await held;
    await route.continue();
  });
  const asked = edith.waitForRequest((request) => request.method() === 'POST');
  await edith.keyboard.type('x');
  await asked;
  await ada.keyboard.type('Ada ');
  await saved(ada);
  await compose(method, 'に');
  const answered = edith.waitForResponse((answer) => answer.request().method() === 'POST');
  release();
  await (await answered).finished();
  await compose(method, 'にほ');
  await compose(method, 'にほん');
  await method.send('Input.insertText', { text: '日本' });
  await saved(edith);
  for (const page of [edith, ada])
    await expect(text(page).locator('p').filter({ hasText: 'Start middle' })).toHaveText(
      'Ada Start middle end.x日本',
    );
});

test('a composition that is given up leaves nothing behind', async ({ as }) => {
  const page = await as('editor');
  await assembleBrief(page, 'Composed and given up');
  await startEditing(page);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('Before ');
  const method = await page.context().newCDPSession(page);
  await compose(method, 'に');
  await compose(method, '');
  await page.keyboard.type('after.');
  await expect(text(page).locator('p').filter({ hasText: 'Before' })).toHaveText('Before after.');
});
