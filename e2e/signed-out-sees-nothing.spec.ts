import { accountOf, assembleBrief, expect, signIn, test } from './desk';

const pages = [
  '/',
  '/articles',
  '/articles/new',
  '/experts',
  '/issues',
  '/articles/pakistan-us-talks-2012-12-14',
  '/memos',
  '/memos/new',
  '/account',
  '/admin/people',
];

test('every page sends someone signed out to sign in, and shows nothing', async ({ page }) => {
  for (const address of pages) {
    const answer = await page.request.get(address, { maxRedirects: 0 });
    expect(answer.status(), address).toBe(307);
    expect(answer.headers().location, address).toContain('/sign-in');
    expect(await answer.text(), address).not.toContain('Joshi');
  }
});

test('a memo’s page, file, text and changes are closed to someone signed out', async ({
  as,
  request,
}) => {
  const address = await assembleBrief(await as('editor'), 'Closed to the world');
  const api = address.replace('/memos/', '/api/memos/');
  expect((await request.get(address, { maxRedirects: 0 })).status()).toBe(307);
  for (const path of ['export?format=pdf', 'export?format=md', 'draft', 'live?from=0'])
    expect((await request.get(`${api}/${path}`)).status(), path).toBe(401);
  const headers = { Origin: new URL(address).origin };
  expect((await request.post(`${api}/live`, { data: {}, headers })).status()).toBe(401);
});

test('the health check is open, and says nothing more', async ({ request }) => {
  const answer = await request.get('/api/health');
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toEqual({ ok: true });
});

test('a change that another site sends is turned away', async ({ as }) => {
  const page = await as('editor');
  const address = await assembleBrief(page, 'Not from elsewhere');
  const api = `${address.replace('/memos/', '/api/memos/')}/live`;
  for (const headers of [{ Origin: 'https://evil.example' }, { Origin: 'null' }])
    expect((await page.request.post(api, { data: {}, headers })).status()).toBe(403);
});

test('signing in by the form leads to the desk; a wrong password is told in a sentence', async ({
  page,
}) => {
  const { email, password } = accountOf('reader');
  await page.goto('/');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill('not the password at all');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('do not go together')).toBeVisible();
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Desk' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/sign-in/);
  expect((await page.request.get('/memos', { maxRedirects: 0 })).status()).toBe(307);
});

test('an ended session stops at once, though its cookie is still there', async ({
  as,
  browser,
}) => {
  const other = await browser.newContext({ userAgent: 'The other browser' });
  await signIn(other, 'reviewer');
  expect((await other.request.get('/memos', { maxRedirects: 0 })).status()).toBe(200);
  const page = await as('reviewer');
  await page.goto('/account');
  const line = page.getByRole('listitem').filter({ hasText: 'The other browser' });
  await line.first().getByRole('button', { name: 'End this session' }).click();
  await expect(line).toHaveCount(0);
  expect((await other.request.get('/memos', { maxRedirects: 0 })).status()).toBe(307);
  await other.close();
});

test('only an address of our own is led on to from the sign-in', async ({ page }) => {
  const { email, password } = accountOf('reader');
  for (const next of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:1',
  ]) {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('navigation', { name: 'Desk' })).toBeVisible();
    expect(new URL(page.url()).pathname, next).toBe('/');
    await page.context().clearCookies();
  }
});
