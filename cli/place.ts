import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The checkout: the folder that holds package.json. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** A sentence for the person at the command line; the command ends with it and exit code 1. */
export class Refusal extends Error {}

/** Where this checkout keeps its database and secrets: `.data`, or what SCENESETTER_DATA names. */
export function storeFolder(): string {
  const named = process.env.SCENESETTER_DATA;
  return named
    ? path.resolve(process.env.INIT_CWD ?? process.cwd(), named)
    : path.join(root, '.data');
}

/** Makes a folder that only its owner can list. */
export async function makePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // PostgreSQL won't run as root: the user it runs as has to pass through, though not to look.
  await chmod(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
}

/** Writes a file whole or not at all, readable by its owner alone. */
export async function writePrivate(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, text, { mode: 0o600 });
  await rename(draft, file);
}

/** The text of a file; an empty string where there is none. */
export async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error;
    throw new Refusal(`${file} belongs to another user. Start as the user who started first.`);
  }
}
