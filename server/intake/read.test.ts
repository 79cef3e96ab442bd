import { describe, expect, test } from 'vitest';
import { readFile } from './read';
import {
  pdfOf,
  sample,
  sampleDocx,
  sampleEml,
  sampleHtml,
  samplePdf,
  sampleText,
} from './sample-files';

const read = (bytes: Uint8Array | string, fileName: string | null = null, more = {}) =>
  readFile({
    bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
    fileName,
    mediaType: null,
    charset: null,
    url: null,
    ...more,
  });

const paragraphs = (text: string) => text.split('\n\n');

describe('the same article, whatever it comes in', () => {
  test('plain text stays as it is', async () => {
    const received = await read(sampleText, 'talks.txt');
    expect(received).toMatchObject({ format: 'text', text: sampleText });
  });

  test('HTML: paragraphs, details, and nothing else of the page', async () => {
    const received = await read(sampleHtml(), 'talks.html');
    expect(paragraphs(received.text)).toEqual([sample.title, ...sample.paragraphs]);
    expect(received).toMatchObject({
      format: 'html',
      title: sample.title,
      outlet: 'The Northern Gazette',
      byline: 'Ann Lee',
      publishedOn: '2025-12-03',
      url: 'https://gazette.example/harbour',
    });
  });

  test('Word', async () => {
    const { format, text } = await read(await sampleDocx(), 'talks.docx');
    expect(format).toBe('docx');
    expect(paragraphs(text)).toEqual([
      sample.title,
      `By ${sample.byline}`,
      'December 3, 2025',
      ...sample.paragraphs,
    ]);
  });

  test('PDF: lines joined, hyphens mended, running heads and page numbers gone', async () => {
    const { format, text } = await read(samplePdf(), 'talks.pdf');
    expect(format).toBe('pdf');
    expect(paragraphs(text)).toEqual([sample.title, 'December 3, 2025', ...sample.paragraphs]);
  });

  test('e-mail: what it forwards, with the date and subject of that', async () => {
    const received = await read(sampleEml(), 'talks.eml');
    expect(paragraphs(received.text)).toEqual([sample.title, ...sample.paragraphs]);
    expect(received).toMatchObject({
      format: 'eml',
      title: sample.title,
      outlet: 'Reuters',
      publishedOn: '2025-12-03',
    });
  });
});

describe('details come from where a page has them', () => {
  const page = (head: string, body = '') =>
    `<html><head>${head}</head><body><article><h1>A Heading</h1>${body}<p>${sample.paragraphs[0]}</p></article></body></html>`;
  test.each([
    ['<meta property="og:title" content="Open &amp; graph">', '', { title: 'Open & graph' }],
    ['<meta property="og:site_name" content="The Post">', '', { outlet: 'The Post' }],
    ['<meta name="author" content="By Bo Chen">', '', { byline: 'Bo Chen' }],
    [
      '<meta property="article:published_time" content="2024-02-29T01:00:00Z">',
      '',
      { publishedOn: '2024-02-29' },
    ],
    ['', '<time datetime="2024-02-28">yesterday</time>', { publishedOn: '2024-02-28' }],
    ['', '<time>28 February 2024</time>', { publishedOn: '2024-02-28' }],
    ['', '<a rel="author" href="/bo">Bo Chen</a>', { byline: 'Bo Chen' }],
    ['<title>Something | The Post</title>', '', { title: 'A Heading' }],
    ['<link rel="canonical" href="javascript:alert(1)">', '', { url: null }],
    ['<script type="application/ld+json">{broken</script>', '', { title: 'A Heading' }],
  ])('%s%s', async (head, body, details) =>
    expect(await read(page(head, body), 'a.html')).toMatchObject(details),
  );
});

