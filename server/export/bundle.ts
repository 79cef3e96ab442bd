import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { sumsOf } from '@/domain/export-job';
import { type Format, type FormatId, formats } from '@/domain/format';

/** What a bundle's `manifest.json` says: which memo, in which version, and what each file is. */
export type Manifest = {
  format: 'scenesetter-bundle';
  version: 1;
  title: string;
  /** The memo's version in its store; null outside one. */
  memoVersion: number | null;
  files: { name: string; format: string; mediaType: string; bytes: number; sha256: string }[];
};

/** The formats that a bundle holds: all but the bundle itself. */
const held: readonly Format[] = formats.filter(({ of }) => of !== 'bundle');

/**
 * A zip of a memo in every format, as `make` makes each, with `manifest.json` and `SHA256SUMS` (for
 * `sha256sum -c`). The same files make the same bytes, whenever they are packed. A memo that is called
 * “Manifest” is “memo” in it: its own JSON must not lie where the bundle's does.
 */
export async function packBundle(
  memo: { name: string; title: string; version: number | null },
  make: (format: FormatId) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const base = memo.name === 'manifest' ? 'memo' : memo.name;
  const files: Record<string, Uint8Array> = {};
  const manifest: Manifest = {
    format: 'scenesetter-bundle',
    version: 1,
    title: memo.title,
    memoVersion: memo.version,
    files: [],
  };
  // One after the other: the press has two hands, and others print too.
  for (const { id, extension, mediaType } of held) {
    const bytes = await make(id as FormatId);
    const name = `${base}.${extension}`;
    files[name] = bytes;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    manifest.files.push({ name, format: id, mediaType, bytes: bytes.length, sha256 });
  }
  files['manifest.json'] = strToU8(`${JSON.stringify(manifest, null, 2)}\n`);
  files.SHA256SUMS = strToU8(sumsOf(manifest.files));
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
}
