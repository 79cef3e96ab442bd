import { deflateSync, inflateSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { assemble } from '@/domain/assemble';
import { readDocument } from '@/domain/document/document';
import { setMemo } from '@/domain/document/set';
import { exportMemoFile } from '@/domain/memo-file';
import { noProof } from '@/domain/prove';
import { builtInTemplates } from '@/domain/template/built-in';
import { policyBrief } from '@/domain/template/policy-brief';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { attachmentOf } from './export/pdf';
import { closePress, exportPdf } from './export/typst/pdf';
import { type Finished, render } from './exports';
import { provePdf } from './prove';

const { article, assessments, issues } = readDemonstration((name) => name);
const evidence = { articles: [article], assessments };
const order = { template: policyBrief, issues, to: 'The Under Secretary', from: '', evidence };

function memoOf(title: string): Finished {
  const document = readDocument(assemble({ ...order, title, date: '2012-12-17' }));
  return { form: 'Policy brief', document, evidence, version: 3 };
}

const print = (memo: Finished, options = {}) =>
  render(memo, { format: 'pdf', paper: 'us-letter', createdAt: new Date(0), ...options });

/** The attached memo file with words changed, put back into the bytes of the PDF. */
function withAttachment(pdf: Uint8Array, change: (text: string) => string): Uint8Array {
  const bytes = Buffer.from(pdf);
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    const end = bytes.indexOf('\nendstream', at);
    let text: string;
    try {
      text = inflateSync(bytes.subarray(at + 7, end)).toString();
    } catch {
      continue;
    }
    if (!text.startsWith('{\n  "format": "scenesetter-memo"')) continue;
    const packed = deflateSync(change(text), { level: 9 });
    // The places of objects stay as they are: what is shorter is filled up behind the stream's end.
    expect(packed.length).toBeLessThanOrEqual(end - at - 7);
    packed.copy(bytes, at + 7);
    return bytes;
  }
  throw new Error('No memo is attached.');
}

afterAll(closePress);

describe('a PDF', () => {
  test.each([
    {},
    { standard: 'ua-1', lines: true },
    { standard: '1.7', draft: true, paper: 'a4' },
    { lines: true, draft: true },
    { proof: true, standard: 'ua-1', lines: true },
    { proof: true },
  ])('is proved as it was printed: %o', async (options) => {
    const proof = await provePdf(await print(memoOf('Talks'), options));
    expect(proof.faults).toEqual([]);
    expect(proof.quotes.length).toBeGreaterThan(5);
    expect(proof.stands).toBe(true);
  });

  test.each(builtInTemplates)('of the template “$name” is proved', async (template) => {
    const title = `A long title that the foot of a page cuts off: what the ${template.name} has to say of all this`;
    const json = assemble({ ...order, template, title, date: '2012-12-17', matrix: true });
    const pdf = await print({
      ...memoOf(title),
      form: template.name,
      document: readDocument(json),
    });
    const { faults, quotes } = await provePdf(pdf);
    expect(faults).toEqual([]);
    expect(quotes.filter(({ state }) => state !== 'exact')).toEqual([]);
  });

  test.each([
    'Talks with شہباز شریف and محمد بن سلمان, at 10',
    'محادثات',
    'أحمد 2012 كلام',
    'Дмитрий Иванов и Ελένη Παππά',
    `He said: ${'السلام عليكم ورحمة الله وبركاته '.repeat(9)}(twice).`,
  ])('with names in other scripts is proved: %s', async (title) => {
    const pdf = await print(memoOf(title));
    expect((await provePdf(pdf)).faults).toEqual([]);
    const turned = readDocument(
      JSON.parse(
        JSON.stringify(memoOf(title).document.toJSON()).replace(/محمد|محاد|أحمد|Иванов|الله/, 'بن'),
      ),
    );
    const attachments = [attachmentOf(exportMemoFile({ ...memoOf(title), document: turned }, 3))];
    const printed = setMemo(memoOf(title).document, evidence, memoOf(title));
    const forged = await exportPdf(printed, { createdAt: new Date(0), attachments });
    expect((await provePdf(forged.pdf)).faults.join()).toContain('Page 1 shows');
  });

  test('in a script that no typeface of ours has is refused, and not printed with letters missing', async () => {
    await expect(print(memoOf('தமிழ்'))).rejects.toThrow('The typeface has no “த”');
  });

  test('has the same bytes for the same memo, attachment included', async () => {
    const [one, other] = [await print(memoOf('Talks')), await print(memoOf('Talks'))];
    expect(Buffer.compare(one, other)).toBe(0);
  });

  test('whose page says another word than its memo is found, and the page is named', async () => {
    const memo = memoOf('Talks');
    const said = JSON.stringify(memo.document.toJSON());
    const forged = readDocument(JSON.parse(said.replace('a stalemate', 'a triumph')));
    const attachments = [attachmentOf(exportMemoFile(memo, 3))];
    const printed = setMemo(forged, evidence, memo);
    const { pdf } = await exportPdf(printed, { createdAt: new Date(0), attachments });
    const { stands, faults, quotes } = await provePdf(pdf);
    expect(stands).toBe(false);
    expect(faults.join()).toMatch(
      /^Page \d shows “triumph,?” .*, where the attached memo has “stalemate/,
    );
    expect(quotes.every(({ state }) => state === 'exact')).toBe(true);
  });

  test('with a changed word in an attached paragraph is found', async () => {
    const pdf = await print(memoOf('Talks'));
    const changed = withAttachment(pdf, (text) =>
      text.replace(/("text": "[^\n]*a )stalemate([^\n]*\n *"sha256")/, '$1triumph$2'),
    );
    const { stands, faults } = await provePdf(changed);
    expect(stands).toBe(false);
    expect(faults.join()).toContain('is not what its SHA-256 says');
  });

  test('without a memo, or that is none, or locked, or too large, is refused with a sentence', async () => {
    const pdf = Buffer.from(await print(memoOf('Talks')));
    const bare = Buffer.from(
      pdf.toString('latin1').replaceAll('(memo.json)', '(other.txt)'),
      'latin1',
    );
    await expect(provePdf(bare)).rejects.toThrow(noProof.empty);
    await expect(provePdf(Buffer.from('Dear Sir, no PDF.'))).rejects.toThrow(noProof.notPdf);
    await expect(provePdf(new Uint8Array(50 * 1024 * 1024))).rejects.toThrow(noProof.big);
    await expect(provePdf(Buffer.from(locked))).rejects.toThrow(noProof.locked);
  });
});

/** The smallest file that asks for a password: its key was made from one that nobody has. */
const locked = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj
3 0 obj <</Filter/Standard/V 1/R 2/P -4/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>>> endobj
trailer <</Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]/Size 4>>
%%EOF`;
