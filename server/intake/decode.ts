import { mendWindows } from '@/domain/intake/received';

/**
 * The text of bytes: by their byte-order mark, by the character set that they are declared to be
 * in, as UTF-8 where they are that, and else as windows-1252, in which any bytes are a text.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): string {
  const marked = byMark(bytes) ?? (looksLikeUtf16(bytes) ? 'utf-16le' : null);
  if (marked) return new TextDecoder(marked).decode(bytes);
  for (const label of [declared, 'utf-8']) {
    const text = label && tryDecode(bytes, label);
    if (text) return text;
  }
  return mendWindows(Buffer.from(bytes).toString('latin1'));
}

/** The character set that an HTML page declares in its first 2,048 bytes, if it does. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  return /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head)?.[1] ?? null;
}

function byMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

/** Western text in UTF-16 without a mark has a zero in every other byte. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 400);
  let zeros = 0;
  for (let index = 1; index < head.length; index += 2) if (head[index] === 0) zeros += 1;
  return head.length >= 8 && zeros > head.length * 0.4;
}

function tryDecode(bytes: Uint8Array, label: string): string | null {
  try {
    return mendWindows(new TextDecoder(label, { fatal: true }).decode(bytes));
  } catch {
    // Not that character set, or none that is known.
    return null;
  }
}
