import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import type { Role } from '@/domain/user';

/** Opens a page signed in as the demonstration team's account of this role. */
type As = (role: Role) => Promise<Page>;

/** The demonstration account of a role: its e-mail and the password that the first start made. */
export function accountOf(role: Role): { email: string; password: string } {
  const folder = process.env.E2E_DATA ?? '.data';
  const lines = readFileSync(path.join(folder, 'sign-in.txt'), 'utf8').split('\n');
  const line = lines.find((each) => each.startsWith(role)) ?? '';
  const [, email, password] = /(\S+@\S+)\s+(\S+)/.exec(line) ?? [];
  if (!email || !password) throw new Error(`No account for a ${role} in sign-in.txt`);
  return { email, password };
}

/** Signs a browser in by its session cookie: next-auth's own endpoints, without the form. */
export async function signIn(context: BrowserContext, role: Role): Promise<void> {
  const origin = test.info().project.use.baseURL ?? '';
  const headers = { Origin: origin };
  const { csrfToken } = await (await context.request.get('/api/auth/csrf')).json();
  const form = { ...accountOf(role), csrfToken, json: 'true' };
  const answer = await context.request.post('/api/auth/callback/credentials', { form, headers });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** Playwright's test, with people of the team; an unexpected error in a browser's console fails it. */
export const test = base.extend<{ as: As; expectErrors: { allowed: RegExp[] } }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern.
  expectErrors: async ({}, use) => use({ allowed: [] }),
  as: async ({ browser, expectErrors }, use) => {
    const contexts: BrowserContext[] = [];
    const errors: string[] = [];
    await use(async (role) => {
      const context = await browser.newContext();
      contexts.push(context);
      await signIn(context, role);
      const page = await context.newPage();
      page.on('console', (message) => {
        // What could not be loaded is told by its address alone.
        if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`);
      });
      page.on('pageerror', (error) => errors.push(error.message));
      return page;
    });
    for (const context of contexts) await context.close();
    const unexpected = errors.filter(
      (each) => !expectErrors.allowed.some((rule) => rule.test(each)),
    );
    expect(unexpected, 'errors in a browser’s console').toEqual([]);
  },
});

/** The slug of the article that every start has in store. */
export const demonstration = 'pakistan-us-talks-2012-12-14';

/** Assembles a memo (a policy brief) from the demonstration article through the form; returns its address. */
export async function assembleBrief(
  page: Page,
  title: string,
  { matrix = false, template = 'Policy brief' } = {},
): Promise<string> {
  await page.goto(`/memos/new?article=${demonstration}`);
  await page.getByRole('radio', { name: new RegExp(`^${template}`) }).check();
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('To', { exact: true }).fill('The Under Secretary');
  if (matrix) await page.getByRole('checkbox', { name: /Positions matrix/ }).check();
  await page.getByRole('button', { name: 'Assemble the memo' }).click();
  await page.waitForURL(/\/memos\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  return page.url();
}

/** Opens the editor of the memo on the page and waits until one can write. */
export async function startEditing(page: Page) {
  await page.getByRole('button', { name: 'Edit' }).click();
  const text = page.getByRole('textbox', { name: 'Memo text' });
  await expect(text).toBeVisible();
  return text;
}

/** Puts the caret at the end of the paragraph or place that holds these words. */
export async function placeCaret(page: Page, words: string): Promise<void> {
  const paragraph = page.locator('.ProseMirror p').filter({ hasText: words }).first();
  const place = page.locator(`.ProseMirror p[data-empty*="${words}"]`).first();
  const target = (await place.count()) > 0 ? place : paragraph;
  await target.scrollIntoViewIfNeeded();
  await target.click();
  await page.keyboard.press('End');
}

/** Downloads the memo by the button that says so, from the list of other formats where it is there. */
export async function download(page: Page, label: string): Promise<Uint8Array> {
  const button = page.getByRole('button', { name: new RegExp(`^${label}`) });
  if (!(await button.isVisible())) await page.getByText('Other formats').click();
  const downloading = page.waitForEvent('download');
  await button.click();
  return new Uint8Array(readFileSync(await (await downloading).path()));
}

/** Brings an article in by the address that the page uses; returns what it answers. Own articles say `separate`. */
export async function bringIn(page: Page, data: Record<string, unknown>) {
  const headers = { Origin: test.info().project.use.baseURL ?? '' };
  const answer = await page.request.post('/api/articles', { data, headers });
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.json();
}

export { expect };
