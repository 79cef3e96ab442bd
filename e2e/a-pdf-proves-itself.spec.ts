import { Buffer } from 'node:buffer';
import AxeBuilder from '@axe-core/playwright';
import { assembleBrief, download, expect, test } from './desk';

// Whoever is given a memo's PDF can see whether its quotes stand, without an account, and the file
// never leaves the browser.

test('the downloaded PDF is proved in a browser that sends nothing', async ({ as, browser }) => {
  const page = await as('editor');
  await assembleBrief(page, 'Proved by itself');
  const pdf = Buffer.from(await download(page, 'Download PDF'));
  const stranger = await (await browser.newContext()).newPage();
  const faults: string[] = [];
  stranger.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await stranger.goto('/prove');
  await expect(stranger.locator('[data-ready=true]')).toBeVisible();
  const requests: string[] = [];
  stranger.on('request', (request) => requests.push(request.url()));
  const choose = (name: string, buffer: Buffer) =>
    stranger.getByLabel(/Choose/).setInputFiles({ name, mimeType: 'application/pdf', buffer });

  await choose('memo.pdf', pdf);
  const found = stranger.getByRole('article', { name: 'What was found' });
  await expect(found).toContainText(/Proved: all \d+ quotes stand/);
  await found.getByText('paragraph 12').first().click();
  await expect(found.getByText('It’s a stalemate').first()).toBeVisible();

  expect(requests).toEqual([]);
  await stranger.setViewportSize({ width: 320, height: 640 });
  const { violations } = await new AxeBuilder({ page: stranger }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  const tooWide = () => document.documentElement.scrollWidth > window.innerWidth;
  expect(await stranger.evaluate(tooWide)).toBe(false);

  const bare = pdf.toString('latin1').replaceAll('(memo.json)', '(other.txt)');
  await choose('bare.pdf', Buffer.from(bare, 'latin1'));
  await expect(stranger.getByRole('alert').filter({ hasText: 'carries no memo' })).toBeVisible();
  await choose('letter.pdf', Buffer.from('Dear Sir'));
  await expect(stranger.getByRole('alert').filter({ hasText: 'not a PDF' })).toBeVisible();
  await choose('huge.pdf', Buffer.alloc(26 * 1024 * 1024));
  await expect(stranger.getByRole('alert').filter({ hasText: 'larger than 25 MB' })).toBeVisible();
  expect(requests).toEqual([]);
  expect(faults).toEqual([]);
  await stranger.context().close();
});
