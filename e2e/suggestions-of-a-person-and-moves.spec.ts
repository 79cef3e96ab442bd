import type { Page } from '@playwright/test';
import { assembleBrief, expect, placeCaret, startEditing, test } from './desk';

const list = (page: Page) => page.getByRole('region', { name: /open suggestion/ });
const text = (page: Page) => page.locator('.ProseMirror');

/** Opens the editor and turns suggesting on by its key. */
async function startSuggesting(page: Page): Promise<void> {
  await startEditing(page);
  await page.keyboard.press('Control+Shift+S');
  await expect(page.getByRole('button', { name: 'Suggest', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
}

test('words cut here and pasted there are one suggestion, a move, accepted and rejected as one', async ({
  as,
}) => {
  const page = await as('editor');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await assembleBrief(page, 'Moved by cut and paste');
  await startEditing(page);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('It holds. But nobody signs.');
  await placeCaret(page, 'what the reader should do');
  await page.keyboard.type('Wait.');
  await page.keyboard.press('Control+Shift+S');
  await placeCaret(page, 'It holds.');
  for (let n = 0; n < ' But nobody signs.'.length; n += 1)
    await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Control+x');
  await expect(text(page).locator('del')).toHaveText(' But nobody signs.');
  await placeCaret(page, 'Wait.');
  await page.keyboard.press('Control+v');
  const moved = list(page).getByRole('listitem');
  await expect(moved).toHaveCount(1);
  await expect(moved).toContainText('Moved');
  await expect(moved).toContainText('But nobody signs.');
  await expect(text(page).locator('.suggested-move')).toHaveText([
    ' But nobody signs.',
    ' But nobody signs.',
  ]);

  await page.keyboard.press('Alt+PageUp');
  await page.keyboard.press('Alt+Shift+Delete');
  await expect(list(page).getByRole('heading')).toHaveText('No open suggestions');
  await expect(text(page)).toContainText('It holds. But nobody signs.');
  await page.keyboard.press('Control+z');
  await expect(moved).toContainText('Moved');
  await page.keyboard.press('Alt+PageDown');
  await page.keyboard.press('Alt+Shift+Enter');
  await expect(
    text(page)
      .locator('p')
      .filter({ hasText: /^It holds\.$/ }),
  ).toHaveCount(1);
  await expect(text(page)).toContainText('Wait. But nobody signs.');
  await expect(text(page).locator('ins, del')).toHaveCount(0);
});

test('all of one person’s suggestions are taken in, all of another’s turned down', async ({
  as,
}) => {
  const edith = await as('editor');
  const ada = await as('administrator');
  const address = await assembleBrief(edith, 'Suggested by two');
  await startEditing(edith);
  await placeCaret(edith, 'what follows from this');
  await edith.keyboard.type('A plain sentence.');
  await edith.keyboard.press('Control+Shift+S');
  await ada.goto(address);
  await startSuggesting(ada);
  await expect(text(ada)).toContainText('A plain sentence.');

  await placeCaret(edith, 'A plain sentence');
  await edith.keyboard.type(' Edith adds this.');
  await placeCaret(edith, 'what the reader should do');
  await edith.keyboard.type('Edith recommends.');
  await expect(list(ada).getByRole('listitem')).toHaveCount(2);
  await placeCaret(ada, 'A plain sentence');
  await ada.keyboard.press('Home');
  for (let n = 0; n < 'A plain '.length; n += 1) await ada.keyboard.press('Delete');
  await placeCaret(ada, 'how good these sources are');
  await ada.keyboard.type('Ada judges.');
  await expect(list(edith).getByRole('heading')).toHaveText('4 open suggestions');

  await list(edith).getByRole('button', { name: 'Accept all of Edith Editor' }).press('Enter');
  await expect(list(ada).getByRole('heading')).toHaveText('2 open suggestions');
  await expect(list(edith).getByRole('status')).toHaveText(
    '2 suggestions accepted. Undo takes it back.',
  );
  for (const page of [edith, ada]) {
    await expect(text(page).locator('ins')).toHaveText('Ada judges.');
    await expect(text(page).locator('del')).toHaveText('A plain ');
  }
  // Only one person’s are left: all of hers are all there are.
  await list(edith).getByRole('button', { name: 'Reject all' }).press('Enter');
  for (const page of [edith, ada]) {
    await expect(text(page)).toContainText('A plain sentence. Edith adds this.');
    await expect(text(page)).toContainText('Edith recommends.');
    await expect(text(page)).not.toContainText('Ada judges.');
    await expect(list(page).getByRole('heading')).toHaveText('No open suggestions');
  }
});

// The browser's own print of a memo that was being edited had the editor's bar across its pages.
test('printed while it is edited, a memo has neither the bar nor what is only suggested', async ({
  as,
}) => {
  const page = await as('editor');
  await assembleBrief(page, 'Printed while edited');
  await startEditing(page);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('It stands. It goes.');
  await page.keyboard.press('Control+Shift+S');
  await page.keyboard.type(' It comes.');
  await placeCaret(page, 'It stands.');
  await page.keyboard.press('Home');
  for (let n = 0; n < 'It '.length; n += 1) await page.keyboard.press('Delete');
  await expect(list(page).getByRole('heading')).toHaveText('2 open suggestions');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.editor-bar')).toBeHidden();
  await expect(list(page)).toBeHidden();
  const paragraph = text(page).locator('p').filter({ hasText: 'stands.' });
  await expect(paragraph).toHaveText('It stands. It goes.', { useInnerText: true });
  await expect(paragraph.locator('del')).toHaveCSS('text-decoration-line', 'none');
});
