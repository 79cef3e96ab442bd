import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { BadInput } from './bad-input';

/** Where a named file is: relative to where the command was typed, which npm keeps in INIT_CWD. */
export function resolve(name: string): string {
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), name);
}

/** The text of a file. Refused with a sentence where it can't be read. */
export async function readNamed(name: string): Promise<string> {
  try {
    return await readFile(resolve(name), 'utf8');
  } catch (error) {
    throw new BadInput(`${name} can't be read: ${explain(error)}.`);
  }
}

/** The bytes of a file. Refused with a sentence where it can't be read. */
export async function readBytes(name: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(resolve(name)));
  } catch (error) {
    throw new BadInput(`${name} can't be read: ${explain(error)}.`);
  }
}

/** Writes a file and says so on standard error. Refused with a sentence where it can't be. */
export async function writeNamed(name: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(resolve(name), content);
  } catch (error) {
    throw new BadInput(`${name} can't be written: ${explain(error)}.`);
  }
  process.stderr.write(`Wrote ${name}.\n`);
}

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  EACCES: 'you may not',
};

/** Why a file could not be read or written, in a few words. */
export function explain(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return reasons[code] ?? message;
}
