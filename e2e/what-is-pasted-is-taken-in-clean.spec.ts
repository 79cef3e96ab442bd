import type { Page } from '@playwright/test';
import { google, word } from '@/domain/paste/fixtures';
import { assembleBrief, expect, placeCaret, startEditing, test } from './desk';

/** Pastes as a browser does, with what a program would have put on the clipboard. */
async function paste(page: Page, content: { text: string; html?: string }): Promise<void> {
  await page.locator('.ProseMirror').evaluate((element, { text, html }) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    if (html) clipboardData.setData('text/html', html);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    element.dispatchEvent(event);
  }, content);
}

async function open(page: Page, title: string) {
  const address = await assembleBrief(page, title);
  await startEditing(page);
  await placeCaret(page, 'what follows from this');
  return address;
}

test('a text from Word or Google Docs keeps its structure and loses its looks', async ({ as }) => {
  const page = await as('editor');
  await open(page, 'Pasted from Word');
  await paste(page, { text: 'The round in December', html: word });
  const text = page.locator('.ProseMirror');
  await expect(text.locator('h3').filter({ hasText: 'The round in December' })).toBeVisible();
  await expect(text.locator('ul ul li')).toHaveText('A part of it');
  await expect(text.locator('ol li').filter({ hasText: 'Step one' })).toBeVisible();
  await expect(text.locator('table td').filter({ hasText: 'Doubts' })).toBeVisible();
  await expect(text.locator('strong').filter({ hasText: 'twice' })).toBeVisible();
  await expect(
    text.locator('img:not(.ProseMirror-separator), [class*=Mso], [style*=mso]'),
  ).toHaveCount(0);
  await expect(text).not.toContainText('Is this so?');
  await paste(page, { text: 'Outlook', html: google });
  await expect(text.locator('h3').filter({ hasText: 'Outlook' })).toBeVisible();
  await expect(text.locator('strong').filter({ hasText: /^will$/ })).toBeVisible();
});

test('a pasted quotation that stands in an article is offered, and bound by a key', async ({
  as,
}) => {
  const page = await as('editor');
  const address = await open(page, 'Pasted quotation');
  await paste(page, {
    text: 'As one said, "The public statement that was put out was very anodyne," and no more.',
  });
  const offer = page.getByText('These words are Toby Dalton’s in paragraph 7.').first();
  await expect(offer).toBeVisible();
  const paragraph = page.locator('.ProseMirror p').filter({ hasText: 'As one said,' });
  await expect(paragraph.locator('q')).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await expect(paragraph.locator('q')).toHaveText(/very anodyne,”$/);
  await expect(paragraph.locator('sup')).toHaveAttribute('data-paragraph', '7');
  await expect(paragraph).toContainText('and no more.');
  await expect(page.locator('.offer')).toHaveCount(0);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible();
  const api = address.replace('/memos/', '/api/memos/');
  expect((await page.request.get(`${api}/export?format=md`)).status()).toBe(200);
});

test('an offer that is declined is gone, and nothing was bound', async ({ as }) => {
  const page = await as('editor');
  await open(page, 'Declined');
  await page.keyboard.type(
    'He said: "It’s a stalemate, Joshi" or "Just because there’s no progress"',
  );
  await expect(page.locator('.offer')).toHaveCount(1);
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(page.locator('.offer')).toHaveCount(0);
  const paragraph = page.locator('.ProseMirror p').filter({ hasText: 'He said:' });
  await expect(paragraph.locator('q')).toHaveCount(0);
});

test('a text that is marked as classified is not taken in', async ({ as }) => {
  const page = await as('editor');
  await open(page, 'Marked');
  await page.keyboard.type('Before.');
  await paste(page, { text: '(S//NF) The delegation leaves on Monday.' });
  await expect(page.getByRole('alert').filter({ hasText: 'not accredited' })).toContainText(
    '(S//NF)',
  );
  await expect(page.locator('.ProseMirror')).not.toContainText('delegation leaves');
  await page.getByRole('button', { name: 'I have read this' }).click();
  await expect(page.getByText('not accredited')).toHaveCount(0);
});
