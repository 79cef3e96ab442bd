import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { assembleBrief, expect, placeCaret, startEditing, test } from './desk';

/** Chooses words at the caret's left, by keyboard: so many letters back. */
async function chooseBack(page: Page, letters: number) {
  for (let key = 0; key < letters; key += 1) await page.keyboard.press('Shift+ArrowLeft');
}

const threads = (page: Page) => page.getByRole('article', { name: /^Comment on/ });

/** The words that are lit in the text; a caret among them parts them into pieces. */
async function expectLit(page: Page, words: string) {
  const pieces = page.locator('.ProseMirror .commented');
  await expect.poll(async () => (await pieces.allTextContents()).join('')).toBe(words);
}

test('a comment is made by keyboard, seen live, survives edits and undo, and is never lost', async ({
  as,
}) => {
  const [editor, second, reviewer] = await Promise.all([
    as('editor'),
    as('administrator'),
    as('reviewer'),
  ]);
  const memo = await assembleBrief(editor, 'To be commented on');
  await startEditing(editor);
  await placeCaret(editor, 'what follows from this');
  await editor.keyboard.type('The talks will very likely go on next year.');
  // “go on next year”, then the key that begins a comment.
  await editor.keyboard.press('ArrowLeft');
  await chooseBack(editor, 'go on next year'.length);
  await editor.keyboard.press('Control+Alt+m');
  const field = editor.getByRole('textbox', { name: 'Your comment' });
  await expect(field).toBeFocused();
  await editor.keyboard.type('How sure are we? @Ad');
  await expect(editor.getByRole('option', { name: 'Ada Administrator' })).toBeVisible();
  await editor.keyboard.press('Enter');
  await expect(field).toHaveValue('How sure are we? @Ada Administrator ');
  await editor.keyboard.press('Tab');
  await editor.keyboard.press('ArrowUp');
  await expect(editor.getByRole('radio', { name: 'Must fix' })).toBeChecked();
  await editor.keyboard.press('Tab');
  await editor.keyboard.press('Enter');
  await expect(editor.getByText('Your comment stands.')).toBeVisible();
  await expectLit(editor, 'go on next year');

  // The other one has it in the editor without asking, and answers.
  await second.goto(memo);
  await startEditing(second);
  await expectLit(second, 'go on next year');
  await expect(threads(second)).toContainText('@Ada Administrator');
  await threads(second).getByText('Answer', { exact: false }).first().click();
  await threads(second).getByRole('textbox').fill('Both experts say so.');
  await threads(second).getByRole('button', { name: 'Answer' }).click();
  await expect(threads(editor)).toContainText('Both experts say so.');

  // Words written between its words are in it.
  await editor.locator('.thread .about').first().click();
  await editor.keyboard.press('ArrowLeft');
  for (let key = 0; key < 'go on'.length; key += 1) await editor.keyboard.press('ArrowRight');
  await editor.keyboard.type(' for much of');
  await expectLit(second, 'go on for much of next year');

  // Taken out, it is detached, with the words that it was about; undone, it is back.
  await second.locator('.thread .about').first().click();
  await second.keyboard.press('Delete');
  await expectLit(second, '');
  await expect(second.getByRole('heading', { name: /^Detached/ })).toBeVisible();
  await expect(threads(second)).toContainText('“go on next year”');
  await expect(editor.getByRole('heading', { name: /^Detached/ })).toBeVisible();
  await second.keyboard.press('Control+z');
  await expectLit(second, 'go on for much of next year');
  await expectLit(editor, 'go on for much of next year');
  await second.getByRole('button', { name: 'Done' }).click();

  // A reviewer reads them, and comments on a paragraph from the page that lists them.
  await reviewer.goto(`${memo}/comments`);
  await expect(threads(reviewer)).toContainText('go on next year');
  await expect(threads(reviewer)).toContainText('Must fix');
  expect((await new AxeBuilder({ page: reviewer }).analyze()).violations).toEqual([]);
  const open = reviewer.getByRole('region', { name: 'Comment on a paragraph' });
  await open.getByLabel('Your comment').fill('Whose judgment is it?');
  const options = await open.getByLabel('Paragraph').locator('option').allTextContents();
  const ours = options.find((each) => each.includes('The talks will very likely')) ?? '';
  await open.getByLabel('Paragraph').selectOption({ label: ours });
  await open.getByRole('button', { name: 'Comment' }).click();
  await expect(threads(reviewer)).toHaveCount(2);
  await expect(threads(editor)).toHaveCount(2);

  // What was graded “must fix” by another is closed only with what was done.
  const first = threads(editor).filter({ hasText: 'How sure are we?' });
  await first.locator('summary').first().click();
  await first.getByRole('button', { name: 'Dealt with' }).click();
  await expect(editor.getByText('1 dealt with')).toBeVisible();
  await editor.getByRole('button', { name: 'Done' }).click();
  await expect(editor.getByText('1 open', { exact: true })).toBeVisible();
});
