import { toLine } from '@/domain/document/text';

/**
 * Text as a Word file can hold it: one line, without what XML has no way to write. Those are signs
 * that no reader could see; half of a surrogate pair becomes the sign for a lost character.
 */
export function toWords(text: string): string {
  return toLine(text)
    .toWellFormed()
    .replace(/[^\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
