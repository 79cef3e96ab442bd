import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { assembleBrief, expect, placeCaret, startEditing, test } from './desk';

const saved = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();

const suggesting = (page: Page) => page.getByRole('button', { name: 'Suggest', exact: true });
const list = (page: Page) => page.getByRole('region', { name: /open suggestion/ });

/** The memo's text as the store has it. */
async function stored(page: Page, address: string): Promise<string> {
  const answer = await page.request.get(`${address.replace('/memos/', '/api/memos/')}/draft`);
  return JSON.stringify((await answer.json()).document);
}

test('one suggests while another writes: both see both, and each suggestion is settled once', async ({
  as,
}) => {
  test.slow();
  const edith = await as('editor');
  const ada = await as('administrator');
  const address = await assembleBrief(edith, 'Suggested by one');
  await ada.goto(address);
  await startEditing(edith);
  await startEditing(ada);

  await test.step('the mode is announced, by its key too, and what is typed is a suggestion', async () => {
    await expect(suggesting(edith)).toHaveAttribute('aria-pressed', 'false');
    await edith.locator('.ProseMirror').press('Control+Shift+S');
    await expect(suggesting(edith)).toHaveAttribute('aria-pressed', 'true');
    await placeCaret(edith, 'what follows from this');
    await placeCaret(ada, 'what the reader should do');
    await Promise.all([
      edith.keyboard.type('Edith suggests a pause. ', { delay: 15 }),
      ada.keyboard.type('Ada writes on. ', { delay: 15 }),
    ]);
    await saved(edith);
    await saved(ada);
    await expect(ada.locator('.ProseMirror ins')).toHaveText('Edith suggests a pause. ');
    await expect(edith.locator('.ProseMirror')).toContainText('Ada writes on.');
    await expect(list(ada).getByRole('listitem')).toContainText(
      /Put in.*Edith suggests a pause\./s,
    );
  });

  await test.step('what goes is struck, letter by letter, forwards and backwards', async () => {
    await placeCaret(ada, 'Ada writes on');
    await placeCaret(edith, 'Ada writes on');
    for (let n = 0; n < 4; n += 1) await edith.keyboard.press('Backspace');
    await edith.keyboard.press('Home');
    for (let n = 0; n < 4; n += 1) await edith.keyboard.press('Delete');
    await edith.keyboard.type('She ');
    await saved(edith);
    await expect(ada.locator('.ProseMirror del')).toHaveText(['Ada ', 'on. ']);
    await expect(list(ada).getByRole('heading')).toHaveText('3 open suggestions');
  });

  await test.step('page and store have the text without it', async () => {
    const reader = await edith.context().newPage();
    await reader.goto(address);
    await expect(reader.locator('.memo')).toContainText('Ada writes on.');
    await expect(reader.locator('.memo')).not.toContainText('Edith suggests');
    await expect(reader.getByText('3 suggestions are open')).toBeVisible();
    await reader.close();
  });

  await test.step('accepted, rejected and undone, it is so for both', async () => {
    await list(ada)
      .getByRole('button', { name: /^Accept: Put in Edith suggests/ })
      .click();
    await expect(edith.locator('.ProseMirror ins')).toHaveText(['She ']);
    await ada.getByRole('button', { name: 'Reject all' }).click();
    await expect(list(edith).getByRole('heading')).toHaveText('No open suggestions');
    await expect(edith.locator('.ProseMirror')).toContainText('Ada writes on.');
    await ada.locator('.ProseMirror').press('Control+z');
    await expect(edith.locator('.ProseMirror del')).toHaveText(['Ada ', 'on. ']);
    await saved(ada);
    await ada.getByRole('button', { name: 'Accept all' }).click();
    await saved(ada);
    await expect(edith.locator('.ProseMirror')).toContainText('She writes');
    const text = await stored(ada, address);
    expect(text).toContain('Edith suggests a pause.');
    expect(text).not.toContain('"deletion"');
  });

  await test.step('the mode is remembered for this memo', async () => {
    await edith.reload();
    await startEditing(edith);
    await expect(suggesting(edith)).toHaveAttribute('aria-pressed', 'true');
  });
});

test('a word suggested in a bound quote does not change it, and is named before it could', async ({
  as,
}) => {
  const page = await as('editor');
  const address = await assembleBrief(page, 'A quote stands');
  await startEditing(page);
  await suggesting(page).click();
  const quote = page.locator('.ProseMirror q .words').first();
  const words = (await quote.textContent()) ?? '';
  await quote.dblclick();
  await page.keyboard.type('altered');
  await saved(page);
  await expect(page.locator('.ProseMirror q ins')).toHaveText('altered');
  await expect(list(page).getByRole('alert')).toContainText('Accepted, this would not stand');
  await expect(page.getByText('A quote does not stand.')).toBeHidden();
  const reader = await page.context().newPage();
  await reader.goto(address);
  await expect(reader.locator('.memo q').first()).toContainText(words);
  await expect(reader.getByText(/quotes stand as in the source/)).toBeVisible();
  await reader.close();
  await page.getByRole('button', { name: /^Reject: Replaced altered/ }).click();
  await expect(page.locator('.ProseMirror q .words').first()).toHaveText(words);
  await expect(list(page).getByRole('alert')).toBeHidden();
});

test('suggestions are reached and settled by keyboard, and axe finds nothing about them', async ({
  as,
}) => {
  test.slow();
  const page = await as('editor');
  await page.setViewportSize({ width: 320, height: 640 });
  await assembleBrief(page, 'By keyboard alone');
  await startEditing(page);
  await page.keyboard.press('Control+Shift+S');
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('First.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Second.');
  await placeCaret(page, 'what the reader should do');
  await page.keyboard.type('Third.');
  await expect(list(page).getByRole('heading')).toHaveText(/2 open suggestions/);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map((n) => `${id}: ${n.target}`))).toEqual(
      [],
    );
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.keyboard.press('Alt+PageDown');
  await expect(
    page.locator('.ProseMirror ins.suggested-here, .ProseMirror .suggested-here').first(),
  ).toBeVisible();
  await page.keyboard.press('Alt+Shift+Enter');
  await expect(page.locator('.ProseMirror ins').filter({ hasText: 'First.' })).toHaveCount(0);
  await expect(page.locator('.ProseMirror')).toContainText('First.');
  await page.keyboard.press('Alt+PageUp');
  await page.keyboard.press('Alt+Shift+Delete');
  await expect(page.locator('.ProseMirror')).not.toContainText('Third.');
});
