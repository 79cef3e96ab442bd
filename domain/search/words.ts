/** How many characters of a search are read; the rest is left out, and said to be. */
export const longestSearch = 300;

/**
 * What somebody searches for, read. `web` is it all in the syntax of `websearch_to_tsquery`, `any`
 * the words to be found joined by OR; both are empty where there is no word to find.
 */
export type Words = {
  web: string;
  any: string;
  /** What stands between quotation marks, unless an OR leaves the choice. */
  phrases: string[];
  /** The words to be found as one line, as a name is compared. */
  name: string;
  /** For a last word that may go on: what is before it, and it. */
  prefix: { before: string; word: string } | null;
  /** Whether the last word was written with a star: it goes on, whatever else is found. */
  starred: boolean;
};

const part = /(-?)"([^"]*)"|(\S+)/g;
const word = /[\p{L}\p{N}]/u;

/** A search as it was sent, fit to be read: one line, marks made plain, without what is no text. */
export function tidySearch(sent: string): string {
  return sent
    .slice(0, 20_000)
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Z}]+/gu, ' ')
    .replace(/[“”„«»＂]/g, '"')
    .trim();
}

/** Reads a tidied search. Never refuses: marks that stand alone are left out. */
export function readWords(text: string): Words {
  const parts = [...cut(text).matchAll(part)].map((match) => ({
    minus: match[1] === '-' || (match[3]?.startsWith('-') ?? false),
    phrase: match[2] !== undefined && /\s/.test(match[2].trim()),
    text: (match[2] ?? match[3]?.replace(/^-+/, '') ?? '').replaceAll('"', ' ').trim(),
    or: match[3] === 'OR',
  }));
  const wanted = parts.filter((each) => !each.minus && !each.or && word.test(each.text));
  if (wanted.length === 0)
    return { web: '', any: '', phrases: [], name: '', prefix: null, starred: false };
  const hasOr = parts.some((each) => each.or);
  return {
    web: parts
      .filter((each) => each.or || word.test(each.text))
      .map(toWeb)
      .join(' '),
    any: wanted.map(toWeb).join(' OR '),
    phrases: hasOr ? [] : wanted.filter((each) => each.phrase).map((each) => `"${each.text}"`),
    name: wanted.map((each) => each.text).join(' '),
    ...readPrefix(parts, hasOr),
  };
}

type Part = { minus: boolean; phrase: boolean; text: string; or: boolean };

function cut(text: string): string {
  if (text.length <= longestSearch) return text;
  return text
    .slice(0, longestSearch)
    .replace(/\s\S*$/, '')
    .replace(/[\uD800-\uDBFF]$/, '');
}

function toWeb({ minus, phrase, text, or }: Part): string {
  if (or) return 'OR';
  // A small "or" is a word to be left out like any other, and no choice.
  const plain = text.toLowerCase() === 'or' ? `"${text}"` : text;
  return `${minus ? '-' : ''}${phrase ? `"${text}"` : plain}`;
}

function readPrefix(parts: Part[], hasOr: boolean): Pick<Words, 'prefix' | 'starred'> {
  const last = parts.at(-1);
  const found = /^([\p{L}\p{Nd}]{2,})(\*?)$/u.exec(last?.text ?? '');
  if (!found?.[1] || hasOr || last?.minus || last?.phrase) return { prefix: null, starred: false };
  const before = parts.slice(0, -1).filter((each) => word.test(each.text));
  return {
    prefix: { before: before.map(toWeb).join(' '), word: found[1] },
    starred: found[2] === '*',
  };
}
