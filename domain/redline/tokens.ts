import type { Run } from '../document/print';

/**
 * The smallest part that is compared: a word, a space, a sign, a whole quote or footnote, a citation,
 * a line's or a paragraph's end. Tokens with the same key are the same, however they look; a word of which
 * one letter is bold has several runs, a paragraph's end has none. `words` weighs it; what is
 * `solid` is never taken up into the changes around it.
 */
export type Token = { key: string; runs: Run[]; words: number; solid: boolean };

type TextRun = Extract<Run, { kind: 'text' }>;

// Scripts that write no spaces are compared sign by sign, or a whole clause would be one word.
const unspaced =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Khmer}]';
// An apostrophe or a hyphen is part of a word, a point or a comma of a number alone.
const word = "[\\p{L}\\p{N}\\p{M}]+(?:['’‑-][\\p{L}\\p{N}\\p{M}]+|(?<=\\p{N})[.,]\\p{N}+)*";
const part = new RegExp(`${unspaced}|${word}|\\s+|[^]`, 'gu');

/** Half a word, since they hold a sentence together and say little: signs, and these. */
const small = new Set(
  'a an the of to in on at by for from with as and or but that this it its is are was were be he she they his her their not'.split(
    ' ',
  ),
);

/** Cuts a text into words, spaces and signs; put together again they are the text. */
export function cut(text: string): string[] {
  return text.match(part) ?? [];
}

/** The end of a paragraph between two that are compared as one. */
export const paragraphEnd: Token = { key: 'end of paragraph', runs: [], words: 0, solid: true };

/** A plain text's tokens. */
export function textTokens(text: string): Token[] {
  return cutRuns([{ kind: 'text', text, strong: false, emphasis: false }]);
}

/**
 * The tokens of a line. A quote or footnote in `shared` (as `exactKey` names it) is known by its words
 * too; any other quote by its assessment alone, so that one of which a word was changed is still
 * itself, and any other footnote by its being one.
 */
export function lineTokens(runs: Run[], shared: Set<string>): Token[] {
  const tokens: Token[] = [];
  let texts: TextRun[] = [];
  for (const run of runs) {
    if (run.kind === 'text') texts.push(run);
    else {
      tokens.push(...cutRuns(texts), wholeToken(run, shared));
      texts = [];
    }
  }
  return [...tokens, ...cutRuns(texts)];
}

/** A quote by its assessment and its words, a footnote by its words; null for anything else. */
export function exactKey(run: Run): string | null {
  if (run.kind === 'quote') return `“ ${run.assessment} ${run.text}`;
  return run.kind === 'footnote' ? `^ ${run.text}` : null;
}

function wholeToken(run: Exclude<Run, TextRun>, shared: Set<string>): Token {
  switch (run.kind) {
    case 'quote': {
      const key = sharedKey(run, shared) ?? `“ ${run.assessment}`;
      return { key, runs: [run], words: cut(run.text).filter(isWord).length, solid: true };
    }
    case 'citation':
      return { key: `[] ${run.article} ${run.paragraph}`, runs: [run], words: 0, solid: true };
    case 'footnote': {
      const key = sharedKey(run, shared) ?? '^';
      return { key, runs: [run], words: 0, solid: true };
    }
    case 'break':
      return { key: 'end of line', runs: [run], words: 0, solid: false };
  }
}

function sharedKey(run: Run, shared: Set<string>): string | null {
  const key = exactKey(run);
  return key !== null && shared.has(key) ? key : null;
}

/** Runs end where the look changes, words where they end: neighbouring runs are cut as one text. */
function cutRuns(runs: TextRun[]): Token[] {
  const rest = runs.filter((run) => run.text !== '').map((run) => ({ ...run }));
  return cut(rest.map((run) => run.text).join('')).map((key) => {
    const parts: Run[] = [];
    for (let left = key.length; left > 0; ) {
      const [first] = rest;
      if (!first) break;
      const text = first.text.slice(0, left);
      parts.push({ ...first, text });
      left -= text.length;
      first.text = first.text.slice(text.length);
      if (first.text === '') rest.shift();
    }
    return { key, runs: parts, words: weigh(key), solid: false };
  });
}

function weigh(text: string): number {
  if (/^\s/.test(text)) return 0;
  return isWord(text) && !small.has(text.toLowerCase()) ? 1 : 0.5;
}

function isWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
