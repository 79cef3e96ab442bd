import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { assemble } from '@/domain/assemble';
import { writeMemoFile } from '@/domain/memo-file';
import { policyBrief } from '@/domain/template/policy-brief';
import { readDemonstration } from '@/prisma/seed/demonstration';
import { root } from './place';

const folder = mkdtempSync(path.join(os.tmpdir(), 'scenesetter-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Ended = { code: number | null; out: string; err: string };

/** The real command, from the folder of the test, with a store that can't be reached. */
function run(args: string[], input = ''): Promise<Ended> {
  const command = [path.join(root, 'cli', 'bootstrap.mjs'), 'scenesetter', ...args];
  const unreachable = 'postgresql://nobody:nothing@127.0.0.1:1/none';
  const env = { ...process.env, INIT_CWD: folder, DATABASE_URL: unreachable };
  const child = spawn(process.execPath, command, { cwd: folder, env });
  const ended: Ended = { code: null, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    ended.out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    ended.err += chunk;
  });
  child.stdin.on('error', () => undefined).end(input);
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ ...ended, code }));
  });
}

const { article, assessments, issues, text } = readDemonstration((name) => name);
const line = (id: number, quote: string, more = {}) =>
  JSON.stringify({ id, article: text, quote, ...more });

describe('verify, with articles given as text', () => {
  test('answers each line in order, with offsets into the text, and needs no database', async () => {
    const lines = [
      line(1, 'It’s a stalemate,'),
      line(2, "It's a stalemate"),
      line(3, 'we would ask the Pakistanis […] and I’m sure they said no thank you'),
      line(4, 'It’s a perfect stalemate'),
      line(5, 'The harvest was plentiful in Normandy'),
      line(6, ''),
      line(7, 'It’s a stalemate,', { speaker: 'Toby Dalton' }),
      JSON.stringify({ id: 'ü', article: 'One\u2028two 🙂 three.', quote: 'three' }),
    ];
    const { code, out, err } = await run(['verify'], `\uFEFF${lines.join('\n\n')}`);
    expect([code, err]).toEqual([0, '']);
    const answers = out
      .trimEnd()
      .split('\n')
      .map((each) => JSON.parse(each));
    expect(answers.map(({ id, state }) => [id, state])).toEqual([
      [1, 'exact'],
      [2, 'typographic'],
      [3, 'marked'],
      [4, 'altered'],
      [5, 'not-found'],
      [6, 'not-found'],
      [7, 'exact'],
      ['ü', 'exact'],
    ]);
    for (const { at, nearest } of answers.slice(0, 4))
      expect(text.slice(at.start, at.end)).toBe(nearest);
    expect(answers[3].nearest).toBe('It’s a stalemate');
    expect(answers[5]).toEqual({ id: 6, state: 'not-found', at: null, nearest: null });
    expect(answers[7].at).toEqual({ start: 11, end: 16 });
  });

  test.each([
    ['it is not JSON', '{"id": 1, '],
    ['it is no JSON object', '[]'],
    ['“quote” is missing', '{"id": 1, "article": "A text."}'],
    ['“quote” is no text', '{"id": 1, "article": "A text.", "quote": 5}'],
    ['“article” is empty', '{"id": 1, "article": " ", "quote": ""}'],
    ['“id” is no text or number', '{"id": null, "article": "A text.", "quote": ""}'],
  ])('stops at a line where %s, and says which', async (sentence, bad) => {
    const { code, out, err } = await run(['verify'], `${line(1, 'stalemate')}\n${bad}\n`);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ id: 1, state: 'exact' });
    expect(err).toBe(`Line 2 can't be checked: ${sentence}.\n`);
  });
});

describe('attribute', () => {
  const ask = (id: unknown, words: string) => JSON.stringify({ id, text: words });

  test('answers each article in order, with its own places, and needs no database', async () => {
    const lines = [
      ask(1, text),
      ask('ü', 'One\u2028“Rain,” said Ann Lee, a forecaster.'),
      ask(3, ''),
      JSON.stringify({ id: 4, text: 'It will rain.', attributions: [{ content: [] }] }),
    ];
    const { code, out, err } = await run(['attribute'], `\uFEFF${lines.join('\n\n')}`);
    expect([code, err]).toEqual([0, '']);
    const answers = out
      .trimEnd()
      .split('\n')
      .map((each) => JSON.parse(each));
    expect(answers.map(({ id }) => id)).toEqual([1, 'ü', 3, 4]);
    const [first, second, ...rest] = answers.map(({ attributions }) => attributions);
    for (const { content } of first)
      for (const { start, end, text: words } of content) expect(text.slice(start, end)).toBe(words);
    expect(first.map(({ speaker }: { speaker: string }) => speaker)).toContain('Sharad Joshi');
    expect(second).toMatchObject([
      { speaker: 'Ann Lee', role: 'forecaster', type: 'direct', kind: 'direct_quote' },
    ]);
    expect(second[0].content).toEqual([{ start: 4, end: 11, text: '“Rain,”' }]);
    expect(rest).toEqual([[], []]);
  });

  test.each([
    ['it is not JSON', '{"id": 1, '],
    ['it is no JSON object', '"text"'],
    ['“text” is missing', '{"id": 1}'],
    ['“text” is no text', '{"id": 1, "text": ["a"]}'],
    ['“id” is no text or number', '{"id": {}, "text": ""}'],
  ])('stops at a line where %s, and says which', async (sentence, bad) => {
    const { code, out, err } = await run(['attribute'], `${ask(1, '')}\n\n${bad}\n`);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toEqual({ id: 1, attributions: [] });
    expect(err).toBe(`Line 3 can't be read: ${sentence}.\n`);
  });
});

