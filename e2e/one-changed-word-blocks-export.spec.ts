import type { Page } from '@playwright/test';
import { Transform } from 'prosemirror-transform';
import { readDocument } from '@/domain/document/document';
import { schema } from '@/domain/document/schema';
import { formatIds } from '@/domain/format';
import { assembleBrief, expect, startEditing, test } from './desk';

/** Writes other words into the text past the editor, which would have marked them. */
async function changeWord(page: Page, address: string, words: string, others: string) {
  const memo = address.replace('/memos/', '/api/memos/');
  const draft = await (await page.request.get(`${memo}/draft`)).json();
  const transform = new Transform(readDocument(draft.document));
  const places: number[] = [];
  transform.doc.descendants((node, position) => {
    const at = node.text?.indexOf(words) ?? -1;
    if (at >= 0) places.push(position + at);
  });
  for (const at of places.reverse())
    transform.replaceWith(at, at + words.length, schema.text(others));
  const answer = await page.request.post(`${memo}/live`, {
    headers: { Origin: new URL(address).origin },
    data: {
      from: draft.version,
      clientId: 'past-the-editor',
      clientSeq: 1,
      steps: transform.steps.map((step) => step.toJSON()),
    },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

test('one changed word in a quote is marked on the page and blocks the export', async ({
  as,
  expectErrors,
}) => {
  expectErrors.allowed.push(/422/);
  const page = await as('editor');
  const address = await assembleBrief(page, 'One word');
  await changeWord(page, address, 'very anodyne', 'quite anodyne');
  await page.reload();
  await startEditing(page);
  const quote = page.locator('.ProseMirror q').filter({ hasText: 'quite anodyne' });
  await expect(quote).toHaveAttribute('data-state', 'altered');
  await expect(page.getByText('A quote does not stand.')).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible();
  await expect(page.locator('.memo q[data-state=altered]')).toContainText('quite anodyne');
  await page.getByRole('button', { name: 'Download PDF' }).click();
  const refusal = page.getByRole('alert').filter({ hasText: 'nothing was exported' });
  await expect(refusal).toContainText('is not what Toby Dalton said');
  await expect(refusal).toContainText('The public statement that was put out was very anodyne');
  const api = address.replace('/memos/', '/api/memos/');
  for (const format of formatIds) {
    const answer = await page.request.get(`${api}/export?format=${format}`);
    expect(answer.status()).toBe(422);
    expect((await answer.json()).message).toContain('One quote does not stand');
  }
});

test('what is deleted and typed in a quote is marked by itself, and the quote still stands', async ({
  as,
}) => {
  const page = await as('editor');
  const address = await assembleBrief(page, 'Shortened honestly');
  await startEditing(page);
  const words = page
    .locator('.ProseMirror q')
    .filter({ hasText: 'very anodyne' })
    .first()
    .locator('.words');
  const quote = page.locator('.ProseMirror q').filter({ hasText: 'very anodyne' }).first();
  await words.dblclick({ position: { x: 8, y: 8 } });
  await page.keyboard.type('This');
  await expect(quote).toContainText('“[This] public statement that was');
  await expect(quote).toHaveAttribute('data-state', 'marked');
  await page.keyboard.press('ArrowRight');
  for (const _ of 'public s') await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Delete');
  await expect(quote).toContainText('“[This] public … that was put out');
  await page.keyboard.press('Delete');
  await expect(quote).toContainText('“[This] public … was put out');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(quote).toContainText('“[This] public statement that was');
  await page.keyboard.press('Delete');
  await expect(quote).toContainText('“[This] public … that was put out');
  await expect(quote).toHaveAttribute('data-state', 'marked');
  await expect(page.getByText('A quote does not stand.')).toHaveCount(0);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible();
  const answer = await page.request.get(
    `${address.replace('/memos/', '/api/memos/')}/export?format=md`,
  );
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toContain('public … that was put out was very anodyne');
});

test('what is typed at the end of a quote stands outside it', async ({ as }) => {
  const page = await as('editor');
  await assembleBrief(page, 'Outside');
  await startEditing(page);
  const words = page.locator('.ProseMirror q .words').filter({ hasText: 'very anodyne' }).first();
  const whole = await words.textContent();
  await words.click();
  await words.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    range.collapse(false);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  });
  await page.keyboard.type(' indeed');
  await expect(page.locator('.ProseMirror')).toContainText(`“${whole}” indeed`);
  await expect(words).toHaveText(whole ?? '');
});
