import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportJobSchema, exportManifest, exportName, sumsOf } from './export-job';

const id = '019abcde-0000-7000-8000-0123456789ab';
const other = '019abcde-0000-7000-8000-0123456789ac';

test('memos of one title have files of their own, with names that any file system takes', () => {
  expect(exportName('talks', id, 'pdf')).toBe('talks-0123456789ab.pdf');
  expect(exportName('talks', other, 'pdf')).not.toBe(exportName('talks', id, 'pdf'));
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      const name = exportName(title, id, 'csl.json');
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
      expect(name.endsWith('-0123456789ab.csl.json')).toBe(true);
      expect(exportName(title, id, 'csl.json')).toBe(name);
    }),
  );
});

test('a manifest says the same whatever the order in which the files were made', () => {
  const file = (name: string) => ({
    memo: id,
    title: name,
    version: 1,
    name,
    bytes: 1,
    sha256: name,
  });
  const one = exportManifest('pdf', [file('b'), file('a')], []);
  expect(one).toEqual(exportManifest('pdf', [file('a'), file('b')], []));
  expect(sumsOf(one.files)).toBe('a  a\nb  b\n');
});

test('“those ticked” without one is refused in a sentence', () => {
  expect(exportJobSchema.safeParse({ format: 'pdf', which: 'all' }).success).toBe(true);
  const empty = exportJobSchema.safeParse({ format: 'pdf', which: 'ticked', memos: [] });
  expect(empty.error?.issues[0]?.message).toBe('Tick the memos that you want, or choose all.');
});
