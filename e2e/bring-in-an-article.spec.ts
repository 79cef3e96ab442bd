import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { sampleDocx, sampleEml, sampleHtml, samplePdf } from '@/server/intake/sample-files';
import { expect, test } from './desk';

const head = (title: string) => [title, 'By Ann Lee, Reuters', 'March 4, 2026'];

/** Articles of our own invention with three quotes each, and no wording in common. */
const ferry = [
  ...head('Ministers Weigh Baltic Ferry Pact'),
  'GENEVA – Ministers spent Tuesday on the ferry pact and left without setting a date.',
  '“The text is nearly ready,” said Ingrid Solberg of the Fjord Institute.',
  'Marek Dvorak called the delay “a pause and not an end”.',
  '“Nobody wants to be the first to sign,” said Ines Prado, who advised on its clauses.',
  'Sign up for our newsletter',
].join('\n\n');
const tunnel = [
  ...head('Engineers Doubt Alpine Tunnel Plan'),
  'BERN – A second tube under the pass will cost twice what was promised, engineers warned.',
  '“We were handed a drawing, never a budget,” said Luca Ferri, a geologist.',
  'The canton’s auditor, Anna Weiss, found the figures “cheerful at best”.',
  '“Drill first, ask later is how mountains win,” Ferri added.',
].join('\n\n');
const cable = [
  ...head('Caspian Cable Faces New Survey'),
  'BAKU – Surveyors will map the sea bed again before any cable is laid, several delegates said.',
  '“Silt moves, and so do promises,” said Leyla Aliyeva, an oceanographer at the Shelf Centre.',
  'An adviser, Timur Bekov, described earlier soundings as “guesswork with a ship”.',
  '“If power flows by 2030 I will be pleasantly astonished,” Bekov said at the harbour.',
].join('\n\n');

const drop = (page: Page, name: string, buffer: Buffer) =>
  page.getByLabel('Drop or choose files').setInputFiles({ name, mimeType: '', buffer });

const results = (page: Page) =>
  page.getByRole('region', { name: 'What became of it' }).getByRole('listitem');

test('a pasted article is read into numbered paragraphs, and leads to its page', async ({ as }) => {
  const page = await as('editor');
  await page.goto('/articles');
  await page.getByRole('link', { name: 'Bring in an article' }).click();
  await page.getByLabel('Paste it').fill(ferry);
  await page.getByRole('button', { name: 'Bring in this text' }).click();
  await page.waitForURL(/\/articles\/ministers-weigh-baltic-ferry-pact-2026-03-04\/check$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Ministers Weigh Baltic Ferry Pact',
  );
  await expect(page.getByText('Reuters · Ann Lee · 4 March 2026')).toBeVisible();
  await expect(page.locator('#p4')).toContainText('Nobody wants to be the first to sign');
  await expect(page.locator('#p5')).toHaveCount(0);
});

test('a rich paste keeps the paragraphs that its plain text has lost', async ({ as }) => {
  const page = await as('editor');
  await page.goto('/articles/new');
  const parts = tunnel.split('\n\n');
  await page.getByLabel('Paste it').evaluate((field: HTMLTextAreaElement, paragraphs: string[]) => {
    const data = new DataTransfer();
    data.setData('text/plain', paragraphs.join(' '));
    data.setData('text/html', paragraphs.map((each) => `<p>${each}</p>`).join(''));
    field.focus();
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  }, parts);
  await page.getByLabel('Paste it').fill(parts.join(' '));
  await page.getByRole('button', { name: 'Bring in this text' }).click();
  await page.waitForURL(/alpine-tunnel/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Engineers Doubt Alpine Tunnel Plan',
  );
  await expect(page.locator('#p4')).toContainText('Drill first, ask later');
});