describe('export', () => {
  const evidence = { articles: [article], assessments };
  const order = { template: policyBrief, issues, title: 'Talks', to: '', from: '' };
  const document = assemble({ ...order, evidence, date: '2012-12-17' });
  const memo = writeMemoFile('Policy brief', document, evidence);

  test('writes Markdown, PDF and Word from a memo file, without a database', async () => {
    writeFileSync(path.join(folder, 'memo.json'), memo);
    const options = ['--in', 'memo.json', '--format'];
    const md = await run(['export', ...options, 'md', '--out', 'memo.md']);
    expect(md).toEqual({ code: 0, out: '', err: 'Wrote memo.md.\n' });
    expect(readFileSync(path.join(folder, 'memo.md'), 'utf8')).toContain('“It’s a stalemate,”');
    const pdf = await run(['export', ...options, 'pdf', '--out', 'memo.pdf', '--paper', 'a4']);
    expect(pdf.code).toBe(0);
    expect(readFileSync(path.join(folder, 'memo.pdf'), 'latin1')).toMatch(/^%PDF-/);
    const docx = await run(['export', ...options, 'docx', '--out', 'memo.docx']);
    expect(docx.code).toBe(0);
    expect(readFileSync(path.join(folder, 'memo.docx'), 'latin1')).toMatch(/^PK/);
  });

  test('writes JSON that is a memo file itself, and the sources of one', async () => {
    writeFileSync(path.join(folder, 'memo.json'), memo);
    const to = (format: string, from: string, out: string) =>
      run(['export', '--in', from, '--format', format, '--out', out]);
    expect((await to('json', 'memo.json', 'exported.json')).code).toBe(0);
    for (const from of ['memo.json', 'exported.json']) {
      expect((await to('txt', from, `${from}.txt`)).code).toBe(0);
      expect((await to('bib', from, `${from}.bib`)).code).toBe(0);
    }
    const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
    expect(read('exported.json.txt')).toBe(read('memo.json.txt'));
    expect(read('exported.json.bib')).toBe(read('memo.json.bib'));
    expect(read('memo.json.bib')).toContain(`@article{${article.slug},`);
  });

  test('refuses when one word of one quote was changed, and shows the source’s', async () => {
    const file = JSON.parse(memo);
    file.document = JSON.parse(
      JSON.stringify(file.document).replace('It’s a stal', 'It’s no stal'),
    );
    writeFileSync(path.join(folder, 'changed.json'), JSON.stringify(file));
    const args = ['--in', 'changed.json', '--format', 'md', '--out', 'changed.md'];
    const { code, out, err } = await run(['export', ...args]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('One quote does not stand, so nothing was exported.');
    expect(err).toContain('It’s a stalemate');
    expect(() => readFileSync(path.join(folder, 'changed.md'))).toThrow('ENOENT');
  });
});

describe('what is asked wrongly ends with exit code 2 and a sentence', () => {
  test.each([
    [['confirm'], "Unknown command 'confirm'"],
    [['verify', '--loudly'], "Unknown option '--loudly'"],
    [
      ['export', '--in', 'a', '--out', 'b', '--format', 'doc'],
      'Allowed choices are pdf, docx, md, txt, html',
    ],
    [['export', '--in', 'nothing.json', '--out', 'b', '--format', 'md'], "can't be read"],
    [
      ['assemble', '--article', 'a', '--template', 'sonnet', '--out', 'b'],
      'policy-brief, information-memo',
    ],
  ])('%j', async (args, sentence) => {
    const { code, out, err } = await run(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
  });
});

test.each(['articles', 'import', 'attribute', 'assemble', 'export', 'verify'])(
  '%s shows an example',
  async (name) => {
    const { code, out } = await run([name, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/Example:/);
    expect(out).toContain(`scenesetter -- ${name}`);
  },
);

describe('prove', () => {
  test('shows from the PDF alone that each quote stands, or why nothing can be shown', async () => {
    const order = { template: policyBrief, issues, title: 'Talks', to: '', from: '' };
    const evidence = { articles: [article], assessments };
    const document = assemble({ ...order, evidence, date: '2012-12-17' });
    const at = (name: string) => path.join(folder, name);
    writeFileSync(at('proved.json'), writeMemoFile('Policy brief', document, evidence));
    const how = ['--format', 'pdf', '--standard', 'ua-1', '--lines', '--proof'];
    const made = await run(['export', '--in', 'proved.json', ...how, '--out', 'proved.pdf']);
    expect([made.code, made.err]).toEqual([0, 'Wrote proved.pdf.\n']);
    const proved = await run(['prove', 'proved.pdf']);
    expect([proved.code, proved.err]).toEqual([0, '']);
    expect(proved.out).toMatch(/^Proved: all \d+ quotes stand/);
    expect(proved.out).toContain(article.sha256);
    const bare = readFileSync(at('proved.pdf'), 'latin1').replaceAll('(memo.json)', '(other.txt)');
    writeFileSync(at('bare.pdf'), bare, 'latin1');
    expect(await run(['prove', 'bare.pdf'])).toMatchObject({ code: 1, out: '' });
    const { code, err } = await run(['prove', 'proved.json']);
    expect(code).toBe(2);
    expect(err).toBe('This is not a PDF, or it is broken or cut off. Ask for it again.\n');
  });
});
