import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type ParsedMail, simpleParser } from 'mailparser';
import { accountOf, assembleBrief, expect, test } from './desk';

/** The mails that the real mail server took for an address, the oldest first. */
async function mailsTo(address: string): Promise<ParsedMail[]> {
  const folder = `${process.env.E2E_DATA}-mail`;
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).toSorted();
  const mails = await Promise.all(
    names.map(async (name) => simpleParser(await readFile(path.join(folder, name)))),
  );
  return mails.filter(({ to }) => JSON.stringify(to).includes(address));
}

test('who is asked is told in an open page and by mail, and is one click from the place', async ({
  as,
}) => {
  const [editor, reviewer] = await Promise.all([as('editor'), as('reviewer')]);
  await reviewer.goto('/notifications');
  const second = await reviewer.context().newPage();
  await second.goto('/articles');
  const bell = (page: typeof reviewer) => page.getByRole('link', { name: /^Notifications/ });
  const nameOf = async () => (await bell(reviewer).getAttribute('aria-label')) ?? '';
  const before = Number(/\d+/.exec(await nameOf())?.[0] ?? 0);

  const memo = await assembleBrief(editor, 'Told at once');
  await editor.getByRole('link', { name: 'Send it for clearance' }).click();
  await editor.getByLabel('Time zone').fill('Europe/London');
  await editor.getByRole('button', { name: 'Open the clearance' }).click();
  const form = editor.getByRole('region', { name: 'Put somebody on the list' });
  await form.getByLabel('Office or person').selectOption({ label: 'Rosa Reviewer' });
  await form.getByRole('button', { name: 'Put on the list' }).click();

  // Both tabs count on by themselves; one line to the server is enough for them.
  const counted = `Notifications, ${before + 1} unread`;
  await expect(bell(reviewer)).toHaveAccessibleName(counted);
  await expect(bell(second)).toHaveAccessibleName(counted);

  await bell(second).click();
  await expect(second.getByRole('heading', { name: 'Notifications' })).toBeVisible();
  expect((await new AxeBuilder({ page: second }).analyze()).violations).toEqual([]);
  await second.getByRole('link', { name: /^You are asked about “Told at once”/ }).click();
  await expect(second).toHaveURL(`${memo}/clearance`);
  await expect(second.getByRole('region', { name: /^You are asked/ })).toBeVisible();
  await expect(bell(reviewer)).toHaveAccessibleName(
    before === 0 ? 'Notifications' : `Notifications, ${before} unread`,
  );

  // What is read needs no mail; what is not goes out, and its link leads to the place.
  const { email } = accountOf('editor');
  await second.getByRole('radio', { name: /^Object/ }).check();
  await second.getByLabel('Words to it').fill('Not so.');
  await second.getByRole('button', { name: 'Answer' }).click();
  await expect
    .poll(async () => (await mailsTo(email)).map(({ subject }) => subject).join('\n'), {
      timeout: 60_000,
    })
    .toContain('Rosa Reviewer objects to “Told at once”.');
  const mail = (await mailsTo(email)).find(({ subject }) => subject?.includes('Told at once'));
  expect(mail?.text).not.toContain('Not so.');
  const [address = ''] = /http\S+\/notifications\/\S+/.exec(mail?.text ?? '') ?? [];
  // Signed out, it leads on there from the sign-in.
  await editor.getByRole('button', { name: 'Sign out' }).click();
  await expect(editor.getByLabel('Password')).toBeVisible();
  await editor.goto(address);
  await editor.getByLabel('E-mail').fill(email);
  await editor.getByLabel('Password').fill(accountOf('editor').password);
  await editor.getByRole('button', { name: 'Sign in' }).click();
  await expect(editor).toHaveURL(`${memo}/clearance`);
});
