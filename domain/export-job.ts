import { z } from 'zod';
import { type FormatId, formatIds } from './format';

/** So many memos go into one bundle at most. */
export const memosMost = 1000;

/** So many bytes of finished files are kept for one bundle at most. */
export const bytesMost = 500_000_000;

/** So many of one's own exports may be under way at a time. */
export const openMost = 3;

/** For so many days a finished bundle can be downloaded; then it is deleted. */
export const daysKept = 7;

/** What the “Export many” form sends: a format, and the ticked memos or all that one sees. */
export const exportJobSchema = z
  .object({
    format: z.enum(formatIds, 'Choose a format.'),
    which: z.enum(['all', 'ticked'], 'Choose which memos.'),
    memos: z.array(z.uuid()).max(memosMost).default([]),
  })
  .refine(({ which, memos }) => which === 'all' || memos.length > 0, {
    path: ['memos'],
    message: 'Tick the memos that you want, or choose all.',
  });

export type ExportOrder = z.infer<typeof exportJobSchema>;

/** How often a memo is tried before it is given up: only the end of the server ends a try. */
export const triesMost = 3;

/** How the file of one memo stands; the last three are final. */
export const fileStates = ['waiting', 'made', 'refused', 'left-out'] as const;
export type FileState = (typeof fileStates)[number];

/** One file of a manifest: which memo it is of, in which version, and what it is. */
export type ManifestFile = {
  memo: string;
  title: string;
  version: number;
  name: string;
  bytes: number;
  sha256: string;
};

/** One memo that no file was made of, and why. */
export type ManifestRefusal = { memo: string; title: string; message: string };

/** What `manifest.json` says beside many exported memos. */
export type ExportManifest = {
  format: 'scenesetter-exports';
  version: 1;
  exportedTo: FormatId;
  files: ManifestFile[];
  refused: ManifestRefusal[];
};

/** The manifest of many exported memos, by name, so that the same files make the same text. */
export function exportManifest(
  exportedTo: FormatId,
  files: ManifestFile[],
  refused: ManifestRefusal[],
): ExportManifest {
  return {
    format: 'scenesetter-exports',
    version: 1,
    exportedTo,
    files: files.toSorted((a, b) => compare(a.name, b.name)),
    refused: refused.toSorted((a, b) => compare(a.memo, b.memo)),
  };
}

/** The files' sums as `sha256sum -c` reads them. */
export function sumsOf(files: { name: string; sha256: string }[]): string {
  return files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
}

/** Bytes of a name that hold on every file system, beside an id and an extension. */
const nameMost = 150;

/**
 * The name of a memo's file among many: its title's words, and the last group of its id, which two
 * memos of one title do not share. It stays the same while the title does.
 */
export function exportName(slug: string, memoId: string, extension: string): string {
  let words = slug;
  while (new TextEncoder().encode(words).length > nameMost) words = words.slice(0, -1);
  return `${words.replace(/[-\ud800-\udbff]+$/u, '') || 'memo'}-${memoId.slice(-12)}.${extension}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
