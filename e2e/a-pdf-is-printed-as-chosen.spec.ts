import { Buffer } from 'node:buffer';
import { reopen } from '@/server/export/typst/reopen';
import { provePdf } from '@/server/prove';
import { assembleBrief, download, expect, test } from './desk';

// Paper, standard, line numbers, draft mark and the proof of quotes are a choice beside the button,
// and none of them changes a word of the memo.

test('a PDF has what was chosen for it, and says what the plain one says', async ({ as }) => {
  const page = await as('editor');
  await assembleBrief(page, 'As it was chosen');
  const plain = await reopen(await download(page, 'Download PDF'));
  await page.getByText('PDF options').click();
  await page.getByRole('radio', { name: 'A4' }).check();
  await page.getByRole('radio', { name: 'PDF/UA-1' }).check();
  await page.getByRole('checkbox', { name: /^Line numbers/ }).check();
  await page.getByRole('checkbox', { name: /^Draft mark/ }).check();
  const marked = Buffer.from(await download(page, 'Download this PDF'));
  expect(marked.toString('latin1')).toContain('595.27');
  const pdf = await reopen(new Uint8Array(marked));
  const text = ({ pages }: typeof pdf) =>
    pages
      .flatMap(({ lines }) => lines)
      .join('')
      .replace(/[\s\u00AD-]/g, '');
  expect(text(pdf)).toBe(text(plain));
  for (const { margins } of pdf.pages) expect(margins).toMatch(/DRAFT\s+\d+\n\d+\n/);
  await page.getByRole('checkbox', { name: /^Proof of quotes/ }).check();
  const proved = await download(page, 'Download this PDF');
  expect(text(await reopen(proved))).toContain(text(plain));
  expect(text(await reopen(proved))).toContain('Proofofquotes');
  expect((await provePdf(proved)).stands).toBe(true);
  expect(
    (
      await page.request.get(
        `${page.url().replace('/memos/', '/api/memos/')}/export?format=pdf&standard=x`,
      )
    ).status(),
  ).toBe(422);
});
