import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './root';

const faces = ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'];

/** Absolute paths of the four faces a memo is set in, as TrueType files. */
export function fontFiles(): string[] {
  const folder = join(projectRoot(), 'node_modules', '@expo-google-fonts', 'source-serif-4');
  return faces.map((face) => join(folder, face, `SourceSerif4_${face}.ttf`));
}

/** Every code point a TrueType font has a glyph for. Throws if its table is of another format. */
export function readCoverage(font: Buffer): Set<number> {
  const covered = new Set<number>();
  const cmap = findTable(font, 'cmap');
  const groups = cmap + findSubtable(font, cmap);
  const count = font.readUInt32BE(groups + 12);
  for (let i = 0; i < count; i++) {
    const at = groups + 16 + i * 12;
    const last = font.readUInt32BE(at + 4);
    for (let point = font.readUInt32BE(at); point <= last; point++) covered.add(point);
  }
  return covered;
}

function findTable(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4);
  for (let i = 0; i < tables; i++) {
    const at = 12 + i * 16;
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
  }
  throw new Error(`The font has no ${tag} table.`);
}

/** Format 12 alone is read: the faces have one, and it names every plane of Unicode. */
function findSubtable(font: Buffer, cmap: number): number {
  const subtables = font.readUInt16BE(cmap + 2);
  for (let i = 0; i < subtables; i++) {
    const offset = font.readUInt32BE(cmap + 4 + i * 8 + 4);
    if (font.readUInt16BE(cmap + offset) === 12) return offset;
  }
  throw new Error('The font has no character map of format 12.');
}

let read: Set<number>[] | undefined;

/** Whether all four faces can draw a code point. The fonts are read once per process. */
export function isCovered(point: number): boolean {
  read ??= fontFiles().map((file) => readCoverage(readFileSync(/* turbopackIgnore: true */ file)));
  return read.every((face) => face.has(point));
}
