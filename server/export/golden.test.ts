import { JSDOM } from 'jsdom';
import { afterAll, describe, expect, test } from 'vitest';
import { assemble } from '@/domain/assemble';
import { derive } from '@/domain/derive';
import { readDocument } from '@/domain/document/document';
import { setMemo } from '@/domain/document/set';
import { plainText } from '@/domain/document/text';
import { readMemoFile } from '@/domain/memo-file';
import type { Template } from '@/domain/template';
import { builtInTemplates, templatesFromMemos } from '@/domain/template/built-in';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { render } from '../exports';
import { reopen as reopenWord } from './docx/reopen';
import { closePress } from './typst/pdf';
import { reopen } from './typst/reopen';

afterAll(closePress);

const { article, assessments, issues } = readDemonstration((name) => name);
const evidence = { articles: [article], assessments };
const head = { title: 'The talks', to: 'The Minister', from: 'The desk', date: '2012-12-17' };

/** The demonstration brief in a template's form; of another memo where it is made of one. */
function memoOf(template: Template, matrix: boolean) {
  const [brief] = builtInTemplates;
  if (!brief) throw new Error('There are no templates.');
  const assembled = (form: Template) =>
    readDocument(assemble({ template: form, evidence, issues, matrix, ...head }));
  const document =
    template.madeFrom === 'evidence'
      ? assembled(template)
      : readDocument(derive({ template, parent: assembled(brief), ...head }));
  return { form: template.name, document, evidence, version: null };
}

/** Letters and digits in order: each format has its own signs around them. */
const squash = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe.each([...builtInTemplates, ...templatesFromMemos])('$name', (template) => {
  const memo = memoOf(template, true);
  const printed = setMemo(memo.document, evidence, { form: memo.form });
  const expected = squash(plainText(printed));
  const headings = printed.sections.map(({ heading }) => heading);
  const { paper, type } = template;
  const make = (format: 'pdf' | 'docx' | 'md' | 'txt' | 'html' | 'json') =>
    render(memo, { format, paper, type, createdAt: new Date(0) });

  test('as a PDF says the same, with tagged headings, twice with the same bytes', async () => {
    const bytes = await make('pdf');
    const pdf = await reopen(bytes);
    expect(squash(pdf.pages.flatMap(({ lines }) => lines).join(' '))).toBe(expected);
    expect(pdf.marked).toBe(true);
    const roles = pdf.pages.map(({ tags }) => tags).join('');
    expect(roles.match(/"role":"H2"/g)).toHaveLength(headings.length);
    expect(Buffer.from(await make('pdf')).equals(bytes)).toBe(true);
  });

  test('as a Word file says the same, under heading styles', async () => {
    const word = reopenWord(await make('docx'));
    expect(squash(word.text + word.endnotes)).toBe(expected);
    const styled = word.styles
      .filter(([style]) => /^heading 1$/i.test(style))
      .map(([, text]) => text);
    for (const heading of headings) expect(styled).toContain(heading);
  });

  test('as a web page and JSON says the same, with its headings', async () => {
    const html = new JSDOM(decode(await make('html'))).window.document;
    expect(squash(html.body.textContent)).toBe(expected);
    const set = [...html.querySelectorAll('h2')].map(({ textContent }) => textContent);
    for (const heading of headings) expect(set).toContain(heading);
    const json = readMemoFile(decode(await make('json')));
    const again = setMemo(json.document, json.evidence, { form: json.form });
    expect(squash(plainText(again))).toBe(expected);
  });

  // Both write a table out in their own way, with the names of its columns said again.
  test('as Markdown and text says the same, with its headings', async () => {
    const plain = memoOf(template, false);
    const said = squash(plainText(setMemo(plain.document, evidence, { form: plain.form })));
    const [md, txt] = [
      decode(await render(plain, { format: 'md', paper })),
      decode(await render(plain, { format: 'txt', paper })),
    ];
    expect(squash(md)).toBe(said);
    expect(squash(txt)).toBe(said);
    const marked = [...md.matchAll(/^## (.*)$/gm)].map(([, text]) => squash(text ?? ''));
    for (const heading of headings) expect(marked).toContain(squash(heading));
  });
});
