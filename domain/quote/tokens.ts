/**
 * One token of a text, `[start, end)` in UTF-16 code units. `value` is folded: two tokens with one
 * value differ in typography at most. White space is no token.
 */
export type Token = {
  kind: 'word' | 'mark' | 'dash' | 'ellipsis' | 'open' | 'close' | 'other';
  value: string;
  start: number;
  end: number;
};

// Soft hyphens, zero-width characters and the byte-order mark: seen by nobody.
const invisible = '\\u00AD\\u200B-\\u200F\\u2060\\uFEFF';
const letters = `\\p{L}\\p{M}${invisible}`;

/**
 * The order matters: numbers keep their separators ("10,000"), words their inner apostrophes
 * ("can't") and full stops ("U.S."), so that no quote can begin or end inside one of them.
 */
const pattern = new RegExp(
  [
    '(?<ellipsis>…|\\.\\s?\\.\\s?\\.)',
    '(?<number>\\p{N}+(?:[.,:]\\p{N}+)*[\\p{L}\\p{M}]*)',
    `(?<initials>(?:\\p{Lu}\\.){2,})`,
    `(?<word>[${letters}]+(?:['’ʼ＇][${letters}]+)*\\p{N}*)`,
    '(?<mark>["“”„‟«»‹›\'‘’‚‛`´″′])',
    '(?<dash>\\s*[-‐‑‒–—―−]+\\s*)',
    '(?<open>\\[)',
    '(?<close>\\])',
    '(?<other>\\S)',
  ].join('|'),
  'gu',
);

const ligatures: Record<string, string> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};
const unseen = new RegExp(`[${invisible}]`, 'gu');

/** Takes a text apart. Linear in its length; any string is accepted. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(pattern)) {
    const [kind] =
      Object.entries(match.groups ?? {}).find(([, words]) => words !== undefined) ?? [];
    if (!kind) continue;
    const words = match[0];
    const lead = words.length - words.trimStart().length;
    const start = match.index + lead;
    const trimmed = words.trim();
    const value = foldToken(kind, trimmed);
    // A run of nothing but invisible characters is no token.
    if (value !== '')
      tokens.push({ kind: kindOf(kind), value, start, end: start + trimmed.length });
  }
  return tokens;
}

function kindOf(group: string): Token['kind'] {
  return group === 'number' || group === 'initials' ? 'word' : (group as Token['kind']);
}

function foldToken(kind: string, words: string): string {
  switch (kind) {
    case 'ellipsis':
      return '…';
    case 'dash':
      return '-';
    case 'mark':
      return '"';
    case 'word':
    case 'number':
      return words
        .replace(unseen, '')
        .replace(/['’ʼ＇]/gu, "'")
        .replace(/[ﬀ-ﬆ]/gu, (ligature) => ligatures[ligature] ?? ligature)
        .normalize('NFC');
    default:
      return words.normalize('NFC');
  }
}
