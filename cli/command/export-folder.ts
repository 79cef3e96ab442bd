import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import {
  exportManifest,
  type ManifestFile,
  type ManifestRefusal,
  sumsOf,
} from '@/domain/export-job';
import type { FormatId } from '@/domain/format';
import { isAlive } from '../pid';
import { BadInput } from './bad-input';
import { explain, resolve } from './files';

const entry = z.object({
  memo: z.string(),
  title: z.string(),
  version: z.number(),
  // A manifest is a file that anybody may have written: no name of it may lead out of the folder.
  name: z.string().refine((name) => path.basename(name) === name && name !== '..'),
  bytes: z.number(),
  sha256: z.string(),
  fingerprint: z.string(),
});
const manifestSchema = z.object({ exportedTo: z.string(), files: z.array(entry) });

/** A file that stands in the folder, and of what it was made. */
export type FolderFile = ManifestFile & { fingerprint: string };

const manifestName = 'manifest.json';

/** So often the manifest is written while the work goes on, in ms: what a kill makes be done again. */
const writeEvery = 1000;

/** A folder of exported memos with its manifest: every file in it is whole, or is not there. */
export class ExportFolder {
  readonly #files = new Map<string, FolderFile>();
  readonly #refused: ManifestRefusal[] = [];
  #written = 0;

  private constructor(
    readonly folder: string,
    readonly exportedTo: FormatId,
    readonly earlier: Map<string, FolderFile>,
  ) {}

  /** Opens the folder, made where it is missing, and reads what an earlier run left in it. */
  static async open(name: string, exportedTo: FormatId): Promise<ExportFolder> {
    const folder = resolve(name);
    try {
      await mkdir(folder, { recursive: true });
      await sweep(folder);
      const text = await readFile(path.join(folder, manifestName), 'utf8').catch(() => '{}');
      const found = manifestSchema.safeParse(readJson(text));
      const files = found.data?.exportedTo === exportedTo ? found.data.files : [];
      return new ExportFolder(folder, exportedTo, new Map(files.map((file) => [file.memo, file])));
    } catch (error) {
      throw new BadInput(`${name} can't be written to: ${explain(error)}.`);
    }
  }

  /** Whether the memo's file of an earlier run is still there, whole, and would be made the same. */
  async holds(memo: string, name: string, fingerprint: string): Promise<boolean> {
    const kept = this.earlier.get(memo);
    if (kept?.fingerprint !== fingerprint || kept.name !== name) return false;
    const bytes = await readFile(path.join(this.folder, name)).catch(() => null);
    if (bytes === null || hashOf(bytes) !== kept.sha256) return false;
    await this.#note(kept);
    return true;
  }

  /** Writes a memo's file, and takes away the one that an earlier run had under another name. */
  async write(file: Omit<FolderFile, 'bytes' | 'sha256'>, bytes: Uint8Array): Promise<void> {
    await this.#place(file.name, bytes);
    const kept = this.earlier.get(file.memo);
    if (kept && kept.name !== file.name)
      await rm(path.join(this.folder, kept.name), { force: true });
    const { fingerprint, ...named } = file;
    // In the order in which a manifest is read back: what was kept and what was made look the same.
    await this.#note({ ...named, bytes: bytes.length, sha256: hashOf(bytes), fingerprint });
  }

  /** Notes that no file was made of a memo; one of an earlier run is taken away. */
  async refuse(refusal: ManifestRefusal): Promise<void> {
    const kept = this.earlier.get(refusal.memo);
    if (kept) await rm(path.join(this.folder, kept.name), { force: true });
    this.#refused.push(refusal);
  }

  /** Writes the manifest and the sums as they stand now. */
  async close(): Promise<void> {
    await this.#place('SHA256SUMS', sumsOf(await this.#writeManifest([...this.#files.values()])));
  }

  async #note(file: FolderFile): Promise<void> {
    this.#files.set(file.memo, file);
    if (Date.now() - this.#written < writeEvery) return;
    this.#written = Date.now();
    // What was not come to yet stands as the earlier run left it.
    await this.#writeManifest([...new Map([...this.earlier, ...this.#files]).values()]);
  }

  async #writeManifest(files: FolderFile[]): Promise<ManifestFile[]> {
    const manifest = exportManifest(this.exportedTo, files, this.#refused);
    await this.#place(manifestName, `${JSON.stringify(manifest, null, 2)}\n`);
    return manifest.files;
  }

  /** A reader finds the old content or the new one, never a part. */
  async #place(name: string, content: string | Uint8Array): Promise<void> {
    const draft = path.join(this.folder, `.${name}.${process.pid}`);
    await writeFile(draft, content);
    await rename(draft, path.join(this.folder, name));
  }
}

/** Takes away the drafts of runs that were killed; those of one that still runs are its own. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = Number(/^\..+\.(\d+)$/.exec(name)?.[1] ?? 0);
    if (pid > 0 && !isAlive(pid)) await rm(path.join(folder, name), { force: true });
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
