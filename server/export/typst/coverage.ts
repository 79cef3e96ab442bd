import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Face } from '@/domain/type';
import { projectRoot } from './root';

/** A family of fonts as its package has it: `family` is what the engine calls it. */
type Family = { family: string; folder: string; name: string; faces: string[] };

const semibold = ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'];

/** The family that each typeface is set in. */
const latin: Record<Face, Family> = {
  serif: {
    family: 'Source Serif 4',
    folder: 'source-serif-4',
    name: 'SourceSerif4',
    faces: semibold,
  },
  times: {
    family: 'Tinos',
    folder: 'tinos',
    name: 'Tinos',
    faces: ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'],
  },
  sans: { family: 'Source Sans 3', folder: 'source-sans-3', name: 'SourceSans3', faces: semibold },
};

/** What letters are set in that a typeface lacks. */
const others: Family[] = [
  // Persian, Urdu and Pashto have their own letters in it. Of the Arabic types it draws each letter as
  // one sign: those that put a letter together of its body and its dots come out garbled when copied.
  { family: 'Amiri', folder: 'amiri', name: 'Amiri', faces: ['400Regular', '700Bold'] },
];

/**
 * Chinese, with the kana. Its two faces are 30 MB: they are opened for a memo that has a letter which
 * no other family draws, and for no other.
 */
const chinese: Family = {
  family: 'Noto Serif SC',
  folder: 'noto-serif-sc',
  name: 'NotoSerifSC',
  faces: ['400Regular', '600SemiBold'],
};

/** The families that a memo in this typeface is set in, each letter in the first that has it. */
export function familiesOf(face: Face): string[] {
  return [latin[face], ...others].map(({ family }) => family);
}

/** The family that comes last where a memo has Chinese. */
export const chineseFamily = chinese.family;

/** Absolute paths of the faces a memo is set in, as TrueType files; the Chinese where asked for. */
export function fontFiles(withChinese = false): string[] {
  const all = [...Object.values(latin), ...others, ...(withChinese ? [chinese] : [])];
  return all.flatMap(filesOf);
}

function filesOf({ folder, name, faces }: Family): string[] {
  const root = join(projectRoot(), 'node_modules', '@expo-google-fonts', folder);
  return faces.map((face) => join(root, face, `${name}_${face}.ttf`));
}

/** Every code point a TrueType font has a glyph for. Throws if its table is of another format. */
export function readCoverage(font: Buffer): Set<number> {
  const cmap = findTable(font, 'cmap');
  const every = findSubtable(font, cmap, 12);
  if (every !== null) return readGroups(font, every);
  const basic = findSubtable(font, cmap, 4);
  if (basic !== null) return readSegments(font, basic);
  throw new Error('The font has no character map of format 12 or 4.');
}

/** Format 12: groups of code points of every plane. */
function readGroups(font: Buffer, table: number): Set<number> {
  const covered = new Set<number>();
  const count = font.readUInt32BE(table + 12);
  for (let i = 0; i < count; i++) {
    const at = table + 16 + i * 12;
    const last = font.readUInt32BE(at + 4);
    for (let point = font.readUInt32BE(at); point <= last; point++) covered.add(point);
  }
  return covered;
}

/** Format 4: segments of the basic plane, in which single code points may lead to no glyph. */
function readSegments(font: Buffer, table: number): Set<number> {
  const covered = new Set<number>();
  const length = font.readUInt16BE(table + 6);
  for (let at = 0; at < length; at += 2) {
    const end = font.readUInt16BE(table + 14 + at);
    const start = font.readUInt16BE(table + 16 + length + at);
    const offsets = table + 16 + 3 * length + at;
    const offset = font.readUInt16BE(offsets);
    for (let point = start; point <= end && point < 0xffff; point++)
      if (offset === 0 || font.readUInt16BE(offsets + offset + 2 * (point - start)) !== 0)
        covered.add(point);
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

function findSubtable(font: Buffer, cmap: number, format: number): number | null {
  const subtables = font.readUInt16BE(cmap + 2);
  for (let i = 0; i < subtables; i++) {
    const offset = font.readUInt32BE(cmap + 4 + i * 8 + 4);
    if (font.readUInt16BE(cmap + offset) === format) return cmap + offset;
  }
  return null;
}

const read = new Map<Family, Set<number>[]>();

/**
 * What the Chinese faces are for. They draw more, and some of that by the sign of another letter
 * (old radicals, compatibility ideographs), which PDF/A refuses: it could not be copied as it is.
 */
const eastAsian =
  /^[\p{Unified_Ideograph}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF01-\uFF60]$/u;

function draws(family: Family, point: number): boolean {
  if (family === chinese && !eastAsian.test(String.fromCodePoint(point))) return false;
  const known =
    read.get(family) ??
    filesOf(family).map((file) => readCoverage(readFileSync(/* turbopackIgnore: true */ file)));
  read.set(family, known);
  return known.every((face) => face.has(point));
}

/** Tells whether all faces of a family of the typeface can draw a code point. Fonts are read once. */
export function coverageOf(face: Face): (point: number) => boolean {
  const families = [latin[face], ...others, chinese];
  return (point) => families.some((family) => draws(family, point));
}

/** Whether a text has a letter that the Chinese faces alone can draw. */
export function needsChinese(text: string, face: Face): boolean {
  const small = [latin[face], ...others];
  for (const letter of new Set(text)) {
    const point = letter.codePointAt(0) ?? 0;
    if (point < 0x80 || small.some((family) => draws(family, point))) continue;
    if (draws(chinese, point)) return true;
  }
  return false;
}
