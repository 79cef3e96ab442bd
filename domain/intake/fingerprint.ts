import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { hashText, type Paragraph } from '../article';

// Near-duplicates by MinHash (Broder 1997) with locality-sensitive hashing: of the 128 smallest
// hashes of a text's shingles, bands of four are kept. Two texts that share half their shingles
// meet in one of the 32 bands with a probability of 87 %, at seven tenths of 99.98 %. The bands
// only find candidates; the figure that is shown is counted, not estimated.

const shingleWords = 4;
const bands = 32;
const rows = 4;

/** What an article is recognised by: the hash of its folded words, and the bands of its MinHash. */
export type Fingerprint = { foldedSha256: string; bands: string[] };

/** The words of a text in lower case, without marks and the shape of quotes and dashes. */
export function foldedWords(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .replace(/[’ʼ＇]/gu, "'")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*/gu) ?? []
  );
}

/** Every run of four words, once; of a shorter text the whole of it. */
export function shinglesOf(text: string): Set<string> {
  const words = foldedWords(text);
  const last = Math.max(words.length - shingleWords, 0);
  const shingles = new Set<string>();
  if (words.length > 0)
    for (let from = 0; from <= last; from += 1)
      shingles.add(words.slice(from, from + shingleWords).join(' '));
  return shingles;
}

/** The fingerprint of a text. The same words give the same, whatever their marks and spaces. */
export function fingerprintOf(text: string): Fingerprint {
  return {
    foldedSha256: hashText(foldedWords(text).join(' ')),
    bands: bandsOf(signatureOf(shinglesOf(text))),
  };
}

/** The words by which an article is recognised: its numbered paragraphs, and no page around them. */
export function bodyOf(paragraphs: Pick<Paragraph, 'number' | 'text'>[]): string {
  return paragraphs.flatMap((each) => (each.number === null ? [] : each.text)).join('\n\n');
}

/** How alike two texts are: shingles in both, as a share of all, and of the shorter's. 0 to 1. */
export type Likeness = { jaccard: number; containment: number };

/** Counts how much two texts have in common, exactly. */
export function likenessOf(a: Set<string>, b: Set<string>): Likeness {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const shingle of fewer) if (more.has(shingle)) shared += 1;
  const all = a.size + b.size - shared;
  return {
    jaccard: all === 0 ? 1 : shared / all,
    containment: fewer.size === 0 ? 0 : shared / fewer.size,
  };
}

/**
 * Whether two texts are alike enough to ask about: half of all shingles, or four fifths of the
 * shorter text's where that is no mere fragment of the longer.
 */
export function isNearDuplicate({ jaccard, containment }: Likeness): boolean {
  return jaccard >= 0.5 || (containment >= 0.8 && jaccard >= 0.25);
}

/** For each of the 128 hash functions the least hash of any shingle; empty for an empty text. */
function signatureOf(shingles: Set<string>): Uint32Array {
  const signature = new Uint32Array(bands * rows).fill(0xffffffff);
  for (const shingle of shingles) {
    const hash = hash32(shingle);
    for (let index = 0; index < signature.length; index += 1) {
      const mixed = mix32(hash ^ Math.imul(index + 1, 0x9e3779b1));
      if (mixed < (signature[index] as number)) signature[index] = mixed;
    }
  }
  return shingles.size === 0 ? new Uint32Array() : signature;
}

/** Each band as its number and 12 hexadecimal digits: text with the same one may be alike. */
function bandsOf(signature: Uint32Array): string[] {
  const names: string[] = [];
  for (let from = 0; from < signature.length; from += rows) {
    const key = [...signature.subarray(from, from + rows)].join(' ');
    names.push(`${from / rows}:${bytesToHex(sha256(utf8ToBytes(key))).slice(0, 12)}`);
  }
  return names;
}

/** FNV-1a over UTF-16 code units, then mixed: quick, and even enough for what is compared here. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return mix32(hash);
}

/** MurmurHash3's finaliser: every bit of the input moves half of those that come out. */
function mix32(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
