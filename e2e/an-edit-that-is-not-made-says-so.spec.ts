import type { Page } from '@playwright/test';
import { assembleBrief, expect, placeCaret, startEditing, test } from './desk';

const said = (page: Page) => page.getByRole('status', { name: 'Edits not made' });
const text = (page: Page) => page.locator('.ProseMirror');

for (const mode of ['edits', 'suggests'] as const)
  test(`one who ${mode} is told what can’t be done, until something is done`, async ({ as }) => {
    const page = await as('editor');
    await assembleBrief(page, `Refused to one who ${mode}`);
    await startEditing(page);
    await placeCaret(page, 'what follows from this');
    if (mode === 'suggests') await page.keyboard.press('Control+Shift+S');
    const before = await text(page).textContent();

    await test.step('everything selected and deleted', async () => {
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Backspace');
      await expect(said(page)).toHaveText(
        'The sections belong to the template and stay. Select words within one of them.',
      );
      expect(await text(page).textContent()).toBe(before);
      // In sight as well, wherever one is in the text.
      await expect(said(page).locator('span')).toBeInViewport();
    });

    await test.step('it goes with the next edit, and not before', async () => {
      await placeCaret(page, 'what follows from this');
      await expect(said(page)).not.toHaveText('');
      await page.keyboard.type('Done. ');
      await expect(said(page)).toHaveText('');
      await expect(text(page)).toContainText('Done.');
    });

    await test.step('typed over the endnotes', async () => {
      // Not where the last click was: soon after it, that would be a double click.
      await text(page)
        .locator('ol.endnotes')
        .click({ position: { x: 40, y: 12 } });
      await page.keyboard.type('x');
      await expect(said(page)).toHaveText(/^The endnotes follow from the citations/);
      await page.keyboard.press('Delete');
      await expect(text(page).locator('ol.endnotes li')).not.toHaveCount(0);
    });

    await test.step('a section joined with the one before, a title broken in two', async () => {
      const heading = text(page).locator('h2').filter({ hasText: 'Implications' });
      await heading.click();
      await page.keyboard.press('Home');
      await page.keyboard.press('Backspace');
      await expect(said(page)).toHaveText(/^The parts of the template stay apart/);
      await text(page).locator('h1').click();
      await page.keyboard.press('Enter');
      await expect(said(page)).toHaveText('The title and the lines of the head are one line each.');
      await expect(text(page).locator('h2').filter({ hasText: 'Implications' })).toHaveCount(1);
    });
  });

test('what another writes does not take the sentence away', async ({ as }) => {
  const edith = await as('editor');
  const ada = await as('administrator');
  const address = await assembleBrief(edith, 'Refused while another writes');
  await ada.goto(address);
  await startEditing(ada);
  await startEditing(edith);
  await edith.keyboard.press('Control+a');
  await edith.keyboard.press('Delete');
  await expect(said(edith)).toHaveText(/^The sections belong/);
  await placeCaret(ada, 'what the reader should do');
  await ada.keyboard.type('Ada goes on.');
  await expect(text(edith)).toContainText('Ada goes on.');
  await expect(said(edith)).toHaveText(/^The sections belong/);
  await expect(said(ada)).toHaveText('');
});
