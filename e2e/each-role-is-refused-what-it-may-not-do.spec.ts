import type { Role } from '@/domain/user';
import { assembleBrief, expect, test } from './desk';

const mayWrite: Record<Role, boolean> = {
  administrator: true,
  editor: true,
  reviewer: false,
  reader: false,
};

for (const [role, writes] of Object.entries(mayWrite) as [Role, boolean][])
  test(`a ${role} ${writes ? 'may' : 'may not'} make and change memos, on the page and past it`, async ({
    as,
  }) => {
    const address = await assembleBrief(await as('editor'), `Seen by a ${role}`);
    const page = await as(role);
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Seen by a ${role}`);
    await expect(page.getByRole('button', { name: 'Edit' })).toHaveCount(writes ? 1 : 0);
    await expect(page.getByRole('button', { name: 'Suggest changes' })).toHaveCount(
      role === 'reviewer' ? 1 : 0,
    );
    await expect(page.getByRole('button', { name: 'Download PDF' })).toBeVisible();
    const step = {
      stepType: 'replace',
      from: 2,
      to: 2,
      slice: { content: [{ type: 'text', text: 'X' }] },
    };
    const save = { from: 0, clientId: `straight-from-${role}`, clientSeq: 1, steps: [step] };
    const answer = await page.request.post(`${address.replace('/memos/', '/api/memos/')}/live`, {
      data: save,
      headers: { Origin: new URL(address).origin },
    });
    expect(answer.status()).toBe(writes ? 200 : 403);
    await page.goto('/memos/new');
    await expect(page.getByRole('button', { name: 'Assemble the memo' })).toHaveCount(
      writes ? 1 : 0,
    );
    const people = await page.request.get('/admin/people');
    expect(people.status()).toBe(role === 'administrator' ? 200 : 404);
  });

test('what is not there answers 404, with a way back', async ({ as, expectErrors }) => {
  expectErrors.allowed.push(/404/);
  const page = await as('reader');
  for (const path of [
    '/memos/01a20acd-7ee9-777e-bb59-12fc2bf10818',
    '/articles/nothing',
    '/nowhere',
  ]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByText('There is nothing here under this address')).toBeVisible();
  }
  expect((await page.goto('/memos/not-an-id'))?.status()).toBe(404);
});

test('an administrator invites somebody, who joins with a password of their own', async ({
  as,
  browser,
}) => {
  const page = await as('administrator');
  const email = `bo-${Date.now()}@example.org`;
  await page.goto('/admin/people');
  await page.getByLabel('Name').fill('Bo Newcomer');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Role', { exact: true }).selectOption('reader');
  await page.getByRole('button', { name: 'Invite' }).click();
  const link = ((await page.locator('code').textContent()) ?? '').trim();
  const context = await browser.newContext();
  const theirs = await context.newPage();
  await theirs.goto(link);
  await theirs.getByLabel('Password').fill('too short');
  await theirs.getByRole('button', { name: 'Make my account' }).click();
  await expect(theirs).toHaveURL(/\/join\//);
  await theirs.getByLabel('Password').fill('five plain words in a row');
  await theirs.getByRole('button', { name: 'Make my account' }).click();
  await expect(theirs.getByText('Your account is ready')).toBeVisible();
  await theirs.getByLabel('E-mail').fill(email);
  await theirs.getByLabel('Password').fill('five plain words in a row');
  await theirs.getByRole('button', { name: 'Sign in' }).click();
  await expect(theirs.getByRole('heading', { name: 'Desk' })).toBeVisible();
  expect((await theirs.request.get(link)).status()).toBe(404);
  await context.close();
});
