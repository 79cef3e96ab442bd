import AxeBuilder from '@axe-core/playwright';
import { assembleBrief, expect, placeCaret, startEditing, test } from './desk';

test('a reviewer’s changes are suggestions, until the drafter takes them in', async ({ as }) => {
  const [editor, reviewer] = await Promise.all([as('editor'), as('reviewer')]);
  const memo = await assembleBrief(editor, 'Suggested by a reviewer');
  await startEditing(editor);
  await placeCaret(editor, 'what follows from this');
  await editor.keyboard.type('The talks will go on.');
  await expect(editor.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();

  await reviewer.goto(memo);
  await expect(reviewer.getByRole('button', { name: 'Edit' })).toHaveCount(0);
  await reviewer.getByRole('button', { name: 'Suggest changes' }).click();
  await expect(reviewer.getByRole('textbox', { name: 'Memo text' })).toBeVisible();
  await expect(reviewer.getByText('Your changes are suggestions')).toBeVisible();
  await expect(reviewer.getByRole('button', { name: 'Sentence binding' })).toHaveCount(0);
  await placeCaret(reviewer, 'The talks will go on.');
  // The key that turns suggesting off does nothing here.
  await reviewer.keyboard.press('Control+Shift+S');
  await reviewer.keyboard.press('ArrowLeft');
  await reviewer.keyboard.type(' for a while');
  await expect(editor.locator('.ProseMirror ins')).toHaveText(' for a while');
  await expect(editor.locator('.memo')).toContainText('The talks will go on for a while.');
  expect((await new AxeBuilder({ page: reviewer }).analyze()).violations).toEqual([]);

  // What another suggested is not theirs to settle; their own they take back, and suggest again.
  const theirs = reviewer.getByRole('region', { name: '1 open suggestion' });
  await expect(theirs.getByRole('button', { name: /^Accept/ })).toHaveCount(0);
  await theirs.getByRole('button', { name: 'Take back: Put in for a while' }).click();
  await expect(editor.locator('.ProseMirror ins')).toHaveCount(0);
  await reviewer.locator('.ProseMirror').press('Control+z');
  await expect(editor.locator('.ProseMirror ins')).toHaveText(' for a while');
  await reviewer.getByRole('button', { name: 'Done' }).click();
  await expect(reviewer.locator('.memo')).not.toContainText('for a while');

  // They comment by the same key as those who write.
  await reviewer.getByRole('button', { name: 'Suggest changes' }).click();
  await placeCaret(reviewer, 'The talks will go on');
  await reviewer.keyboard.press('Control+Alt+m');
  await reviewer.getByRole('textbox', { name: 'Your comment' }).fill('Until when?');
  await reviewer.getByRole('button', { name: 'Comment', exact: true }).last().click();
  await expect(editor.getByRole('article', { name: /^Comment on/ })).toContainText('Until when?');

  await editor.getByRole('button', { name: 'Accept: Put in for a while' }).click();
  await editor.getByRole('button', { name: 'Done' }).click();
  await expect(editor.locator('.memo')).toContainText('The talks will go on for a while.');
});