test('files of every kind: the first is stored, the same in another form is known or asked about', async ({
  as,
  expectErrors,
}) => {
  test.slow();
  expectErrors.allowed.push(/422/);
  const page = await as('editor');
  await page.goto('/articles/new');
  await page.getByLabel('Drop or choose files').setInputFiles([
    { name: 'talks.html', mimeType: 'text/html', buffer: Buffer.from(sampleHtml()) },
    { name: 'talks.docx', mimeType: '', buffer: await sampleDocx() },
    { name: 'talks.eml', mimeType: '', buffer: sampleEml() },
    { name: 'talks.pdf', mimeType: '', buffer: samplePdf() },
    {
      name: 'picture.png',
      mimeType: 'image/png',
      buffer: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    },
    { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
  ]);
  const lines = results(page);
  await expect(lines).toHaveCount(6);
  await expect(lines.nth(5)).toContainText('This file is empty.', { timeout: 40_000 });
  await expect(lines.nth(0)).toContainText('Stored · 5 paragraphs');
  for (const index of [1, 2, 3]) await expect(lines.nth(index)).toContainText('Already stored');
  await expect(lines.nth(4)).toContainText('This is a .png file');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await lines.nth(0).getByRole('link', { name: 'Check its statements' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Harbour Talks End Without a Treaty',
  );
});

test('a changed article is asked about, and becomes a new version that keeps its assessments', async ({
  as,
}) => {
  const page = await as('editor');
  const stored = readFileSync('prisma/seed/pakistan-us-talks-2012-12-14.txt', 'utf8');
  await page.goto('/articles/new');
  await page.getByLabel('Paste it').fill(stored);
  await page.getByRole('button', { name: 'Bring in this text' }).click();
  await expect(results(page).first()).toContainText('Already stored');

  // A text of this test's own: the demonstration is for other specs to cite.
  await page.getByLabel('Paste it').fill(cable);
  await page.getByRole('button', { name: 'Bring in this text' }).click();
  await page.waitForURL(/caspian-cable/);
  await page.goto('/articles/new');
  const changed = cable.replace('several delegates said', 'two delegates said');
  await page.getByLabel('Paste it').fill(changed);
  await page.getByRole('button', { name: 'Bring in this text' }).click();
  const line = results(page).first();
  await expect(line).toContainText('This is much like what is stored already');
  await expect(line).toContainText('of the wording in common');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await line.getByRole('button', { name: 'A new version of this article' }).click();
  await page.waitForURL(/\/articles\/caspian-cable-faces-new-survey-2026-03-04\/check$/);
  await expect(page.locator('#p1')).toContainText('two delegates said');
});

test('what the text did not say is asked for; details, numbering and the original are at hand', async ({
  as,
}) => {
  const page = await as('editor');
  await page.goto('/articles/new');
  const text =
    'Grain corridor stays open\n\nThe corridor stays open, officials said.\n\nA line of no use.';
  await drop(page, 'corridor.txt', Buffer.from(text));
  await page.waitForURL(/\/details$/);
  await expect(page.getByText('This is a guess', { exact: false }).first()).toBeVisible();
  await page.getByLabel('Outlet').fill('The Grain Post');
  await page.getByLabel('Published on').fill('2026-05-06');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('This is a guess', { exact: false })).toHaveCount(0);
  await page.getByRole('button', { name: 'Leave out paragraph 2' }).click();
  await expect(page.getByText('By hand')).toBeVisible();
  await page.getByRole('button', { name: 'Restore: A line of no use.' }).click();
  await expect(page.getByRole('button', { name: 'Leave out paragraph 2' })).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the original' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('corridor.txt');
  expect(readFileSync(await download.path(), 'utf8')).toBe(text);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page }).analyze()).violations, colorScheme).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.goto('/articles');
  await expect(page.getByText('The Grain Post · 6 May 2026')).toBeVisible();
});

test('an address inside the network is refused in a sentence beside it', async ({
  as,
  expectErrors,
}) => {
  expectErrors.allowed.push(/422/);
  const page = await as('editor');
  await page.goto('/articles/new');
  await page.getByLabel('Fetch it from the web').fill('http://127.1/');
  await page.getByRole('button', { name: 'Fetch this page' }).click();
  await expect(results(page).first()).toContainText('private network', { timeout: 20_000 });
});

test('a reader may neither see the page’s forms nor post past them', async ({ as }) => {
  const page = await as('reader');
  await page.goto('/articles/new');
  await expect(page.getByText('ask an editor to bring one in')).toBeVisible();
  const answer = await page.request.post('/api/articles', {
    data: { text: tunnel },
    headers: { Origin: new URL(page.url()).origin },
  });
  expect(answer.status()).toBe(403);
});