describe('character sets', () => {
  const words = 'Málaga: “Años” – £5';
  const html = (charset: string) => `<html><meta charset="${charset}"><p>${words}</p></html>`;
  const windows = (text: string) =>
    Buffer.from(text.replace(/“/g, '\x93').replace(/”/g, '\x94').replace(/–/g, '\x96'), 'latin1');
  test.each([
    ['UTF-8', Buffer.from(words), 'a.txt'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${words}`), 'a.txt'],
    ['UTF-16LE with a mark', Buffer.from(`\uFEFF${words}`, 'utf16le'), 'a.txt'],
    ['UTF-16BE with a mark', Buffer.from(`\uFEFF${words}`, 'utf16le').swap16(), 'a.txt'],
    ['UTF-16LE without', Buffer.from(words, 'utf16le'), 'a.txt'],
    ['windows-1252', windows(words), 'a.txt'],
    ['HTML that says windows-1252', windows(html('windows-1252')), 'a.html'],
    ['HTML that says latin-1 and means windows-1252', windows(html('iso-8859-1')), 'a.html'],
    ['HTML that says UTF-8 wrongly', windows(html('utf-8')), 'a.html'],
  ])('%s', async (_, bytes, name) => expect((await read(bytes, name)).text).toBe(words));

  test('what a server declares comes before all but a mark', async () => {
    const bytes = Buffer.from([0xcc, 0xe8, 0xf0]);
    expect((await read(bytes, 'a.txt', { charset: 'windows-1251' })).text).toBe('Мир');
    expect((await read(bytes, 'a.txt', { charset: 'no-such' })).text).toBe('Ìèð');
  });
});

describe('a wrong name misleads nobody', () => {
  test('a page called .txt, a PDF called .docx, a text called .pdf', async () => {
    expect((await read(sampleHtml(), 'talks.txt')).format).toBe('html');
    expect((await read(samplePdf(), 'talks.docx')).format).toBe('pdf');
    expect((await read(sampleText, 'talks.pdf')).format).toBe('text');
    expect((await read('a < b, said Lee', 'talks.html')).format).toBe('text');
    expect((await read('BMW recalls its cars', 'a')).format).toBe('text');
    expect((await read(sampleEml(), 'talks.txt')).format).toBe('eml');
  });
});

describe('what can’t be read is refused in a sentence', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const cfb = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  const locked = Buffer.concat([cfb, Buffer.from('EncryptedPackage', 'utf16le')]);
  test.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['blanks', Buffer.from(' \n\n '), 'no text in this file'],
    ['a picture', png, '.png file'],
    ['rich text', Buffer.from('{\\rtf1 words}'), 'Save it as .docx'],
    ['XML', Buffer.from('<?xml version="1.0"?><a>b</a>'), 'XML file'],
    ['noise', Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 7) % 32)), 'no text'],
    ['an old Word file', cfb, 'Save it as .docx'],
    ['a locked Word file', locked, 'password'],
    ['a cut-off PDF', Buffer.from('%PDF-1.7\nnothing more'), 'broken or cut off'],
    ['a scanned PDF', pdfOf([[''], ['']]), 'pictures of pages'],
    ['a page without text', Buffer.from('<html><body><script>1</script></body></html>'), 'no text'],
    [
      'a mail without text',
      Buffer.from('From: a@b.c\nDate: Wed, 3 Dec 2025 10:00:00 +0000\n\n'),
      'no text',
    ],
  ])('%s', async (_, bytes, sentence) => await expect(read(bytes, 'a')).rejects.toThrow(sentence));

  test('a cut-off Word document', async () => {
    const whole = await sampleDocx();
    await expect(read(whole.subarray(0, whole.length / 2), 'a.docx')).rejects.toThrow(
      'broken or cut off',
    );
  });
});

describe('hostile files do nothing', () => {
  test('a PDF that would run a script on opening is read as any other', async () => {
    const open = '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>';
    const { text } = await read(pdfOf([['A plain line of text.']], open), 'a.pdf');
    expect(text).toBe('A plain line of text.');
  });

  test('markup in a mail or a page comes out as words', async () => {
    const { text } = await read(
      '<html><p>One &lt;script&gt;alert(1)&lt;/script&gt; two</p></html>',
    );
    expect(text).toBe('One <script>alert(1)</script> two');
  });

  test('an external entity in a Word document is not looked up', async () => {
    const { default: JsZip } = await import('jszip');
    const zip = await JsZip.loadAsync(await sampleDocx());
    const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
    const hostile = xml
      .replace(/(<\?xml[^>]*\?>)/, '$1<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>')
      .replace('OSLO', '&x;OSLO');
    zip.file('word/document.xml', hostile);
    const bytes = await zip.generateAsync({ type: 'nodebuffer' });
    const answer = await read(bytes, 'a.docx').then(
      ({ text }) => text,
      (error: Error) => error.message,
    );
    expect(answer).not.toContain('root:');
  });
});
