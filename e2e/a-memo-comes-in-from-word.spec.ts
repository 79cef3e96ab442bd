import AxeBuilder from '@axe-core/playwright';
import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { expect, test } from './desk';

const paragraphs = [
  new Paragraph({ text: 'A draft from elsewhere', heading: HeadingLevel.TITLE }),
  new Paragraph({ text: 'What happened', heading: HeadingLevel.HEADING_1 }),
  new Paragraph('“The public statement that was put out was very anodyne,” Dalton said.'),
  new Paragraph('“The public statement that was put out was rather anodyne,” it is said.'),
];

test('a Word file is reported on before it is kept, and becomes a memo with bound quotes', async ({
  as,
  expectErrors,
}) => {
  expectErrors.allowed.push(/422/);
  const page = await as('editor');
  await page.goto('/memos/new');
  await page.getByRole('link', { name: 'From a Word file' }).click();
  const choose = (buffer: Buffer) =>
    page.getByLabel('Word file').setInputFiles({ name: 'draft.docx', mimeType: '', buffer });
  await choose(Buffer.from('no archive at all'));
  await page.getByRole('button', { name: 'See what becomes of it' }).click();
  await expect(page.getByText('This is no Word file.', { exact: false })).toBeVisible({
    timeout: 30_000,
  });
  await choose(await Packer.toBuffer(new Document({ sections: [{ children: paragraphs }] })));
  await page.getByRole('button', { name: 'See what becomes of it' }).click();
  const report = page.getByRole('region', { name: 'A draft from elsewhere' });
  await expect(report).toContainText('Bound to Toby Dalton’s statement.', { timeout: 30_000 });
  await expect(report).toContainText('Changed. The source has:');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Make the memo' }).click();
  await page.waitForURL(/\/memos\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A draft from elsewhere');
});
