import { expect, test } from '@playwright/test';

test('the server says that it is well', async ({ request }) => {
  const answer = await request.get('/api/health');
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({ ok: true });
});
