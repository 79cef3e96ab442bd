import { afterAll, expect, test } from 'vitest';
import { limits } from '@/domain/intake/received';
import { closeReaders, readApart } from './readers';
import { sample, sampleDocx, sampleHtml } from './sample-files';

afterAll(closeReaders);

const read = (bytes: Uint8Array, fileName: string, patience?: number) =>
  readApart({ bytes, fileName, mediaType: null, charset: null, url: null }, patience);

test('files are read in a process apart, several at once', async () => {
  const files = [Buffer.from(sampleHtml()), await sampleDocx(), Buffer.from('One line.')];
  const received = await Promise.all(files.map((bytes, index) => read(bytes, `${index}`)));
  expect(received.map((each) => each.format)).toEqual(['html', 'docx', 'text']);
  expect(received[0]?.text).toContain(sample.paragraphs[1]);
});

test('a refusal comes back as its sentence, and the next file is read all the same', async () => {
  await expect(read(Buffer.alloc(0), 'a')).rejects.toThrow('This file is empty.');
  await expect(read(Buffer.alloc(limits.bytes + 1), 'a')).rejects.toThrow('larger than 10 MB');
  expect((await read(Buffer.from('One line.'), 'a')).text).toBe('One line.');
});

test('a file that takes too long is given up, and its process with it', async () => {
  await expect(read(Buffer.from(sampleHtml()), 'a.html', 1)).rejects.toThrow('took too long');
  expect((await read(Buffer.from('One line.'), 'a')).text).toBe('One line.');
});

test('a document that unpacks to more than it may is refused before it is opened', async () => {
  const { default: JsZip } = await import('jszip');
  const zip = await JsZip.loadAsync(await sampleDocx());
  zip.file('word/media/zeros.bin', Buffer.alloc(limits.unpackedBytes + 1));
  const bytes = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
  expect(bytes.length).toBeLessThan(limits.bytes);
  await expect(read(bytes, 'bomb.docx')).rejects.toThrow('unpacks to more than it may');
});

test('a page nested a hundred thousand deep ends in a sentence or in its text', async () => {
  const deep = `<html><body>${'<div>'.repeat(100_000)}One line.`;
  const answer = await read(Buffer.from(deep), 'deep.html', 8_000).then(
    ({ text }) => text,
    (error: Error) => error.message,
  );
  expect(answer).toMatch(/^One line\.$|can’t be read|took too long/);
  expect((await read(Buffer.from('One line.'), 'a')).text).toBe('One line.');
});
