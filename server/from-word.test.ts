import { Document, FootnoteReferenceRun, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDocument } from '@/domain/document/document';
import { quotesIn } from '@/domain/document/walk';
import type { Actor } from '@/domain/user';
import { type BuiltTeam, buildActor, buildTeam } from '@/prisma/builders';
import { db } from './db';
import { exportMemo } from './exports';
import { takeFromWord } from './from-word';
import { closeReaders } from './intake/readers';
import { createMemo, getMemo } from './memos';
import { countOutdated } from './reassembly';

let team: BuiltTeam;
let editor: Actor;

beforeAll(async () => {
  team = await buildTeam(db());
  editor = await buildActor(db(), 'editor', [team.id]);
});
afterAll(closeReaders);

const take = (bytes: Uint8Array, keep = true) =>
  takeFromWord(
    editor,
    { bytes, fileName: 'draft.docx', template: 'policy-brief', keep },
    '2012-12-17',
  );

const draft = (extra: Paragraph[] = []) =>
  Packer.toBuffer(
    new Document({
      footnotes: { 1: { children: [new Paragraph('A remark of ours.')] } },
      sections: [
        {
          children: [
            new Paragraph({ text: 'Talks in Islamabad', heading: HeadingLevel.TITLE }),
            new Paragraph('TO: The Under Secretary'),
            new Paragraph({ text: 'What happened', heading: HeadingLevel.HEADING_1 }),
            new Paragraph(
              '(SBU) Dalton: “The public statement that was put out was very anodyne,” he said.',
            ),
            new Paragraph('“The public statement that was put out was rather anodyne,” one says.'),
            new Paragraph({
              children: [
                new TextRun({ text: 'Bold', bold: true }),
                new TextRun(' words.'),
                new FootnoteReferenceRun(1),
              ],
            }),
            new Paragraph({ text: 'Our own part', heading: HeadingLevel.HEADING_1 }),
            new Paragraph('“Nobody ever said these words at all,” it is written.'),
            ...extra,
          ],
        },
      ],
    }),
  );

test('a draft becomes a memo: its quotes are bound, named or listed, its parts placed', async () => {
  const { id, report } = await take(await draft());
  expect(report.quotes.map(({ state }) => state)).toEqual(['bound', 'altered', 'not-found']);
  expect(report.quotes[1]?.source).toContain('very anodyne');
  expect(report.sections).toContain('Our own part');
  const memo = await getMemo(editor, id ?? '');
  const document = readDocument(memo.document);
  expect(memo.title).toBe('Talks in Islamabad');
  expect(quotesIn(document).map(({ text }) => text)).toEqual([
    'The public statement that was put out was very anodyne,',
  ]);
  const json = JSON.stringify(memo.document);
  for (const words of ['The Under Secretary', 'A remark of ours.', '"portion":"SBU"', '"strong"'])
    expect(json).toContain(words);
  expect(memo.evidence.articles).toHaveLength(1);
  expect(await countOutdated(editor, id ?? '')).toBe(0);
});

test('what is only looked at is not kept, nor is what is marked as classified', async () => {
  const count = () => db().memo.count({ where: { teamId: team.id } });
  const before = await count();
  expect((await take(await draft(), false)).id).toBeNull();
  const secret = await draft([new Paragraph('(S//NF) The delegation leaves.')]);
  await expect(take(secret)).rejects.toThrow(/\(S\/\/NF\).*not accredited/);
  await expect(take(Buffer.from('no archive'))).rejects.toThrow('no Word file');
  expect(await count()).toBe(before);
});

test('a memo that was exported to Word comes back with its quotes bound again', async () => {
  const made = await createMemo(
    editor,
    {
      article: team.articleId,
      template: 'policy-brief',
      issues: team.demonstration.issues.map(({ id }) => id),
      title: 'Talks',
      to: 'The Under Secretary',
      from: 'Desk',
    },
    '2012-12-17',
  );
  const { bytes } = await exportMemo(editor, made, { format: 'docx' });
  const { id, report } = await take(new Uint8Array(bytes));
  const long = (text: string) => text.split(/\s+/).length >= 4;
  const quotes = async (memo: string) =>
    quotesIn(readDocument((await getMemo(editor, memo)).document)).map(({ text }) => text);
  expect(await quotes(id ?? '')).toEqual((await quotes(made)).filter(long));
  expect(report.quotes.filter(({ state }) => state === 'not-found')).toEqual([]);
});

test('a bomb, a torn file and ten thousand paragraphs end in a sentence or in their text', async () => {
  const { default: JsZip } = await import('jszip');
  const whole = await draft();
  const zip = await JsZip.loadAsync(whole);
  zip.file('word/media/zeros.bin', Buffer.alloc(60_000_001));
  const bomb = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
  await expect(take(bomb, false)).rejects.toThrow('unpacks to more than it may');
  await expect(take(whole.subarray(0, whole.length / 2), false)).rejects.toThrow(/broken|no Word/);
  const many = Array.from({ length: 10_000 }, (_, at) => new Paragraph(`Line ${at}.`));
  const { report } = await take(await draft(many), false);
  expect(report.sections).toContain('Our own part');
}, 60_000);

// A paragraph that is cited again is a field in Word: its number came in as a word of the text.
test('our own Word file comes back with each citation, and no number among its words', async () => {
  const order = { article: team.articleId, template: 'policy-brief', to: '', from: '' };
  const issues = team.demonstration.issues.map(({ id }) => id);
  const id = await createMemo(editor, { ...order, issues, title: 'There and back' }, '2012-12-17');
  const { bytes } = await exportMemo(editor, id, { format: 'docx' });
  const { id: again } = await take(bytes);
  const [before, after] = [await getMemo(editor, id), await getMemo(editor, again ?? '')].map(
    ({ document }) => readDocument(document),
  );
  const count = (document: typeof before) => {
    let citations = 0;
    document?.descendants(({ type }) => {
      citations += type.name === 'citation' ? 1 : 0;
    });
    return citations;
  };
  expect(count(before)).toBeGreaterThan(15);
  expect(count(after)).toBeGreaterThanOrEqual(count(before));
  expect(after?.textContent).toContain('are also wrapped up into the mix.');
  expect(after?.textContent).not.toMatch(/mix\.\d|process\.”?\d|region\.\d/);
});
