import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { reopen } from '@/server/export/typst/reopen';
import { assembleBrief, download, expect, placeCaret, startEditing, test } from './desk';

async function findNoFault(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((each) => each.html)])).toEqual([]);
}

test('a sentence is bound by keys alone, and says in words on what it rests', async ({ as }) => {
  const page = await as('editor');
  await assembleBrief(page, 'Bound by keys');
  const text = await startEditing(page);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('Neither side moved. The channel matters more.');
  const panel = page.getByRole('region', { name: 'Sentence binding' });
  await page.keyboard.press('Control+Shift+B');
  await expect(panel).toContainText('The channel matters more.');
  await expect(panel).toContainText('2 unbound');
  await expect(panel.getByRole('radio', { name: /No binding/ })).toBeFocused();
  await findNoFault(page);

  // A judgment has to name its basis; it is found by its words and ticked.
  await page.keyboard.press('j');
  await expect(panel.getByRole('radio', { name: /Our judgment/ })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('status')).toContainText('names what it rests on');
  await page.keyboard.press('Tab');
  await page.keyboard.type('joshi stalemate');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(panel).toHaveCount(0);
  await expect(text).toBeFocused();
  const bound = page.locator('.ProseMirror [data-sentence="judgment"]');
  await expect(bound).toHaveText('The channel matters more.');

  // Arrow keys go from kind to kind, and Escape leaves all as it was.
  await page.keyboard.press('Control+Shift+B');
  await expect(panel).toContainText('Our judgment: Joshi, ¶ 12');
  await page.keyboard.press('ArrowDown');
  await expect(panel.getByRole('radio', { name: /Recommendation/ })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(text).toBeFocused();
  await expect(bound).toHaveText('The channel matters more.');
  await page.keyboard.press('Control+z');
  await expect(bound).toHaveCount(0);
  await page.keyboard.press('Control+y');
  await expect(bound).toHaveText('The channel matters more.');

  // On demand each sentence says what it is, in words.
  await page.keyboard.press('Control+Shift+B');
  await panel.getByRole('checkbox', { name: 'Show in the text' }).check();
  const paragraph = page.locator('.ProseMirror p').filter({ hasText: 'Neither side moved.' });
  await expect(paragraph.locator('.sentence-label')).toHaveText([
    'No binding',
    'Our judgment: Joshi, ¶ 12',
  ]);
  await panel.getByRole('button', { name: 'Next unbound' }).press('Enter');
  await expect(panel).toContainText('Neither side moved.');
  await findNoFault(page);
});

test('while suggesting, a binding says that it can’t be suggested', async ({ as }) => {
  const page = await as('editor');
  await assembleBrief(page, 'Not suggested');
  await startEditing(page);
  await placeCaret(page, 'anodyne');
  await page.keyboard.press('Control+Shift+S');
  await page.keyboard.press('Control+Shift+B');
  const panel = page.getByRole('region', { name: 'Sentence binding' });
  await expect(panel).toContainText('Their assessment: Dalton, ¶ 7');
  await expect(panel).toContainText('can’t be suggested');
  await expect(panel.getByRole('radio')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
});

test('another who writes sees what a sentence was bound to', async ({ as }) => {
  const [page, other] = [await as('editor'), await as('administrator')];
  const address = await assembleBrief(page, 'Bound together');
  await other.goto(address);
  await Promise.all([startEditing(page), startEditing(other)]);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('The text of the memo goes here.');
  await page.keyboard.press('Control+Shift+B');
  await page.keyboard.press('b');
  await page.keyboard.press('Enter');
  await expect(other.locator('.ProseMirror [data-sentence="boilerplate"]').last()).toHaveText(
    'The text of the memo goes here.',
  );
});

test('a portion is marked by keys and stands before its words on page and paper', async ({
  as,
}) => {
  const page = await as('editor');
  await assembleBrief(page, 'Marked by keys');
  const text = await startEditing(page);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('The channel matters more.');
  await page.keyboard.press('Control+Shift+M');
  const panel = page.getByRole('form', { name: 'Portion mark' });
  await expect(panel.getByRole('radio', { name: 'No mark' })).toBeFocused();
  await findNoFault(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(panel.getByRole('radio', { name: '(SBU)', exact: true })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(panel).toHaveCount(0);
  await expect(text).toBeFocused();
  const marked = page.locator('.ProseMirror p[data-portion]');
  await expect(marked).toHaveAttribute('data-portion', 'SBU');
  await page.keyboard.press('Control+z');
  await expect(marked).toHaveCount(0);
  await page.keyboard.type(' /portion mark (cui');
  await page.keyboard.press('Enter');
  await expect(marked).toHaveAttribute('data-portion', 'CUI');

  await page.getByRole('button', { name: 'Done' }).click();
  const memo = page.locator('article.memo');
  await expect(memo).toContainText('(CUI) The channel matters more.');
  await expect(memo.locator('.marking')).toHaveText(['CUI', 'CUI']);
  const pdf = await reopen(await download(page, 'Download PDF'));
  for (const each of pdf.pages) expect(each.margins).toContain('CUI');
  expect(pdf.pages.flatMap((each) => each.lines).join(' ')).toContain('(CUI) The channel');
});

test('a footnote is written by keys in its place, and stands at the foot of page and paper', async ({
  as,
}) => {
  const page = await as('editor');
  await assembleBrief(page, 'Noted by keys');
  await startEditing(page);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('The channel matters more');
  await page.keyboard.press('Control+Alt+f');
  await page.keyboard.type('"So we think," at least.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('. And on.');
  const note = page.locator('.ProseMirror [data-footnote]');
  await expect(note.locator('.words')).toHaveText('“So we think,” at least.');
  await expect(note).toHaveAttribute('data-letter', 'a');
  await expect(note).toHaveAccessibleName('Footnote a');
  const paragraph = page.locator('.ProseMirror p').filter({ hasText: 'The channel' });
  await expect(paragraph).toHaveText('The channel matters more[“So we think,” at least.]. And on.');

  // Back into it by arrows, and out again; what is typed stays on the side of the caret.
  for (let n = 0; n < '. And on.'.length + 1; n += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.type(' Still.');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type(', yes');
  await expect(paragraph).toHaveText(
    'The channel matters more[“So we think,” at least. Still.], yes. And on.',
  );
  await findNoFault(page);

  // A second one from the menu is emptied and gone by Backspace.
  await page.keyboard.press('End');
  await page.keyboard.type(' /foot');
  await page.keyboard.press('Enter');
  await page.keyboard.type('x');
  await expect(note).toHaveCount(2);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await expect(note).toHaveCount(1);

  await page.getByRole('button', { name: 'Done' }).click();
  const memo = page.locator('article.memo');
  await expect(memo.getByRole('link', { name: 'Footnote a', exact: true })).toHaveAttribute(
    'href',
    '#footnote-a',
  );
  await expect(memo.locator('#footnote-a')).toHaveText('a.“So we think,” at least. Still.');
  await findNoFault(page);
  const pdf = await reopen(await download(page, 'Download PDF'));
  const printed = pdf.pages.flatMap((each) => each.lines).join(' ');
  expect(printed).toContain('“So we think,” at least. Still.');
  const markdown = new TextDecoder().decode(await download(page, 'Markdown'));
  expect(markdown).toContain('matters more[^a], yes. And on.');
  expect(markdown).toContain('\n[^a]: “So we think,” at least. Still.\n');
});

test('a quotation that was changed blocks the export in a footnote too', async ({ as }) => {
  const page = await as('editor');
  await assembleBrief(page, 'Changed in a note');
  await startEditing(page);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('They met');
  await page.keyboard.press('Control+Alt+f');
  await page.keyboard.type('“The public statement that was put out was very boring”');
  await expect(page.getByText('A quote does not stand.')).toBeVisible();
});

test('a footnote is suggested with its words as one, and is in no text until accepted', async ({
  as,
}) => {
  const page = await as('editor');
  await assembleBrief(page, 'Suggested note');
  await startEditing(page);
  await placeCaret(page, 'what follows from this');
  await page.keyboard.type('The channel matters more');
  await page.keyboard.press('Control+Shift+S');
  await page.keyboard.press('Control+Alt+f');
  await page.keyboard.type('So we think.');
  await page.keyboard.press('Enter');
  await expect(page.locator('.ProseMirror [data-footnote] .words')).toHaveText('So we think.');
  const list = page.getByRole('region', { name: '1 open suggestion' });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await list.getByRole('button', { name: /^Accept: Put in So we think/ }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.locator('article.memo #footnote-a')).toHaveText('a.So we think.');
});
